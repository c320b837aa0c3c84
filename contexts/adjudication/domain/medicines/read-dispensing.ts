import type { Finding } from '#claims';
import { priceOn } from '#medicines';
import { billedForBoxes, type CareFormMedicine, type Dispensing, type ReadField } from '#reading';
import type { Provider } from '#registry';
import { type Centimes, isIsoDate } from '#shared';
import type { AdjudicationInput } from '../adjudication-input.ts';
import { isAttested } from '../attestations.ts';
import type { Certainty } from '../certainty.ts';
import type { CheckedProvider } from '../check-provider.ts';
import type { ReadAct } from '../read-act.ts';
import { isOfProfession } from '../tariffs/act-code.ts';
import { checkPrescriptions } from './check-prescription.ts';

/** Boxes of one medicine, as they may be believed. */
export interface SureBoxes {
  /** EAN-13. */
  readonly code: string;
  readonly boxes: number;
  readonly billedPerBoxCentimes: Centimes;
}

export interface ReadMedicine {
  /** 0-based, behind the acts of the form. */
  readonly line: number;
  /** As it was read, for people to see. */
  readonly read: {
    readonly code: string | undefined;
    readonly boxes: number | undefined;
    readonly billedCentimes: Centimes | undefined;
  };
  /** Who sold them. */
  readonly pharmacy: CheckedProvider;
  /** ISO date; undefined where it is not sure. */
  readonly dispensedOn: string | undefined;
  /** Undefined where something of it is in doubt. */
  readonly sure: SureBoxes | undefined;
  readonly findings: readonly Finding[];
}

/** What pharmacies sold, as far as it may be believed. */
export interface ReadDispensing {
  readonly medicines: readonly ReadMedicine[];
  /** About the sales, as a whole or of the lines that name their own. */
  readonly findings: readonly Finding[];
}

interface Evidence {
  readonly certainty: Certainty;
  /** Acts and medicines add up to the total. */
  readonly isSumRight: boolean;
}

const unread = (field: string): Finding => ({ kind: 'doubt', code: 'FIELD_UNREADABLE', field });

function readPharmacy(
  inpe: ReadField<string> | undefined,
  pharmacy: Provider | undefined,
  { certainty }: Evidence,
): CheckedProvider {
  const unsure = (code: Finding['code']): CheckedProvider => ({
    provider: undefined,
    isNameConfirmed: false,
    findings: [{ kind: 'doubt', code, field: 'pharmacyInpe' }],
  });
  if (inpe === undefined) return unsure('FIELD_UNREADABLE');
  if (pharmacy?.inpe !== inpe.value)
    return unsure(certainty.isCertain(inpe) ? 'INPE_UNKNOWN' : 'FIELD_UNREADABLE');
  const isNameConfirmed = inpe.evidence?.includes('NEIGHBOURS') === true;
  const isSure =
    isAttested(inpe) ||
    // Two pharmacies on the pages are two sellers, and no misreading of one.
    (isNameConfirmed ? certainty.isCertainWhenConfirmed(inpe) : certainty.isCertain(inpe));
  return isSure ? { provider: pharmacy, isNameConfirmed, findings: [] } : unsure('FIELD_UNREADABLE');
}

/** Only who may sell medicines is paid for: a number that a person keyed may be the prescriber's. */
function checkSeller(
  { provider }: CheckedProvider,
  day: string | undefined,
  { rules }: AdjudicationInput,
): readonly Finding[] {
  if (provider === undefined || day === undefined) return [];
  const { inpe, specialty } = provider;
  const { answer } = isOfProfession(specialty, rules.medicineProfessionsOn('sell', day), day, rules);
  if (answer === 'yes') return [];
  const details = { inpe, cause: answer === 'no' ? 'NOT_A_PHARMACY' : answer };
  return [{ kind: 'doubt', code: 'ACT_NOT_OF_SPECIALTY', field: 'pharmacyInpe', details }];
}

function sureDay(day: ReadField<string> | undefined, { certainty }: Evidence): string | undefined {
  if (day === undefined || !isIsoDate(day.value)) return undefined;
  const isRepeated = day.evidence?.includes('REPEATED') === true;
  const isSure = certainty.isCertain(day) || (isRepeated && certainty.isCertainWhenConfirmed(day));
  return isSure || isAttested(day) ? day.value : undefined;
}

/**
 * Whether the code of a line may be believed: bars prove themselves; 13 digits whose check digit is right are believed where the
 * list has that box at the price that was paid, and the sum is right.
 */
function isCodeSure(
  { code, unitPriceCentimes: price }: CareFormMedicine,
  day: string | undefined,
  { medicines }: AdjudicationInput,
  { certainty, isSumRight }: Evidence,
): boolean {
  if (isAttested(code)) return true;
  if (code?.evidence?.includes('BARCODE') === true) return certainty.isCertain(code);
  const medicine = medicines?.get(code?.value ?? '');
  if (medicine === undefined || day === undefined || !isSumRight) return false;
  return certainty.isCertainWhenConfirmed(code) && priceOn(medicine, day)?.ppvCentimes === price?.value;
}

/** Who sold boxes and when, with what is doubted of it. */
interface Sale {
  readonly pharmacy: CheckedProvider;
  readonly dispensedOn: string | undefined;
  readonly findings: readonly Finding[];
}

/** The sale of the lines that name no pharmacy, or no day. */
function saleOfForm(dispensing: Dispensing, input: AdjudicationInput, evidence: Evidence): Sale {
  const dispensedOn = sureDay(dispensing.dispensedOn, evidence);
  const pharmacy = readPharmacy(dispensing.pharmacyInpe, input.pharmacy, evidence);
  // Nobody asks about what each line says for itself.
  const ofPharmacy = dispensing.medicines.filter(({ pharmacyInpe }) => pharmacyInpe === undefined);
  const isDayAsked = dispensing.medicines.some((medicine) => medicine.dispensedOn === undefined);
  const days = ofPharmacy.flatMap((medicine) => sureDayOf(medicine, dispensedOn, evidence) ?? []);
  const sellers = [...new Set(days)].map((day) => checkSeller(pharmacy, day, input));
  return {
    pharmacy,
    dispensedOn,
    findings: [
      ...(ofPharmacy.length === 0 ? [] : pharmacy.findings),
      ...(sellers.find((findings) => findings.length > 0) ?? []),
      ...(isDayAsked && dispensedOn === undefined ? [unread('dispensedOn')] : []),
    ],
  };
}

const sureDayOf = (
  { dispensedOn: own }: CareFormMedicine,
  ofForm: string | undefined,
  evidence: Evidence,
): string | undefined => (own === undefined ? ofForm : sureDay(own, evidence));

/** The sale of a line: what it says for itself is doubted for itself, and nothing of the form is taken in its place. */
function saleOfLine(
  medicine: CareFormMedicine,
  line: number,
  ofForm: Sale,
  input: AdjudicationInput,
  evidence: Evidence,
): Sale {
  const { pharmacyInpe: inpe, dispensedOn: ownDay } = medicine;
  const dispensedOn = sureDayOf(medicine, ofForm.dispensedOn, evidence);
  const own = inpe && readPharmacy(inpe, input.rowProviders?.get(inpe.value), evidence);
  const findings = [
    ...(own === undefined ? [] : [...own.findings, ...checkSeller(own, dispensedOn, input)]),
    ...(ownDay !== undefined && dispensedOn === undefined ? [unread('dispensedOn')] : []),
  ];
  return {
    pharmacy: own ?? ofForm.pharmacy,
    dispensedOn,
    findings: findings.map((finding) => ({ ...finding, line })),
  };
}

function isCount(boxes: number): boolean {
  return Number.isSafeInteger(boxes) && boxes > 0;
}

function readMedicine(
  medicine: CareFormMedicine,
  line: number,
  { pharmacy, dispensedOn: day }: Sale,
  input: AdjudicationInput,
  evidence: Evidence,
): ReadMedicine {
  const { code, quantity, unitPriceCentimes: price } = medicine;
  const billedCentimes = billedForBoxes(medicine);
  const boxes = quantity !== undefined && isCount(quantity.value) ? quantity.value : undefined;
  const isCounted =
    boxes !== undefined && (isAttested(quantity) || (evidence.isSumRight && quantity?.doubts.length === 0));
  const isPriced =
    price !== undefined &&
    price.value > 0 &&
    (isAttested(price) || evidence.isSumRight) &&
    price.value * (boxes ?? 0) === billedCentimes;
  const findings = [
    ...(isCodeSure(medicine, day, input, evidence) ? [] : [unread('medicineCode')]),
    ...(isCounted ? [] : [unread('boxes')]),
    ...(isPriced ? [] : [unread('unitPriceCentimes')]),
  ].map((finding) => ({ ...finding, line }));
  const sure =
    findings.length > 0 || code === undefined || boxes === undefined || price === undefined
      ? undefined
      : { code: code.value, boxes, billedPerBoxCentimes: price.value };
  const read = { code: code?.value, boxes, billedCentimes };
  return { line, read, pharmacy, dispensedOn: day, sure, findings };
}

/**
 * Takes what a pharmacy sold, and says which of it may be believed; undefined where the form has no medicines.
 * @param acts those of the form, of which one may be the visit at which it was prescribed
 */
export function readDispensing(
  input: AdjudicationInput,
  acts: readonly ReadAct[],
  evidence: Evidence,
): ReadDispensing | undefined {
  const { form } = input;
  const { dispensing } = form;
  if (dispensing === undefined) return undefined;
  const ofForm = saleOfForm(dispensing, input, evidence);
  const sales = dispensing.medicines.map((medicine, index) =>
    saleOfLine(medicine, form.acts.length + index, ofForm, input, evidence),
  );
  const days = [...new Set(sales.flatMap(({ dispensedOn }) => dispensedOn ?? []))].toSorted();
  return {
    medicines: dispensing.medicines.map((medicine, index) =>
      readMedicine(medicine, form.acts.length + index, sales[index] ?? ofForm, input, evidence),
    ),
    findings: [
      ...ofForm.findings,
      ...sales.flatMap(({ findings }) => findings),
      ...checkPrescriptions(input, acts, days, evidence.certainty),
    ],
  };
}
