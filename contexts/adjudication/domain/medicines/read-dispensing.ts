import type { Finding } from '#claims';
import { priceOn } from '#medicines';
import { billedForBoxes, type CareFormMedicine, type Dispensing } from '#reading';
import { type Centimes, isIsoDate } from '#shared';
import type { AdjudicationInput } from '../adjudication-input.ts';
import { isAttested } from '../attestations.ts';
import type { Certainty } from '../certainty.ts';
import type { CheckedProvider } from '../check-provider.ts';
import type { ReadAct } from '../read-act.ts';
import { isOfProfession } from '../tariffs/act-code.ts';
import { checkPrescription } from './check-prescription.ts';

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
  /** Undefined where something of it is in doubt. */
  readonly sure: SureBoxes | undefined;
  readonly findings: readonly Finding[];
}

/** What a pharmacy sold, as far as it may be believed. */
export interface ReadDispensing {
  readonly pharmacy: CheckedProvider;
  /** ISO date. */
  readonly dispensedOn: string | undefined;
  readonly medicines: readonly ReadMedicine[];
  /** About the dispensing as a whole. */
  readonly findings: readonly Finding[];
}

interface Evidence {
  readonly certainty: Certainty;
  /** Acts and medicines add up to the total. */
  readonly isSumRight: boolean;
}

const unread = (field: string): Finding => ({ kind: 'doubt', code: 'FIELD_UNREADABLE', field });

function readPharmacy(
  { pharmacyInpe: inpe }: Dispensing,
  { pharmacy }: AdjudicationInput,
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
    isAttested(inpe) || (isNameConfirmed ? certainty.isCertainWhenFound(inpe) : certainty.isCertain(inpe));
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

function sureDay({ dispensedOn: day }: Dispensing, { certainty }: Evidence): string | undefined {
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

function isCount(boxes: number): boolean {
  return Number.isSafeInteger(boxes) && boxes > 0;
}

function readMedicine(
  medicine: CareFormMedicine,
  line: number,
  day: string | undefined,
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
  return { line, read: { code: code?.value, boxes, billedCentimes }, sure, findings };
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
  const dispensedOn = sureDay(dispensing, evidence);
  const pharmacy = readPharmacy(dispensing, input, evidence);
  return {
    pharmacy,
    dispensedOn,
    medicines: dispensing.medicines.map((medicine, index) =>
      readMedicine(medicine, form.acts.length + index, dispensedOn, input, evidence),
    ),
    findings: [
      ...pharmacy.findings,
      ...checkSeller(pharmacy, dispensedOn, input),
      ...(dispensedOn === undefined ? [unread('dispensedOn')] : []),
      ...checkPrescription(input, acts, dispensedOn, evidence.certainty),
    ],
  };
}
