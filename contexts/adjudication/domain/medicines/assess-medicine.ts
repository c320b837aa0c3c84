import type { BeneficiaryRef, Finding } from '#claims';
import type { CoverageCheck } from '#coverage';
import { priceBoxes, tooSoonAgain } from '#medicines';
import type { AdjudicationInput } from '../adjudication-input.ts';
import type { AssessedLine, CertainFacts } from '../assessed-line.ts';
import { settleFindings } from '../attestations.ts';
import { checkActive } from '../check-provider.ts';
import { coverageOf } from '../coverage-of.ts';
import { keyedDisease } from '../keyed-disease.ts';
import { findTrace, personBehind, type TracedCare, tracesOf } from '../person-traces.ts';
import { termsFor } from '../set-aside.ts';
import type { PricedLine } from '../tariffs/price-line.ts';
import { withStatedTerms } from '../tariffs/stated-terms.ts';
import { grantedRate } from './granted-rate.ts';
import { daysAround, medicineFingerprint, medicineGroup } from './medicine-fingerprint.ts';
import type { ReadDispensing, ReadMedicine, SureBoxes } from './read-dispensing.ts';

type LineFinding = Omit<Finding, 'line'>;

/** Boxes whose person and day are known. */
interface DispensedTo extends SureBoxes {
  readonly registrationNumber: string;
  readonly beneficiary: BeneficiaryRef;
  readonly dispensedOn: string;
}

/** Longest time that boxes may last, as far as anybody looks for the ones before. */
const MOST_DAYS = 120;

function membersOf({ person }: CertainFacts): readonly BeneficiaryRef[] {
  const dependants = person?.dependants ?? [];
  return [
    { kind: 'insured' },
    ...dependants.map(({ dependantId }) => ({ kind: 'dependant', dependantId }) as const),
  ];
}

/** The same boxes again, those of somebody else of the family, or more before the first can be used up. */
function checkRepeated(
  boxes: DispensedTo,
  facts: CertainFacts,
  { knownFingerprints, knownGroups, medicines, rules }: AdjudicationInput,
): LineFinding | undefined {
  if (knownGroups?.get(medicineGroup(boxes)) === undefined) return undefined;
  const claimOf = (beneficiary: BeneficiaryRef, day: string): string | undefined =>
    knownFingerprints.get(medicineFingerprint({ ...boxes, beneficiary, dispensedOn: day }));
  const same = claimOf(boxes.beneficiary, boxes.dispensedOn);
  // A code is no serial number: a second box of the day may be another one.
  if (same !== undefined) return { kind: 'doubt', code: 'DUPLICATE', details: { claimId: same } };
  const other = membersOf(facts)
    .flatMap((member) => claimOf(member, boxes.dispensedOn) ?? [])
    .at(0);
  if (other !== undefined) return { kind: 'doubt', code: 'NEAR_DUPLICATE', details: { claimId: other } };
  const medicine = medicines?.get(boxes.code);
  if (medicine === undefined) return undefined;
  const others = daysAround(boxes.dispensedOn, MOST_DAYS)
    .filter((day) => claimOf(boxes.beneficiary, day) !== undefined)
    .map((dispensedOn) => ({ code: boxes.code, dispensedOn, boxes: 1 }));
  return tooSoonAgain(boxes, medicine, others, rules);
}

/** Boxes as those of a person, whoever declared them. */
function tracedBoxes(
  { code, boxes, billedPerBoxCentimes, dispensedOn, beneficiary }: DispensedTo,
  { person }: CertainFacts,
): TracedCare | undefined {
  const who = person && personBehind(person, beneficiary);
  return (
    who && { ...who, at: code, day: dispensedOn, what: code, billedCentimes: boxes * billedPerBoxCentimes }
  );
}

/** The same medicine that day, or the day beside, for somebody born on the same day under another number: a person looks. */
function checkElsewhere(boxes: TracedCare, input: AdjudicationInput): LineFinding | undefined {
  const found = findTrace(boxes, input);
  return found && { kind: 'doubt', code: 'NEAR_DUPLICATE', details: { claimId: found.claimId } };
}

/** What speaks against a price of the list, or against the rate. */
const PRICE_CODES = ['MEDICINE_UNKNOWN', 'MEDICINE_PRICE_UNKNOWN', 'RATE_UNKNOWN'] as const;

function price(
  boxes: DispensedTo,
  line: number,
  { person }: CertainFacts,
  { form, medicines, overrides }: AdjudicationInput,
): PricedLine {
  const medicine = medicines?.get(boxes.code);
  const diseaseCode = keyedDisease(form.dispensing?.medicines[line - form.acts.length]);
  const granted = grantedRate({ ...boxes, medicine, diseaseCode }, person?.priorApprovals ?? []);
  const listed = priceBoxes({ ...boxes, medicine, rateBasisPoints: granted.rateBasisPoints });
  const billedCentimes = boxes.billedPerBoxCentimes * boxes.boxes;
  const terms = termsFor(PRICE_CODES, line, overrides);
  const found = {
    ...listed,
    findings: [...listed.findings, ...granted.findings],
    ruleIds: [...listed.ruleIds, ...granted.ruleIds],
  };
  const priced = withStatedTerms(found, billedCentimes, terms);
  return {
    code: undefined,
    coefficientHundredths: undefined,
    unitTariffCentimes: priced.baseCentimes,
    basisCentimes: priced.basisCentimes,
    rateBasisPoints: priced.rateBasisPoints,
    paidCentimes: priced.paidCentimes,
    findings: priced.findings,
    ruleIds: priced.ruleIds,
  };
}

function coverageOn(
  { person, beneficiary }: CertainFacts,
  day: string | undefined,
  ofLine: { readonly line: number; readonly sameDay?: CoverageCheck | undefined },
  input: AdjudicationInput,
): CoverageCheck | undefined {
  return day === undefined || person === undefined || beneficiary === undefined
    ? undefined
    : coverageOf({ person, beneficiary, day, ...ofLine }, input);
}

function dispensedTo(
  sure: SureBoxes | undefined,
  { person, beneficiary }: CertainFacts,
  dispensedOn: string | undefined,
): DispensedTo | undefined {
  const registrationNumber = person?.person.registrationNumber;
  return sure === undefined ||
    beneficiary === undefined ||
    dispensedOn === undefined ||
    registrationNumber === undefined
    ? undefined
    : { ...sure, registrationNumber, beneficiary, dispensedOn };
}

function assessMedicine(
  { line, read, sure, findings: unsure }: ReadMedicine,
  { dispensedOn, pharmacy }: ReadDispensing,
  sameDay: CoverageCheck | undefined,
  facts: CertainFacts,
  input: AdjudicationInput,
): AssessedLine {
  const coverage = coverageOn(facts, dispensedOn, { line, sameDay }, input);
  const settle = (findings: readonly LineFinding[]): readonly Finding[] =>
    settleFindings(
      findings.map((finding) => ({ ...finding, line })),
      input,
    );
  const boxes = dispensedTo(sure, facts, dispensedOn);
  const inactive = dispensedOn === undefined ? undefined : checkActive(pharmacy, dispensedOn);
  const ofPerson = boxes && tracedBoxes(boxes, facts);
  const repeated =
    boxes && (checkRepeated(boxes, facts, input) ?? (ofPerson && checkElsewhere(ofPerson, input)));
  const before = settle([...unsure, ...(coverage?.against ?? []), inactive ?? [], repeated ?? []].flat());
  // Boxes that a supervisor found to be others than those of that day, which stay taken.
  const isApart = before.some(({ code, kind }) => code === 'DUPLICATE' && kind === 'signal');
  const apartFrom = isApart ? input.claim.claimId : undefined;
  const isRejected = facts.isClaimRejected || before.some(({ kind }) => kind === 'rejection');
  const isCovered = coverage?.scheme !== undefined && pharmacy.provider !== undefined;
  const priced =
    boxes === undefined || isRejected || !isCovered ? undefined : price(boxes, line, facts, input);
  return {
    act: {
      line,
      read: {
        kind: 'medicine',
        medicineCode: read.code,
        dateOfCare: dispensedOn ?? input.form.dispensing?.dispensedOn?.value,
        keyLetter: undefined,
        coefficientHundredths: undefined,
        quantity: read.boxes,
        billedCentimes: read.billedCentimes,
      },
      sure: { dateOfCare: dispensedOn },
    },
    coverage,
    priced,
    fingerprint: boxes && medicineFingerprint({ ...boxes, apartFrom }),
    asFound: boxes && medicineFingerprint(boxes),
    group: boxes && medicineGroup(boxes),
    traces: ofPerson === undefined ? [] : tracesOf(ofPerson, input.claim.claimId),
    findings: [...before, ...settle(priced?.findings ?? [])],
  };
}

/** Assesses the medicines of a form on what is certain: coverage on the day of dispensing, pharmacy, repetition, price. */
export function assessMedicines(
  dispensing: ReadDispensing | undefined,
  facts: CertainFacts,
  input: AdjudicationInput,
): readonly AssessedLine[] {
  if (dispensing === undefined) return [];
  const { dispensedOn, medicines } = dispensing;
  const sameDay = coverageOn(facts, dispensedOn, { line: medicines[0]?.line ?? 0 }, input);
  return medicines.map((medicine) => assessMedicine(medicine, dispensing, sameDay, facts, input));
}
