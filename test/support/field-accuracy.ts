import type { CareForm, CareFormAct, ReadField } from '../../contexts/reading/domain/care-form.ts';
import type { FieldDoubt, FieldEvidence } from '../../contexts/rules/reading-signs.ts';
import type { OcrDocument } from '../../contexts/reading/domain/ocr-document.ts';
import * as z from 'zod';

/** The fields of a sample's ground truth, as they are printed on it. */
export const truthFieldsSchema = z.object({
  objet: z.string().optional(),
  dossier: z.string().optional(),
  immatriculation: z.string().optional(),
  cin: z.string().optional(),
  nom_prenom: z.string().optional(),
  date_naissance: z.string().optional(),
  adresse: z.string().optional(),
  montant_frais: z.string().optional(),
  pieces_jointes: z.string().optional(),
  beneficiaire: z.string().optional(),
  type_soins: z.enum(['maladie', 'maternite', 'hospitalisation', 'accident']).optional(),
  sexe: z.string().optional(),
  patient: z.string().optional(),
  patient_naissance: z.string().optional(),
  patient_cin: z.string().optional(),
  medecin: z.string().optional(),
  inpe: z.string().optional(),
  specialite: z.string().optional(),
  actes: z
    .array(
      z.object({
        date: z.string(),
        code: z.string(),
        coefficient: z.string(),
        montant: z.string(),
        quantite: z.string().optional(),
        inpe: z.string().optional(),
      }),
    )
    .optional(),
  total: z.string().optional(),
  rib: z.string().optional(),
  ville: z.string().optional(),
  date_signature: z.string().optional(),
});
type TruthFields = z.infer<typeof truthFieldsSchema>;

/**
 * `right`; `doubted`: wrong, but the reader doubts it; `silent`: wrong and nothing says so, the worst; `missing`: not
 * found, which a person sees.
 */
type FieldOutcome = 'right' | 'doubted' | 'silent' | 'missing';

/** Numbers, dates, codes and amounts; names and addresses; boxes to tick, which text detection does not show. */
type FieldClass = 'typed' | 'text' | 'ticked';

export interface FieldScore {
  readonly field: string;
  readonly class: FieldClass;
  readonly outcome: FieldOutcome;
  /** Whether the value came with a doubt, right or wrong: what a person would have to look at. */
  readonly isDoubted: boolean;
  readonly doubts: readonly FieldDoubt[];
  /** 0 to 100, as the reader gave it; undefined where nothing was read. */
  readonly confidencePercent: number | undefined;
  /** What speaks for the value beside its looks. */
  readonly evidence: readonly FieldEvidence[];
  readonly expected: string;
  readonly actual: string | undefined;
}

type AnyField = ReadField<string> | ReadField<number> | undefined;

function isoDate(printed: string): string {
  return printed.split('/').reverse().join('-');
}

function hundredths(printed: string): string {
  const [whole = '', decimals = ''] = printed.replace(/[\s.]/g, '').split(',');
  return String(Number(whole) * 100 + Number(decimals.padEnd(2, '0')));
}

/** Names and addresses are compared without case, accents and punctuation: that is how a person is matched. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function score(field: string, kind: FieldClass, expected: string, read: AnyField): FieldScore {
  const actual = read === undefined ? undefined : String(read.value);
  const isRight =
    actual !== undefined && (kind === 'text' ? plain(actual) === plain(expected) : actual === expected);
  const isDoubted = (read?.doubts.length ?? 0) > 0;
  const wrong: FieldOutcome = actual === undefined ? 'missing' : isDoubted ? 'doubted' : 'silent';
  return {
    field,
    class: kind,
    outcome: isRight ? 'right' : wrong,
    isDoubted,
    doubts: read?.doubts ?? [],
    confidencePercent: read?.confidencePercent,
    evidence: read?.evidence ?? [],
    expected,
    actual,
  };
}

/** Consultations and visits have no coefficient: a form that prints none says 1. */
const lettersOfOne = new Set(['C', 'CS', 'CSC', 'CP', 'CNPSY', 'V', 'VS', 'VNPSY']);

function scoreAct(
  index: number,
  truth: NonNullable<TruthFields['actes']>[number],
  act: CareFormAct | undefined,
): readonly FieldScore[] {
  const name = `actes.${index}`;
  const impliesOne =
    act !== undefined &&
    act.coefficientHundredths === undefined &&
    lettersOfOne.has(truth.code) &&
    truth.coefficient === '1';
  const coefficient = score(
    `${name}.coefficient`,
    'typed',
    hundredths(truth.coefficient),
    act?.coefficientHundredths,
  );
  return [
    score(`${name}.date`, 'typed', isoDate(truth.date), act?.dateOfCare),
    score(`${name}.code`, 'typed', truth.code, act?.keyLetter),
    impliesOne ? { ...coefficient, outcome: 'right' } : coefficient,
    score(`${name}.montant`, 'typed', hundredths(truth.montant), act?.billedCentimes),
    // Where it stands in the row it is the row's; a reader that passes it over takes the form's provider for the row's.
    ...(truth.inpe === undefined ? [] : [score(`${name}.inpe`, 'typed', truth.inpe, act?.inpe)]),
  ];
}

const careTypes: Readonly<Record<string, string>> = {
  maladie: 'illness',
  maternite: 'maternity',
  hospitalisation: 'hospitalisation',
  accident: 'accident',
};
const links: Readonly<Record<string, string>> = { assure: 'insured', conjoint: 'spouse', enfant: 'child' };
const purposes: Readonly<Record<string, string>> = {
  execution: 'execution',
  entente: 'prior-approval',
  'entente-prealable': 'prior-approval',
};

/** An act that the reader made up out of nothing is one silent error. */
function scoreSurplus(truth: TruthFields, form: CareForm | undefined): readonly FieldScore[] {
  return (form?.acts ?? []).slice(truth.actes?.length ?? 0).map((act, index) => {
    const doubts = [act.dateOfCare, act.keyLetter, act.billedCentimes].flatMap(
      (field) => field?.doubts ?? [],
    );
    const isDoubted = doubts.length > 0;
    return {
      field: `actes.${(truth.actes?.length ?? 0) + index}.surplus`,
      class: 'typed',
      outcome: isDoubted ? 'doubted' : 'silent',
      isDoubted,
      doubts,
      confidencePercent: act.keyLetter?.confidencePercent,
      evidence: [],
      expected: '',
      actual: act.keyLetter?.value ?? '?',
    };
  });
}

/**
 * Compares a form that was read with the ground truth of its sample, field by field.
 * @param truth the `fields` of the sample
 * @param form undefined where the reader found no form: every field is missing then
 */
export function scoreFields(truth: TruthFields, form: CareForm | undefined): readonly FieldScore[] {
  const scores: FieldScore[] = [];
  const add = (field: string, kind: FieldClass, expected: string | undefined, read: AnyField): void => {
    if (expected !== undefined) scores.push(score(field, kind, expected, read));
  };
  const dateOf = (printed: string | undefined): string | undefined =>
    printed === undefined ? undefined : isoDate(printed);
  const amountOf = (printed: string | undefined): string | undefined =>
    printed === undefined ? undefined : hundredths(printed);
  add('dossier', 'typed', truth.dossier, form?.dossierNumber);
  add('immatriculation', 'typed', truth.immatriculation, form?.registrationNumber);
  add('cin', 'typed', truth.cin, form?.cin);
  add('nom_prenom', 'text', truth.nom_prenom, form?.insuredName);
  add('date_naissance', 'typed', dateOf(truth.date_naissance), form?.insuredBirthDate);
  add('adresse', 'text', truth.adresse, form?.address);
  add('pieces_jointes', 'typed', truth.pieces_jointes, form?.attachmentsCount);
  add('beneficiaire', 'ticked', links[truth.beneficiaire ?? ''], form?.beneficiaryLink);
  add('type_soins', 'ticked', careTypes[truth.type_soins ?? ''], form?.careType);
  add('sexe', 'ticked', truth.sexe, form?.sex);
  add('patient', 'text', truth.patient, form?.patientName);
  add('patient_naissance', 'typed', dateOf(truth.patient_naissance), form?.patientBirthDate);
  add('patient_cin', 'typed', truth.patient_cin, form?.patientCin);
  add('medecin', 'text', truth.medecin, form?.providerName);
  add('inpe', 'typed', truth.inpe, form?.inpe);
  add('specialite', 'text', truth.specialite, form?.specialty);
  truth.actes?.forEach((act, index) => scores.push(...scoreAct(index, act, form?.acts[index])));
  scores.push(...scoreSurplus(truth, form));
  add('total', 'typed', amountOf(truth.total), form?.totalCentimes);
  add('rib', 'typed', truth.rib, form?.rib);
  add('ville', 'text', truth.ville, form?.city);
  add('date_signature', 'typed', dateOf(truth.date_signature), form?.signatureDate);
  const purpose = purposes[truth.objet ?? ''];
  if (purpose !== undefined) {
    const outcome =
      form?.purpose === purpose
        ? 'right'
        : form === undefined || form.purpose === 'unknown'
          ? 'missing'
          : 'silent';
    scores.push({
      field: 'objet',
      class: 'ticked',
      outcome,
      isDoubted: false,
      doubts: [],
      confidencePercent: undefined,
      evidence: [],
      expected: purpose,
      actual: form?.purpose,
    });
  }
  return scores;
}

export interface AccuracySummary {
  readonly fields: number;
  readonly right: number;
  readonly doubted: number;
  readonly silent: number;
  readonly missing: number;
  /** Right values that came with a doubt all the same. */
  readonly rightButDoubted: number;
}

export function summariseScores(scores: readonly FieldScore[]): AccuracySummary {
  const count = (outcome: FieldOutcome): number => scores.filter((one) => one.outcome === outcome).length;
  return {
    fields: scores.length,
    right: count('right'),
    doubted: count('doubted'),
    silent: count('silent'),
    missing: count('missing'),
    rightButDoubted: scores.filter((one) => one.outcome === 'right' && one.isDoubted).length,
  };
}

function compact(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase();
}

/**
 * Whether OCR read the characters of a printed value right somewhere in the document: as one word where it is short, in
 * one line where it is longer. Tells the reader's own errors from those of the OCR.
 */
export function wasReadByOcr(printed: string, document: OcrDocument): boolean {
  const wanted = compact(printed);
  const lines = document.pages.flatMap((page) => page.lines);
  if (wanted.length > 3) return lines.some((line) => compact(line.text).includes(wanted));
  return lines.some((line) => line.words.some((word) => compact(word.text) === wanted));
}

/** The value of each scored field as it is printed on the sample. */
export function printedValues(truth: TruthFields): ReadonlyMap<string, string> {
  const { actes, ...others } = truth;
  const acts = (actes ?? []).flatMap((act, index) =>
    Object.entries(act).flatMap(([name, value]): readonly [string, string][] =>
      value === undefined ? [] : [[`actes.${index}.${name}`, value]],
    ),
  );
  const single = Object.entries(others).flatMap(([name, value]): readonly [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  return new Map([...single, ...acts]);
}
