import type { RegistryRecord } from '../../../contexts/registry/records/registry-records.ts';
import { randomClaim } from '../../../local/samples/random/random-claim.ts';
import { renderScan, type PageSpec, type RenderedScan } from '../../../local/samples/render-scan.ts';
import { asOnForm } from '../../../local/samples/scenarios/calendar.ts';

/** A file as a channel sends most of them: a care form, the prescription and the laboratory's result. */
export interface TypicalFile {
  readonly scan: RenderedScan;
  /** The household's and the provider's. */
  readonly records: readonly RegistryRecord[];
}

export const PAGES_PER_FILE = 3;

/** What OCR would read is given, so that the picture may be small. */
const DEGRADATION = { dpi: 40, gray: true, jpeg: 60 } as const;

/**
 * @param seed the same seed gives the same person and claim
 * @param today ISO date
 */
export async function typicalFile(seed: number, today: string): Promise<TypicalFile> {
  const { fields, household, provider, records } = randomClaim(seed, today);
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
