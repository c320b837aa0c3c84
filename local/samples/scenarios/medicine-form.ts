import type { Provider } from '../../../contexts/registry/records/registry-records.ts';
import type { ClaimOnForm, PersonOnForm } from '../any-form/claim/any-claim.ts';
import type { DispensingOnForm } from '../any-form/claim/any-dispensing.ts';
import { formContent } from '../any-form/content/form-content.ts';
import { drawDesign } from '../any-form/design/draw-design.ts';
import { withPharmacy } from '../any-form/design/draw-pharmacy-design.ts';
import { withRowProviders } from '../any-form/design/draw-table-design.ts';
import type { PharmacyDesign } from '../any-form/design/pharmacy-design.ts';
import {
  encodedScan,
  scannedPages,
  truthsOf,
  type FormOfClaim,
  type ScanFileType,
} from '../any-form/form-of-claim.ts';
import { seededRandom, seedOf } from '../random.ts';
import { recognisedPage } from '../recognised-page.ts';
import type { RenderedScan } from '../render-scan.ts';
import type { BilledAct } from './care-form-fields.ts';
import type { Household } from './household.ts';
import { SCANNERS, type ScannerName } from './scans.ts';

/** An act in a row that may name who gave it. */
export interface RowAct extends BilledAct {
  readonly description: string;
  /** Absent: the form's own provider. */
  readonly provider?: Provider;
}

/** A form with the part of a pharmacy, and the sheets behind it. Days are ISO dates. */
export interface MedicineFormSpec {
  /** File name without its extension; what chance there is comes from it. */
  readonly name: string;
  readonly household: Household;
  /** Absent: the insured person. */
  readonly dependantId?: string;
  readonly provider: Provider;
  readonly acts: readonly RowAct[];
  readonly dispensing: Omit<DispensingOnForm, 'totalCentimes'>;
  readonly signedOn: string;
  /** Day on which it is handed in. */
  readonly day: string;
  /** How the form looks: each number gives another structure. */
  readonly look: number;
  /** Where the labels of the boxes are glued on. */
  readonly labelsOn: PharmacyDesign['labelsOn'];
  /** What the bars of the labels are; as the look has it where absent. */
  readonly symbology?: PharmacyDesign['boxLabels'][number]['symbology'];
  readonly scanner: ScannerName;
  readonly fileType: ScanFileType;
}

/** Draws a form with medicines, scans it and writes the file: the same spec gives the same bytes. */
export async function renderMedicineForm(spec: MedicineFormSpec, dpi?: number): Promise<RenderedScan> {
  const form = formOf(spec, dpi);
  const { pages, scanned } = await scannedPages(form);
  const { truths } = truthsOf(form, pages);
  return {
    ...(await encodedScan(spec.name, spec.fileType, scanned)),
    truths,
    recognisedPages: truths.map((truth) => recognisedPage(truth)),
  };
}

function formOf(spec: MedicineFormSpec, dpi: number | undefined): FormOfClaim {
  const claim = claimOf(spec);
  const design = designOf(spec);
  const scanner = SCANNERS[spec.scanner];
  return {
    id: spec.name,
    claim,
    design,
    content: formContent(claim, design, seededRandom(seedOf(`${spec.name} content`))),
    attachments: [],
    degradation: { ...scanner, dpi: dpi ?? scanner.dpi },
  };
}

function claimOf({ name, household, dependantId, dispensing, ...spec }: MedicineFormSpec): ClaimOnForm {
  const relative = household.relatives?.find((person) => person.dependantId === dependantId);
  const { lines } = dispensing;
  const boxesCentimes = lines.reduce((sum, line) => sum + line.boxes * line.medicine.boxCentimes, 0);
  const acts = spec.acts.map((act) => ({ ...act, quantity: 1 }));
  return {
    number: seedOf(name),
    household,
    insured: personOf(household),
    patient: personOf(relative ?? household),
    link: relative?.link ?? 'insured',
    provider: spec.provider,
    acts,
    dispensing: { ...dispensing, totalCentimes: boxesCentimes },
    totalCentimes: acts.reduce((sum, act) => sum + act.billedCentimes, boxesCentimes),
    signedOn: spec.signedOn,
    day: spec.day,
  };
}

/** None of these forms prints an Arabic name: the registry knows few. */
function personOf(person: Pick<Household, 'family' | 'given' | 'birthDate' | 'sex'>): PersonOnForm {
  const { family, given, birthDate, sex } = person;
  return { family, given, familyArabic: '', givenArabic: '', birthDate, sex };
}

function designOf({ look, labelsOn, symbology, acts }: MedicineFormSpec): FormOfClaim['design'] {
  const plain = drawDesign(seedOf(`demonstration ${look}`), 'build');
  const hasSeveral = acts.some(({ provider }) => provider !== undefined);
  const form = hasSeveral ? withRowProviders(plain, look) : plain;
  const design = withPharmacy(form, look, 'build');
  const { pharmacy } = design;
  if (pharmacy === undefined) return design;
  const [first, ...others] = pharmacy.boxLabels;
  const barred = (label: typeof first): typeof first => ({
    ...label,
    symbology: symbology ?? label.symbology,
  });
  return {
    ...design,
    has: { ...design.has, arabicNames: false },
    pharmacy: {
      ...pharmacy,
      labelsOn,
      boxLabels: [barred(first), ...others.map(barred)],
      prescription: pharmacy.prescription ?? {
        head: 'left',
        isHandwritten: false,
        numbering: '1/',
        use: 'below',
        labels: 'below',
      },
      invoice: labelsOn === 'invoice' ? (pharmacy.invoice ?? INVOICE) : undefined,
    },
  };
}

const INVOICE: NonNullable<PharmacyDesign['invoice']> = {
  head: 'left',
  isCustomerNamed: true,
  table: {
    columns: ['name', 'quantity', 'unitPrice', 'amount'],
    hasHeader: true,
    ruling: 'full',
    rowHeight: 26,
    emptyRows: 0,
    hasCentimesColumn: false,
    alignment: 'amounts-right',
  },
};
