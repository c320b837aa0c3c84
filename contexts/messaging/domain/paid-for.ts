import { normaliseKeyLetter } from '#shared';
import type { Language } from './plain-reasons.ts';

/** What something was paid for, as an SMS may say it: what everybody pays for, never an illness or a specialty. */
export const paidFor = [
  'consultation',
  'visit',
  'medicines',
  'analyses',
  'imaging',
  'dental',
  'glasses',
  'sessions',
  'acts',
] as const;
export type PaidFor = (typeof paidFor)[number];

/**
 * What each key letter is told as. Stays, operations, and what the letter alone would say of an illness or a pregnancy are acts, and
 * no more.
 */
export const paidForOfLetter: Readonly<Record<string, PaidFor>> = {
  ...{
    C: 'consultation',
    CS: 'consultation',
    CNPSY: 'consultation',
    CSC: 'consultation',
    CP: 'consultation',
  },
  ...{ V: 'visit', VS: 'visit', VNPSY: 'visit' },
  ...{ B: 'analyses', P: 'analyses', Z: 'imaging', KE: 'imaging' },
  ...{ D: 'dental', D_SOINS: 'dental', D_PROTHESE: 'dental', OPT: 'glasses' },
  ...{ AMM: 'sessions', AMY: 'sessions', AMO: 'sessions' },
  ...{ K: 'acts', KA: 'acts', KC: 'acts', AMI: 'acts', SF: 'acts' },
  ...{ HOSP_MED_JOUR: 'acts', SOINS_INTENSIFS_JOUR: 'acts', REANIMATION_JOUR: 'acts' },
  ...{ DIALYSE_SEANCE: 'acts', CHIMIO_CURE: 'acts', LITHOTRITIE_SEANCE: 'acts' },
};

const words: Readonly<Record<PaidFor, Readonly<Record<Language, string>>>> = {
  consultation: { ar: 'استشارة', fr: 'consultation' },
  visit: { ar: 'زيارة', fr: 'visite' },
  medicines: { ar: 'أدوية', fr: 'médicaments' },
  analyses: { ar: 'تحاليل', fr: 'analyses' },
  imaging: { ar: 'أشعة', fr: 'radiologie' },
  dental: { ar: 'أسنان', fr: 'dentaire' },
  glasses: { ar: 'نظارات', fr: 'optique' },
  sessions: { ar: 'حصص', fr: 'séances' },
  acts: { ar: 'أعمال', fr: 'actes' },
};

interface PaidLine {
  readonly kind?: 'medicine' | undefined;
  readonly keyLetter?: string | undefined;
  readonly medicineCode?: string | undefined;
  readonly dateOfCare?: string | undefined;
  readonly paidCentimes?: number | undefined;
  readonly payeeInpe?: string | undefined;
  readonly outcome: string;
}

const isOwn = ({ outcome, payeeInpe, paidCentimes = 0 }: PaidLine): boolean =>
  outcome === 'paid' && payeeInpe === undefined && paidCentimes > 0;

const keyOf = ({ keyLetter, medicineCode, dateOfCare, paidCentimes }: PaidLine): string =>
  JSON.stringify([keyLetter, medicineCode, dateOfCare, paidCentimes]);

function kindOf({ kind, keyLetter = '' }: PaidLine): PaidFor {
  if (kind === 'medicine') return 'medicines';
  const letter = normaliseKeyLetter(keyLetter);
  return (Object.hasOwn(paidForOfLetter, letter) ? paidForOfLetter[letter] : undefined) ?? 'acts';
}

/**
 * What the insured is paid for, in the order of the form, each once.
 * @param before lines that were paid earlier and are not told again; undefined is returned where one of them is not found any more,
 * for then nobody can say which lines the new money is for
 */
export function paidForOf(
  lines: readonly PaidLine[],
  before: readonly PaidLine[] = [],
): readonly PaidFor[] | undefined {
  const left = lines.filter(isOwn);
  for (const one of before.filter(isOwn)) {
    const at = left.findIndex((line) => keyOf(line) === keyOf(one));
    if (at < 0) return undefined;
    left.splice(at, 1);
  }
  return [...new Set(left.map(kindOf))];
}

/** As `(consultation, médicaments)`; empty where it would say no more than that something is paid. */
export function wordsOfPaidFor(kinds: readonly PaidFor[] = [], language: Language): string {
  if (kinds.every((kind) => kind === 'acts')) return '';
  return ` (${kinds.map((kind) => words[kind][language]).join(language === 'ar' ? '، ' : ', ')})`;
}
