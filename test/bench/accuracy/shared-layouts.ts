import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { registryRecordSchema } from '../../../contexts/registry/records/registry-records.ts';
import type { Outcome } from '../../../contexts/claims/domain/decision.ts';
import { inRepository } from '../../../local/cloud/folders.ts';
import { recognisedPage } from '../../../local/samples/recognised-page.ts';
import type { TruthPoint, TruthPolygon, TruthWord } from '../../../local/samples/truth.ts';
import { documentOfPages } from '../../support/recognised-document.ts';
import { truthFieldsSchema } from '../../support/field-accuracy.ts';
import type { AccuracySample, ExpectedEnd, TruthFields } from './accuracy-sample.ts';

const FOLDER = inRepository('..', 'shared', 'data', 'layouts');
const ARABIC = /\p{Script=Arabic}/u;

const OUTCOMES = {
  APPROVED: 'approved',
  PARTIAL: 'partly-approved',
  REJECTED: 'rejected',
  REFERRED: 'referred',
  DUPLICATE: 'rejected',
} as const satisfies Record<string, Outcome>;

const claimSchema = z.object({
  insuredRegistrationNumber: z.string(),
  acceptable: z.array(z.enum(['APPROVED', 'PARTIAL', 'REJECTED', 'REFERRED', 'DUPLICATE'])).min(1),
  totalPaidCentimes: z.number(),
  maxPayableWithoutPersonCentimes: z.number(),
  payToRib: z.string().nullable(),
});

const fileSchema = z.object({
  file: z.string(),
  layout: z.string(),
  deposit: z.object({ date: z.iso.date() }),
  pages: z.array(
    z.object({
      words: z.string(),
      turnedClockwiseDegrees: z.number(),
      widthPx: z.number(),
      heightPx: z.number(),
    }),
  ),
  fields: z.array(
    z.object({
      page: z.number(),
      name: z.string(),
      printed: z.string().nullable(),
      value: z.unknown().optional(),
    }),
  ),
  expected: z.object({ claims: z.array(claimSchema).min(1) }),
});
type LayoutFile = z.infer<typeof fileSchema>;

const boxSchema = z.object({ Left: z.number(), Top: z.number(), Width: z.number(), Height: z.number() });
const wordsSchema = z.object({
  words: z.array(
    z.object({ t: z.string(), f: z.string().nullable(), box: boxSchema, stamp: z.boolean().optional() }),
  ),
  selections: z.array(z.object({ selected: z.boolean(), box: boxSchema })).default([]),
});

/** Files in four other layouts that this project did not make; none where they are not beside the repository. */
export function sharedLayouts(): readonly AccuracySample[] {
  if (!existsSync(FOLDER)) return [];
  const { files } = z
    .object({ files: z.array(fileSchema) })
    .parse(JSON.parse(readFileSync(path.join(FOLDER, 'truth.json'), 'utf8')));
  const records = readFileSync(path.join(FOLDER, 'persons.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => registryRecordSchema.parse(JSON.parse(line)));
  const medicines = readFileSync(path.join(FOLDER, 'medicines.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => medicineOf(medicineSchema.parse(JSON.parse(line))));
  // One list and one registry for all of them.
  return files.map((file, index) => ({
    ...sampleOf(file),
    records: index === 0 ? records : [],
    medicines: index === 0 ? medicines : [],
  }));
}

const medicineSchema = z.object({
  code: z.string(),
  name: z.string(),
  substances: z.array(z.string()),
  packUnits: z.number().nullable(),
  ppvCentimes: z.number(),
  pbrCentimes: z.number().nullable(),
  rateBasisPoints: z.number(),
  from: z.iso.date(),
  to: z.iso.date().nullable(),
  source: z.string(),
});

function medicineOf({
  code,
  name,
  substances,
  packUnits,
  ppvCentimes,
  pbrCentimes,
  rateBasisPoints,
  from,
  to,
  source,
}: z.infer<typeof medicineSchema>) {
  const price = {
    from,
    to: to ?? undefined,
    ppvCentimes,
    baseCentimes: pbrCentimes ?? undefined,
    rateBasisPoints,
    source,
  };
  return { code, name, substances, packUnits: packUnits ?? undefined, prices: [price] };
}

function sampleOf(file: LayoutFile): Omit<AccuracySample, 'records' | 'medicines'> {
  const pages = file.pages.map((page) => pageOf(file, page));
  const recognised = pages.map((truth) => recognisedPage(truth, { arabic: 'keep' }));
  return {
    id: file.file,
    set: `layout ${file.layout}`,
    file: path.join(FOLDER, 'scans', file.file),
    bytes: readFileSync(path.join(FOLDER, 'scans', file.file)),
    mediaType: mediaTypeOf(file.file),
    truth: fieldsOf(file),
    truthWords: pages.map(({ words }) => words),
    perfectDocument: documentOfPages(recognised),
    day: file.deposit.date,
    expected: expectedOf(file),
    isMoreThanForm: true,
  };
}

function mediaTypeOf(file: string): string {
  if (file.endsWith('.pdf')) return 'application/pdf';
  return file.endsWith('.tif') ? 'image/tiff' : 'image/jpeg';
}

/** A claim is approved in part where a medicine is not reimbursable: the amount says whether the rest is right. */
function outcomesOf(name: keyof typeof OUTCOMES): readonly Outcome[] {
  return name === 'APPROVED' ? ['approved', 'partly-approved'] : [OUTCOMES[name]];
}

function expectedOf({ expected }: LayoutFile): ExpectedEnd {
  const [claim] = expected.claims;
  if (claim === undefined) throw new Error('A file has no claim');
  const [best, ...others] = claim.acceptable.flatMap(outcomesOf);
  if (best === undefined) throw new Error('A claim has no outcome');
  return {
    outcomes: [best, ...others],
    payments: [claim.totalPaidCentimes, claim.maxPayableWithoutPersonCentimes],
    registrationNumber: claim.insuredRegistrationNumber,
    toRib: claim.payToRib ?? undefined,
  };
}

const SINGLE_FIELDS: Readonly<Record<string, keyof TruthFields>> = {
  registrationNumber: 'immatriculation',
  cin: 'cin',
  insuredName: 'nom_prenom',
  insuredFamilyName: 'nom_prenom',
  insuredGivenName: 'nom_prenom',
  insuredBirthDate: 'date_naissance',
  address: 'adresse',
  beneficiaryLink: 'beneficiaire',
  beneficiarySex: 'sexe',
  beneficiaryName: 'patient',
  beneficiaryFamilyName: 'patient',
  beneficiaryGivenName: 'patient',
  beneficiaryBirthDate: 'patient_naissance',
  providerName: 'medecin',
  specialty: 'specialite',
  inpe: 'inpe',
  rib: 'rib',
  total: 'total',
  place: 'ville',
  insuredSignatureDate: 'date_signature',
};
const ACT_FIELDS: Readonly<Record<string, string>> = {
  date: 'date',
  letter: 'code',
  coefficient: 'coefficient',
  cotation: 'cotation',
  quantity: 'quantite',
  amount: 'montant',
  inpe: 'inpe',
};
const LINKS: Readonly<Record<string, string>> = { SELF: 'assure', SPOUSE: 'conjoint', CHILD: 'enfant' };

/** A field's name here; null where it is none that is scored. */
function fieldName(name: string | null): string | null {
  const [, index, part = ''] = /^acts\.(\d+)\.(\w+)$/.exec(name ?? '') ?? [];
  if (index === undefined) return SINGLE_FIELDS[name ?? ''] ?? null;
  const own = ACT_FIELDS[part];
  return own === undefined ? null : `actes.${index}.${own}`;
}

function fieldsOf({ fields }: LayoutFile): TruthFields {
  const single: Record<string, string> = {};
  const acts: Record<string, string>[] = [];
  for (const { page, name, value, printed } of fields) {
    const own = fieldName(name);
    if (own === null || page !== 1) continue;
    const isPlain = typeof value === 'string' || typeof value === 'number';
    if (!isPlain && !own.endsWith('.cotation')) continue;
    const text = isPlain ? canonical(own, value) : '';
    const [, index, part = ''] = /^actes\.(\d+)\.(\w+)$/.exec(own) ?? [];
    if (index === undefined) {
      single[own] = single[own] === undefined ? text : `${single[own]} ${text}`;
      continue;
    }
    const act = (acts[Number(index)] ??= { coefficient: '1' });
    if (part !== 'cotation') act[part] = text;
    else {
      const [, letter = '', coefficient = '1'] = /^([A-Z]+)\s*(\d*)$/i.exec(printed ?? '') ?? [];
      act['code'] = letter;
      act['coefficient'] = coefficient === '' ? '1' : coefficient;
    }
  }
  return truthFieldsSchema.parse({ ...single, actes: acts });
}

/** JJ/MM/AAAA, `1 250,00`, the links of the other truths. */
function canonical(name: string, value: string | number): string {
  const isAmount = name === 'total' || name.endsWith('.montant');
  if (isAmount) {
    const centimes = Number(value);
    return `${Math.floor(centimes / 100)},${String(centimes % 100).padStart(2, '0')}`;
  }
  const text = String(value);
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return text.split('-').reverse().join('/');
  return name === 'beneficiaire' ? (LINKS[text] ?? text) : text;
}

function pageOf({ file }: LayoutFile, page: LayoutFile['pages'][number]) {
  const { words, selections } = wordsSchema.parse(
    JSON.parse(readFileSync(path.join(FOLDER, page.words), 'utf8')),
  );
  return {
    id: file,
    image: { width: page.widthPx, height: page.heightPx, dpi: 200 },
    degradation: {},
    words: words.map(({ t, f, box, stamp }): TruthWord => ({
      t,
      f: fieldName(f),
      box,
      polygon: polygonOf(box, page.turnedClockwiseDegrees),
      ...(stamp === true ? { stamp } : {}),
      ...(ARABIC.test(t) ? { arabic: true } : {}),
    })),
    checkBoxes: selections.map(({ selected, box }) => ({
      name: 'box',
      selected,
      box,
      polygon: polygonOf(box, page.turnedClockwiseDegrees),
    })),
  };
}

/** Beginning at the text's own top left, which turns with the page. */
function polygonOf({ Left, Top, Width, Height }: z.infer<typeof boxSchema>, turn: number): TruthPolygon {
  const corners: readonly TruthPoint[] = [
    { x: Left, y: Top },
    { x: Left + Width, y: Top },
    { x: Left + Width, y: Top + Height },
    { x: Left, y: Top + Height },
  ];
  const at = (index: number): TruthPoint => corners[(index + turn / 90) % 4] ?? { x: Left, y: Top };
  return [at(0), at(1), at(2), at(3)];
}
