import type { Finding } from '#claims';
import type { CoverageCheck } from '#coverage';
import { priceBoxes } from '#medicines';
import type { AdjudicationInput } from '../adjudication-input.ts';
import type { AssessedLine, CertainFacts } from '../assessed-line.ts';
import { settleFindings } from '../attestations.ts';
import { checkActive } from '../check-provider.ts';
import { coverageOf } from '../coverage-of.ts';
import { keyedDisease } from '../keyed-disease.ts';
import { boxesPersonOf, personBehind } from '../person-traces.ts';
import { termsFor } from '../set-aside.ts';
import type { PricedLine } from '../tariffs/price-line.ts';
import { withStatedTerms } from '../tariffs/stated-terms.ts';
import { boxesEntry, claimMark, familyGroup, familyMark, personBoxesGroup, whoOf } from '../taken-care.ts';
import { checkRepeated, type DispensedTo } from './check-repeated.ts';
import { grantedRate } from './granted-rate.ts';
import { medicineFingerprint } from './medicine-fingerprint.ts';
import type { ReadDispensing, ReadMedicine, SureBoxes } from './read-dispensing.ts';
import { saleFieldAt } from './sale.ts';

type LineFinding = Omit<Finding, 'line'>;

/** Boxes of a line, with who got them, and all of their code on the form. */
interface LineBoxes extends SureBoxes {
  readonly dispensedOn: string;
  readonly ofCode: DispensedTo;
}

/** So many boxes of one code are looked at, on however many lines they stand. */
function checkCount(
  { boxes, dispensedOn }: DispensedTo,
  { rules }: AdjudicationInput,
): readonly LineFinding[] {
  return boxes <= rules.medicineSettingsOn(dispensedOn).mostBoxes
    ? []
    : [{ kind: 'doubt', code: 'AMOUNT_UNUSUAL', field: 'boxes', details: { boxes } }];
}

/** What is left behind of boxes that are paid: with the family, and with the person, whoever declared them. */
function takenOf(
  { boxes, dispensedOn: day, ofCode: { code, beneficiary, family, ofPerson } }: LineBoxes,
  line: number,
  claim: string,
): AssessedLine['traces'] {
  const taken = { code, day, boxes };
  const inFamily = { ...taken, of: family.mark, who: whoOf(beneficiary) };
  return [
    { group: family.group, fingerprint: boxesEntry(inFamily, claim, line) },
    ...(ofPerson === undefined
      ? []
      : [
          {
            group: ofPerson.group,
            fingerprint: boxesEntry({ ...taken, of: ofPerson.mark, who: undefined }, claim, line),
          },
        ]),
  ];
}

/** Boxes that a clear prescription does not name: another name of the same may be meant, so it is told and holds nothing. */
function checkNamed(line: number, { form }: AdjudicationInput): readonly LineFinding[] {
  const medicine = form.dispensing?.medicines[line - form.acts.length];
  return medicine?.isPrescribed === false ? [{ kind: 'signal', code: 'MEDICINE_NOT_PRESCRIBED' }] : [];
}

/** What speaks against a price of the list, or against the rate. */
const PRICE_CODES = ['MEDICINE_UNKNOWN', 'MEDICINE_PRICE_UNKNOWN', 'RATE_UNKNOWN'] as const;

function price(
  boxes: LineBoxes,
  line: number,
  { person }: CertainFacts,
  { form, medicines, overrides }: AdjudicationInput,
): PricedLine {
  const medicine = medicines?.get(boxes.code);
  const diseaseCode = keyedDisease(form.dispensing?.medicines[line - form.acts.length]);
  const { beneficiary } = boxes.ofCode;
  const granted = grantedRate({ ...boxes, beneficiary, medicine, diseaseCode }, person?.priorApprovals ?? []);
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

/** What boxes are added up by: their code, and the day on which they were sold. */
const keyOf = (code: string, day: string): string => `${code}#${day}`;

/** Boxes of each code and day whose person and day are known; a line whose count is not sure adds nothing to the others. */
function dispensedByCode(
  { medicines }: ReadDispensing,
  { person, beneficiary }: CertainFacts,
  { decidedOn }: AdjudicationInput['claim'],
): ReadonlyMap<string, DispensedTo> {
  if (person === undefined || beneficiary === undefined) return new Map();
  const { registrationNumber } = person.person;
  const mark = boxesPersonOf(person, beneficiary);
  const ofDay = (dispensedOn: string) => ({
    registrationNumber,
    beneficiary,
    dispensedOn,
    behind: personBehind(person, beneficiary),
    family: {
      mark: familyMark(registrationNumber),
      group: familyGroup(registrationNumber, dispensedOn, decidedOn),
    },
    ofPerson:
      mark === undefined ? undefined : { mark, group: personBoxesGroup(mark, dispensedOn, decidedOn) },
  });
  const byCode = new Map<string, DispensedTo>();
  for (const { sure, dispensedOn } of medicines) {
    if (sure === undefined || dispensedOn === undefined) continue;
    const { code, boxes, billedPerBoxCentimes } = sure;
    const before = byCode.get(keyOf(code, dispensedOn));
    byCode.set(keyOf(code, dispensedOn), {
      ...ofDay(dispensedOn),
      code,
      boxes: (before?.boxes ?? 0) + boxes,
      billedCentimes: (before?.billedCentimes ?? 0) + boxes * billedPerBoxCentimes,
    });
  }
  return byCode;
}

/** What speaks against boxes of one code and day, for those of the form on its other days, and for what others were paid. */
function repeatedOf(
  boxes: DispensedTo,
  all: readonly DispensedTo[],
  facts: CertainFacts,
  input: AdjudicationInput,
): readonly LineFinding[] {
  const ofCode = all.filter(({ code }) => code === boxes.code);
  const count = ofCode.reduce((sum, one) => sum + one.boxes, 0);
  const onForm = ofCode.filter((one) => one !== boxes);
  const repeated = checkRepeated(boxes, onForm, facts, input);
  return [...checkCount({ ...boxes, boxes: count }, input), ...(repeated === undefined ? [] : [repeated])];
}

function assessMedicine(
  { line, read, pharmacy, dispensedOn, sure, findings: unsure }: ReadMedicine,
  ofCode: DispensedTo | undefined,
  repeated: readonly LineFinding[],
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
  const boxes = sure && ofCode && { ...sure, dispensedOn: ofCode.dispensedOn, ofCode };
  const inactive = dispensedOn === undefined ? undefined : checkActive(pharmacy, dispensedOn, 'pharmacyInpe');
  const before = settle([
    ...unsure,
    ...(coverage?.against ?? []),
    ...(inactive === undefined ? [] : [inactive]),
    ...(boxes === undefined ? [] : repeated),
    ...checkNamed(line, input),
  ]);
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
        dateOfCare: dispensedOn ?? saleFieldAt(input.form, 'dispensedOn', line)?.value,
        keyLetter: undefined,
        coefficientHundredths: undefined,
        quantity: read.boxes,
        billedCentimes: read.billedCentimes,
      },
      sure: { dateOfCare: dispensedOn },
    },
    coverage,
    priced,
    fingerprint: boxes && medicineFingerprint(boxes.ofCode),
    group: undefined,
    traces: boxes === undefined ? [] : takenOf(boxes, line, claimMark(input.claim.claimId)),
    findings: [...before, ...settle(priced?.findings ?? [])],
  };
}

/** Assesses the medicines of a form on what is certain: coverage on their day of dispensing, pharmacy, repetition, price. */
export function assessMedicines(
  dispensing: ReadDispensing | undefined,
  facts: CertainFacts,
  input: AdjudicationInput,
): readonly AssessedLine[] {
  if (dispensing === undefined) return [];
  const { medicines } = dispensing;
  const byCode = dispensedByCode(dispensing, facts, input.claim);
  const all = [...byCode.values()];
  const repeatedByCode = new Map(
    [...byCode].map(([key, boxes]) => [key, repeatedOf(boxes, all, facts, input)]),
  );
  const coverages = new Map<string | undefined, CoverageCheck | undefined>();
  for (const { line, dispensedOn } of medicines)
    if (!coverages.has(dispensedOn))
      coverages.set(dispensedOn, coverageOn(facts, dispensedOn, { line }, input));
  return medicines.map((medicine) => {
    const key = keyOf(medicine.sure?.code ?? '', medicine.dispensedOn ?? '');
    return assessMedicine(
      medicine,
      byCode.get(key),
      repeatedByCode.get(key) ?? [],
      coverages.get(medicine.dispensedOn),
      facts,
      input,
    );
  });
}
