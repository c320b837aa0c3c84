import { type Language, type PlainReason, plainReasonOf } from './plain-reasons.ts';

/** Why some lines of a claim wait, as far as a person is told: what they could clear up, or that somebody looks at it. */
export const waitingReasons = [
  'unreadable',
  'incomplete',
  'provider',
  'approval',
  'attachments',
  'prescription',
  'checking',
] as const;
export type WaitingReason = (typeof waitingReasons)[number];

/** What waits: an act, several, boxes of a pharmacy, or both. */
export const waitingParts = ['act', 'acts', 'medicines', 'both'] as const;
export type WaitingPart = (typeof waitingParts)[number];

const told: Partial<Record<PlainReason, WaitingReason>> = {
  unreadable: 'unreadable',
  'form-incomplete': 'incomplete',
  provider: 'provider',
  'approval-missing': 'approval',
  attachments: 'attachments',
  prescription: 'prescription',
};

/** Doubts are for those who review. Of most a person learns only that the line is looked at. */
export const waitingReasonOf = (code: string): WaitingReason => told[plainReasonOf(code)] ?? 'checking';

interface Decided {
  readonly lines: readonly { readonly kind?: 'medicine' | undefined; readonly outcome: string }[];
  readonly findings: readonly { readonly kind: string; readonly code: string }[];
}

export interface Waiting {
  readonly part: WaitingPart;
  readonly because: WaitingReason;
  /** It waits for the person alone, who is asked to bring what is missing. */
  readonly isToBring: boolean;
  /** What they are asked to bring, also while something else is looked at; absent where nothing is missing. */
  readonly bring?: WaitingReason | undefined;
}

/** Of several things that are missing, a paper that only the person has before what is to be filled in on the form. */
export function missingCode(findings: Decided['findings']): string | undefined {
  const codes = findings.filter(({ kind }) => kind === 'missing').map(({ code }) => code);
  return codes.find(isPiece) ?? codes[0];
}

/** Whether a code says that a paper is missing which was never in the file. */
export const isPiece = (code: string): boolean => plainReasonOf(code) === 'prescription';

/** What of a claim waits and why. */
export function waitingOf({ lines, findings }: Decided): Waiting {
  const waiting = lines.filter(({ outcome }) => outcome === 'referred');
  const boxes = waiting.filter(({ kind }) => kind === 'medicine').length;
  const acts = waiting.length - boxes;
  const doubt = findings.find(({ kind }) => kind === 'doubt')?.code;
  const missing = missingCode(findings);
  const code = doubt ?? missing;
  return {
    part: acts === 0 ? 'medicines' : boxes > 0 ? 'both' : acts === 1 ? 'act' : 'acts',
    because: code === undefined ? 'checking' : waitingReasonOf(code),
    isToBring: doubt === undefined && code !== undefined,
    ...(missing !== undefined && { bring: waitingReasonOf(missing) }),
  };
}

/** Arabic is kept short: with the amount and the receipt, 70 letters are one SMS. */
const partWords: Readonly<Record<WaitingPart, Readonly<Record<Language, string>>>> = {
  act: { ar: 'الباقي معلق', fr: 'un acte' },
  acts: { ar: 'الباقي معلق', fr: 'des actes' },
  medicines: { ar: 'الصيدلية معلقة', fr: 'la pharmacie' },
  both: { ar: 'الباقي معلق', fr: 'actes et pharmacie' },
};

const reasonWords: Readonly<Record<WaitingReason, Readonly<Record<Language, string>>>> = {
  unreadable: { ar: 'غير مقروء', fr: 'une ligne est illisible' },
  incomplete: { ar: 'غير مكتمل', fr: 'une ligne est incomplète' },
  provider: { ar: 'INPE مجهول', fr: "un numéro INPE n'est pas reconnu" },
  approval: { ar: 'بلا موافقة', fr: "l'accord préalable manque" },
  attachments: { ar: 'وثيقة ناقصة', fr: 'une pièce jointe manque' },
  prescription: { ar: 'بلا وصفة', fr: "l'ordonnance manque" },
  checking: { ar: 'قيد التحقق', fr: 'une vérification est en cours' },
};

/** What the person is asked to bring. */
const bringWords: Readonly<Record<WaitingReason, Readonly<Record<Language, string>>>> = {
  unreadable: { ar: 'الأصل', fr: 'les originaux bien lisibles' },
  incomplete: { ar: 'الورقة كاملة', fr: 'la feuille complétée' },
  provider: { ar: 'الورقة مختومة', fr: 'la feuille avec le cachet' },
  approval: { ar: 'الموافقة', fr: "l'accord préalable" },
  attachments: { ar: 'وثائق الملف', fr: 'les pièces jointes originales' },
  prescription: { ar: 'الوصفة', fr: "l'ordonnance" },
  checking: { ar: 'أصل الملف', fr: "l'original du dossier" },
};

/** Complete a sentence of an SMS. */
export const wordsOfWaiting = (
  { part, because, bring = because }: Waiting,
  language: Language,
): { readonly what: string; readonly why: string; readonly bring: string } => ({
  what: partWords[part][language],
  why: reasonWords[because][language],
  bring: bringWords[bring][language],
});
