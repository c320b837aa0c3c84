import type { RecognisedPage } from '../../ocr/engine/ocr-engine.ts';
import type { DrawnPage } from '../drawing/page-pen.ts';
import type { AttachmentSpec } from '../pages/attachment.ts';
import { seededRandom, seedOf, type Random } from '../random.ts';
import { recognisedPage } from '../recognised-page.ts';
import { asOnForm } from '../scenarios/calendar.ts';
import type { CareFormFields, PageTruth } from '../truth.ts';
import { anyDegradation } from './any-degradation.ts';
import { claimWithCareType } from './claim/claim-with-care-type.ts';
import { claimWithMedicines } from './claim/claim-with-medicines.ts';
import { anyClaim, type AnyClaim } from './claim/any-claim.ts';
import { claimWithProviders } from './claim/claim-with-providers.ts';
import { formContent } from './content/form-content.ts';
import { drawDesign } from './design/draw-design.ts';
import { withPharmacy } from './design/draw-pharmacy-design.ts';
import { withCareType } from './design/with-care-type.ts';
import { withRowProviders } from './design/draw-table-design.ts';
import type { FormDesign } from './design/form-design.ts';
import { drawnPages, encodedScan, scannedPages, truthsOf, type FormOfClaim } from './form-of-claim.ts';
import type { Half } from './half.ts';

export interface AnyFormOptions {
  readonly half: Half;
  /** ISO date on which the claim is handed in. */
  readonly day: string;
  /** Forms with a pharmacy's part: other claims of other people, whose seeds begin at 0 too. */
  readonly medicines?: boolean;
  /** Forms whose rows name further providers: other claims again. */
  readonly providers?: boolean;
  /** Forms of the build half that ask for the kind of care: other claims again. */
  readonly careTypes?: boolean;
}

/** A claim on a form that nobody has seen before, without its picture. */
export interface AnyFormSample {
  readonly id: string;
  readonly half: Half;
  readonly claim: AnyClaim;
  readonly design: FormDesign;
  /** What is printed on the form. */
  readonly fields: CareFormFields;
  /** What the form means: with what it says by leaving it out. */
  readonly meant: CareFormFields;
  /** One a page; the form comes first. */
  readonly truths: readonly PageTruth[];
  /** What a perfect OCR engine would answer, with Arabic; one a page. */
  readonly perfectPages: readonly RecognisedPage[];
}

export interface AnyFormScan extends AnyFormSample {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
}

const LINK_NAMES = { insured: 'assure', spouse: 'conjoint', child: 'enfant' } as const;
const TEST_PEOPLE_FROM = 450_000;
const PEOPLE_WITH_MEDICINES_FROM = 900_000;
const PEOPLE_WITH_PROVIDERS_FROM = 1_800_000;
const PEOPLE_WITH_CARE_TYPES_FROM = 2_700_000;

/**
 * Lays out a claim on a form of random structure: words and truth alone, in some milliseconds. The same seed and options give
 * the same sample.
 * @param seed a whole number from 0 to 449,999
 */
export function anyFormSample(seed: number, options: AnyFormOptions): AnyFormSample {
  const plan = planOf(seed, options);
  const pages = drawnPages(plan, true);
  return sampleOf(plan, pages);
}

/** Draws and scans the same claim. */
export async function anyFormScan(seed: number, options: AnyFormOptions): Promise<AnyFormScan> {
  const plan = planOf(seed, options);
  const { pages, scanned } = await scannedPages(plan);
  const random = seededRandom(seedOf(`${plan.id} file`));
  const isBilevel = scanned.every((page) => page.bilevel);
  const kind =
    scanned.length > 1
      ? random.pick(isBilevel ? (['tiff', 'pdf'] as const) : (['pdf', 'pdf', 'tiff'] as const))
      : random.pick(
          isBilevel
            ? (['tiff', 'png', 'pdf'] as const)
            : (['jpeg', 'jpeg', 'jpeg', 'jpeg', 'jpeg', 'pdf', 'png'] as const),
        );
  return { ...sampleOf(plan, pages), ...(await encodedScan(plan.id, kind, scanned)) };
}

/** Draws the pages of the same claim as they lie on the table, before anybody scans them. */
export function anyFormPages(seed: number, options: AnyFormOptions, dpi: number): readonly DrawnPage[] {
  const plan = planOf(seed, options);
  return drawnPages({ ...plan, degradation: { dpi } }, false);
}

interface Plan extends FormOfClaim {
  readonly half: Half;
  readonly claim: AnyClaim;
}

function planOf(seed: number, options: AnyFormOptions): Plan {
  const { half, medicines = false, providers = false, careTypes = false } = options;
  if (careTypes && half === 'test') throw new RangeError('Only the build half asks for the kind of care');
  const kind = medicines ? 'medicines-' : providers ? 'providers-' : careTypes ? 'care-types-' : '';
  const id = `${half}-${kind}${seed.toString().padStart(5, '0')}`;
  const number = half === 'build' ? seed : TEST_PEOPLE_FROM + seed;
  const claim = claimOf(number, options);
  const form = drawDesign(seedOf(`${id} design`), half);
  const design = medicines
    ? withPharmacy(form, seedOf(`${id} pharmacy`), half)
    : providers
      ? withRowProviders(form, seedOf(`${id} providers`))
      : careTypes
        ? withCareType(form, seedOf(`${id} care types`))
        : form;
  const random = seededRandom(seedOf(`${id} content`));
  return {
    id,
    half,
    claim,
    design,
    content: formContent(claim, design, random),
    // Claims with medicines have sheets of their own.
    attachments: medicines ? [] : attachmentsOf(claim, random),
    degradation: anyDegradation(seededRandom(seedOf(`${id} scanner`))),
  };
}

function claimOf(number: number, { day, medicines, providers, careTypes }: AnyFormOptions): AnyClaim {
  if (medicines === true) return claimWithMedicines(PEOPLE_WITH_MEDICINES_FROM + number, day);
  if (providers === true) return claimWithProviders(PEOPLE_WITH_PROVIDERS_FROM + number, day);
  if (careTypes === true) return claimWithCareType(PEOPLE_WITH_CARE_TYPES_FROM + number, day);
  return anyClaim(number, day);
}

function sampleOf(plan: Plan, pages: readonly DrawnPage[]): AnyFormSample {
  const { id, half, claim, design } = plan;
  const { printed, truths } = truthsOf(plan, pages);
  return {
    id,
    half,
    claim,
    design,
    fields: printed,
    meant: meantFields(printed, claim),
    truths,
    perfectPages: truths.map((truth) => recognisedPage(truth, { arabic: 'keep' })),
  };
}

/** Who leaves out the patient means the insured; who leaves out the link means what name and birth date say. */
function meantFields(printed: CareFormFields, { link, patient }: AnyClaim): CareFormFields {
  return {
    ...printed,
    beneficiaire: LINK_NAMES[link],
    ...(printed.patient === undefined
      ? { patient: `${patient.family} ${patient.given}`, patient_naissance: asOnForm(patient.birthDate) }
      : {}),
  };
}

function attachmentsOf(claim: AnyClaim, random: Random): readonly AttachmentSpec[] {
  const draw = random.next();
  const { provider, patient } = claim;
  const name = `${patient.family} ${patient.given}`;
  const date = asOnForm(claim.signedOn);
  if (draw < 0.1)
    return [
      {
        kind: 'prescription',
        doctor: provider.name,
        specialty: provider.specialty,
        inpe: provider.inpe,
        city: provider.place,
        patient: name,
        date,
        medicines: [
          { name: 'DOLIPRANE 1000 mg', use: '1 cp x 3 / jour' },
          { name: 'AMOXIL 1 g', use: '1 cp matin et soir, 6 jours' },
        ],
      },
    ];
  if (draw < 0.16)
    return [
      {
        kind: 'lab-result',
        laboratory: 'Laboratoire Ibn Zohr',
        city: provider.place,
        patient: name,
        prescriber: provider.name,
        date,
        results: [
          { name: 'Glycémie à jeun', value: '0,92 g/l', usual: '0,70 - 1,10' },
          { name: 'Créatinine', value: '8 mg/l', usual: '6 - 12' },
          { name: 'Cholestérol total', value: '1,87 g/l', usual: '< 2,00' },
        ],
      },
    ];
  return [];
}
