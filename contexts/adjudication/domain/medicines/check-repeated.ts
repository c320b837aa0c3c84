import type { BeneficiaryRef, Finding } from '#claims';
import { type DispensedBoxes, type Medicine, renewalDays, tooSoonAgain } from '#medicines';
import type { AdjudicationInput } from '../adjudication-input.ts';
import type { CertainFacts } from '../assessed-line.ts';
import { daysAround } from '../near-days.ts';
import { findTrace, type personBehind } from '../person-traces.ts';
import { isWithinDays, type TakenBoxes, whoOf } from '../taken-care.ts';
import { medicineFingerprint, medicineGroup } from './medicine-fingerprint.ts';

/** Longest time that boxes may last, as far as anybody looks for the ones before. */
export const MOST_PACK_DAYS = 120;
/** Longest time within which boxes of the family are compared: what is looked up, whatever the rules of the day say. */
export const MOST_FAMILY_DAYS = 7;

/** All boxes of one code on a form, with who got them. */
export interface DispensedTo {
  readonly registrationNumber: string;
  readonly beneficiary: BeneficiaryRef;
  readonly code: string;
  /** ISO date. */
  readonly dispensedOn: string;
  readonly boxes: number;
  readonly billedCentimes: number;
  /** Of the family and of the person, as what was taken bears them. */
  readonly family: Keeping;
  readonly ofPerson: Keeping | undefined;
  /** Who it is beyond the declaration, as claims left traces before. */
  readonly behind: ReturnType<typeof personBehind>;
}

/** Where boxes are kept when they are paid, and by which mark. */
interface Keeping {
  readonly mark: string;
  readonly group: string;
}

type LineFinding = Omit<Finding, 'line'>;

const doubt = (code: 'DUPLICATE' | 'NEAR_DUPLICATE', claimId: string): LineFinding => ({
  kind: 'doubt',
  code,
  details: { claimId },
});

const asDispensed = ({ code, day, boxes }: TakenBoxes): DispensedBoxes => ({ code, dispensedOn: day, boxes });

/**
 * The same boxes again, those of somebody else of the family, or more before the first can be used up.
 * @param onForm boxes of the same code that the form has for other days
 */
export function checkRepeated(
  boxes: DispensedTo,
  onForm: readonly DispensedTo[],
  facts: Pick<CertainFacts, 'person' | 'taken'>,
  input: AdjudicationInput,
): LineFinding | undefined {
  const { familyDays } = input.rules.medicineSettingsOn(boxes.dispensedOn);
  const all = facts.taken?.boxes.get(boxes.code) ?? [];
  const who = whoOf(boxes.beneficiary);
  const ofFamily = all.filter(({ of }) => of === boxes.family.mark);
  const ofPerson = all.filter(({ of }) => of === boxes.ofPerson?.mark);
  // A code is no serial number: a second box of the day may be another one.
  const same = ofFamily.find((one) => one.who === who && one.day === boxes.dispensedOn);
  if (same !== undefined) return doubt('DUPLICATE', same.claimId);
  const other =
    ofFamily.find((one) => one.who !== who && isWithinDays(one.day, boxes.dispensedOn, familyDays)) ??
    // Declared by somebody else too, or under another id.
    ofPerson.find((one) => one.day === boxes.dispensedOn);
  if (other !== undefined) return doubt('NEAR_DUPLICATE', other.claimId);
  const before = ownedBefore(boxes, facts, input);
  if ('code' in before) return before;
  const medicine = input.medicines?.get(boxes.code);
  // Who was declared anew, or whose birth date was put right, is known by the declaration.
  const ofDeclared = ofFamily.filter(
    (one) => one.who === who && !ofPerson.some(({ day }) => day === one.day),
  );
  const others = [...[...ofPerson, ...ofDeclared].map(asDispensed), ...onForm];
  return medicine && tooSoonAgain(boxes, medicine, [...others, ...before.others], input.rules);
}

function membersOf({ person }: Pick<CertainFacts, 'person'>): readonly BeneficiaryRef[] {
  const dependants = person?.dependants ?? [];
  return [
    { kind: 'insured' },
    ...dependants.map(({ dependantId }) => ({ kind: 'dependant', dependantId }) as const),
  ];
}

/** Days around on which one box, or these boxes, would not be used up: no others are guessed. */
function daysThatCount(boxes: DispensedTo, medicine: Medicine | undefined, { rules }: AdjudicationInput) {
  if (medicine === undefined) return [];
  const days = (count: number): number =>
    Math.min(MOST_PACK_DAYS, renewalDays(medicine, { ...boxes, boxes: count }, rules) - 1);
  return daysAround(boxes.dispensedOn, { before: days(1), after: days(boxes.boxes) });
}

/**
 * The same of claims that were paid when each code had groups of its own, in which boxes were hashes: their days are guessed, and each
 * counts as one box.
 */
function ownedBefore(
  boxes: DispensedTo,
  facts: Pick<CertainFacts, 'person'>,
  input: AdjudicationInput,
): LineFinding | { readonly others: readonly DispensedBoxes[] } {
  const { knownFingerprints, knownGroups } = input;
  if (knownGroups === undefined || knownGroups.size === 0) return { others: [] };
  const elsewhere = (): LineFinding | undefined => {
    const { behind, code, dispensedOn: day, billedCentimes } = boxes;
    const found = behind && findTrace({ ...behind, at: code, day, what: code, billedCentimes }, input);
    return found && doubt('NEAR_DUPLICATE', found.claimId);
  };
  if (!knownGroups.has(medicineGroup(boxes))) return elsewhere() ?? { others: [] };
  const claimOf = (beneficiary: BeneficiaryRef, day: string): string | undefined =>
    knownFingerprints.get(medicineFingerprint({ ...boxes, beneficiary, dispensedOn: day }));
  const same = claimOf(boxes.beneficiary, boxes.dispensedOn);
  if (same !== undefined) return doubt('DUPLICATE', same);
  const other = membersOf(facts)
    .flatMap((member) => claimOf(member, boxes.dispensedOn) ?? [])
    .at(0);
  if (other !== undefined) return doubt('NEAR_DUPLICATE', other);
  const others = daysThatCount(boxes, input.medicines?.get(boxes.code), input)
    .filter((day) => claimOf(boxes.beneficiary, day) !== undefined)
    .map((dispensedOn) => ({ code: boxes.code, dispensedOn, boxes: 1 }));
  return elsewhere() ?? { others };
}
