import type { RegistryRecord } from '../../../contexts/registry/records/registry-records.ts';
import { randomClaim } from '../../../local/samples/random/random-claim.ts';
import { renderMedicineForm } from '../../../local/samples/scenarios/medicine-form.ts';
import { PROVIDERS } from '../../../local/samples/scenarios/providers.ts';
import { renderScan, type PageSpec, type RenderedScan } from '../../../local/samples/render-scan.ts';
import { asOnForm } from '../../../local/samples/scenarios/calendar.ts';

/** A file of one claim. */
export interface TypicalFile {
  readonly scan: RenderedScan;
  /** The household's and the provider's. */
  readonly records: readonly RegistryRecord[];
}

export const PAGES_PER_FILE = 3;

/** Boxes of the invented list that most files with medicines have: three. */
const BOXES = [
  { code: '6119900046583', name: 'BRONACILINE 500 MG', boxCentimes: 73_20 },
  { code: '6119900028770', name: 'ALTIDERM 1 %', boxCentimes: 53_50 },
  { code: '6119900067137', name: 'BRONASARTAN 160 MG', boxCentimes: 97_90 },
] as const;

/** What OCR would read is given, so that the picture may be small. */
const DEGRADATION = { dpi: 40, gray: true, jpeg: 60 } as const;

/**
 * A care form, the prescription and the laboratory's result, without what a pharmacy sold.
 * @param seed the same seed gives the same person and claim
 * @param today ISO date
 */
export async function fileWithoutMedicines(seed: number, today: string): Promise<TypicalFile> {
  const { fields, household, provider, records } = randomClaim(seed, today, true);
  const patient = `${household.family} ${household.given}`;
  const date = asOnForm(today);
  const contents: readonly PageSpec['content'][] = [
    { kind: 'care-form', layout: 'classic', look: 'printed', fields: { ...fields, pieces_jointes: '2' } },
    {
      kind: 'prescription',
      doctor: provider.name,
      specialty: provider.specialty,
      inpe: provider.inpe,
      city: household.city,
      patient,
      date,
      medicines: [{ name: 'Paracétamol 1 g', use: '1 comprimé matin et soir, 5 jours' }],
    },
    {
      kind: 'lab-result',
      laboratory: 'LABORATOIRE AL WAFA',
      city: household.city,
      patient,
      prescriber: provider.name,
      date,
      results: [{ name: 'Glycémie à jeun', value: '0,92 g/l', usual: '0,70 à 1,10' }],
    },
  ];
  const pages = contents.map((content) => ({ content, degradation: DEGRADATION }));
  const scan = await renderScan({ name: `typical-${seed}`, fileType: 'pdf', pages });
  return { scan, records: [...records, provider] };
}

/**
 * A file as three of four are: one to three acts and three boxes, with the pharmacy's part, their labels, and the prescription
 * behind the form.
 */
export async function typicalFile(seed: number, today: string): Promise<TypicalFile> {
  const { household, provider, records, acts, signedOn } = randomClaim(seed, today, true);
  const relative = household.relatives?.[0];
  const scan = await renderMedicineForm(
    {
      name: `typical-medicines-${seed}`,
      household,
      ...(relative === undefined ? {} : { dependantId: relative.dependantId }),
      provider,
      acts: acts.map((one) => ({ ...one, description: DESCRIPTIONS[one.letter] ?? 'Acte' })),
      dispensing: {
        pharmacy: PROVIDERS.pharmacy,
        lines: BOXES.map((medicine) => ({ medicine, boxes: 1, condition: 'flat' })),
        day: signedOn,
        prescribedOn: signedOn,
      },
      signedOn,
      day: today,
      look: 62,
      labelsOn: 'form',
      scanner: 'office',
      fileType: 'pdf',
    },
    DEGRADATION.dpi,
  );
  return { scan, records: [...records, provider, PROVIDERS.pharmacy] };
}

const DESCRIPTIONS: Readonly<Record<string, string>> = {
  ...{ C: 'Consultation', CS: 'Consultation', Z: 'Radiographie', K: 'Acte', KC: 'Acte' },
};
