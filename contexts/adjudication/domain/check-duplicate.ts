import type { CareForm } from '#reading';
import type { RuleBook } from '#rules';
import { normaliseInpe, normaliseKeyLetter } from '#shared';
import { actFingerprint, fingerprintGroup, monthGroup, traceAnywhere } from './act-fingerprint.ts';
import type { AdjudicationInput } from './adjudication-input.ts';
import type { AssessedAct, CertainFacts, LineFinding } from './assessed-line.ts';
import { canonicalHash } from './canonical-hash.ts';
import { isSumRight } from './check-form.ts';
import { lineIdentity, linesOf } from './line-identity.ts';
import { daysBeside } from './near-days.ts';
import { findNamed, findTrace, personBehind, type TracedCare } from './person-traces.ts';
import type { ReadAct } from './read-act.ts';
import { familyGroup, familyMark, isSameAct, isWithinDays, type TakenAct, whoOf } from './taken-care.ts';

/** What is certain of an act, so that it can be told from others. */
type KnownAct = Parameters<typeof actFingerprint>[0];

/** What an act is known by when it is claimed again. */
export interface ActIdentity extends Pick<AssessedAct, 'fingerprint' | 'group' | 'taken'> {
  readonly what?: KnownAct | undefined;
  /** The act as that of a person, whoever declared them. */
  readonly ofPerson?: TracedCare | undefined;
}

const UNKNOWN: ActIdentity = { fingerprint: undefined, group: undefined, taken: undefined };

/** What is certain of an act as what other claims may have been paid for. */
export function identityOf(
  act: ReadAct,
  { person, beneficiary }: CertainFacts,
  { form, claim }: AdjudicationInput,
): ActIdentity {
  const { dateOfCare, keyLetter, billedCentimes } = act.sure;
  const inpe = act.provider.provider?.inpe;
  const registrationNumber = person?.person.registrationNumber;
  if (person === undefined || registrationNumber === undefined || beneficiary === undefined) return UNKNOWN;
  if (inpe === undefined || dateOfCare === undefined) return UNKNOWN;
  if (keyLetter === undefined || billedCentimes === undefined) return UNKNOWN;
  const what = { registrationNumber, inpe, dateOfCare, beneficiary, keyLetter, billedCentimes };
  const formInpe = normaliseInpe(form.inpe?.value ?? '');
  const taken = {
    family: familyMark(registrationNumber),
    who: whoOf(beneficiary),
    inpe,
    formInpe: formInpe === inpe ? undefined : formInpe,
    day: dateOfCare,
    keyLetter,
    billedCentimes,
  };
  const who = personBehind(person, beneficiary);
  return {
    what,
    fingerprint: actFingerprint(what),
    group: familyGroup(registrationNumber, dateOfCare, claim.decidedOn),
    taken,
    ofPerson: who && { ...who, at: inpe, day: dateOfCare, what: keyLetter, billedCentimes },
  };
}

/** Whether a rule says that equal acts of a letter are given on one day: analyses, pictures. */
const mayBeSeveral = ({ keyLetter, dateOfCare }: KnownAct, rules: RuleBook): boolean =>
  rules
    .severalADayOn(normaliseKeyLetter(keyLetter), dateOfCare)
    .some((row) => row.startUncertain !== true && rules.isAccepted(row, dateOfCare));

/** All that stands on a form, as a claim that is paid for equal acts of a day leaves it: the very same form is no other act. */
function sheetTrace({ registrationNumber, beneficiary }: KnownAct, form: CareForm, claimId: string): string {
  const lines = linesOf(form).map((act) => lineIdentity({ act }, form));
  const total = form.totalCentimes?.value ?? null;
  return canonicalHash([
    'sheet-1',
    registrationNumber,
    whoOf(beneficiary),
    total,
    ...lines.toSorted(),
    claimId,
  ]);
}

/** What an act leaves behind of its form, where equal ones of a day are no duplicates by themselves. */
export function sheetOf(
  { what }: ActIdentity,
  { form, claim, rules }: AdjudicationInput,
): string | undefined {
  return what !== undefined && mayBeSeveral(what, rules) ? sheetTrace(what, form, claim.claimId) : undefined;
}

/** Whether an act was paid before, or one that may be the same; and whether it stands on the form twice. */
export function checkDuplicate(
  identity: ActIdentity,
  earlier: readonly AssessedAct[],
  facts: Pick<CertainFacts, 'taken'>,
  input: AdjudicationInput,
): LineFinding | undefined {
  const { fingerprint, what, taken, ofPerson } = identity;
  const { knownFingerprints, knownGroups, form, rules } = input;
  if (fingerprint === undefined || what === undefined || taken === undefined) return undefined;
  const isOneOfSeveral = mayBeSeveral(what, rules);
  const elsewhere = ofPerson && findTrace(ofPerson, { knownFingerprints, knownGroups });
  const owner = knownFingerprints.get(fingerprint);
  // A child whom both parents declare, or who was declared anew, is one person.
  const claimId = owner ?? (elsewhere?.isSame === true && !isOneOfSeveral ? elsewhere.claimId : undefined);
  if (claimId !== undefined) {
    // An equal analysis of another bill may be another one; all of the bill again is the same.
    const isSure = !isOneOfSeveral || knownFingerprints.has(sheetTrace(what, form, claimId));
    return { kind: isSure ? 'rejection' : 'doubt', code: 'DUPLICATE', details: { claimId } };
  }
  // Twice on one form may be two acts of the day, or one that was written twice: a person asks. Where equal ones are usual, the total
  // that counts both says that they are two.
  const isCounted = isOneOfSeveral && isSumRight(form);
  const twin =
    earlier.find((other) => other.fingerprint === fingerprint && !isCounted) ??
    earlier.find(
      (other) =>
        other.taken !== undefined && other.fingerprint !== fingerprint && isSameAct(other.taken, taken),
    );
  if (twin !== undefined) return { kind: 'doubt', code: 'DUPLICATE', details: { sameAsLine: twin.act.line } };
  // Another amount, letter, day or person of the family than that of an act that was paid: read wrongly once, changed, or another
  // act. No source says how often one is seen again the day after, so a person asks.
  const nearClaimId =
    ownerOfNear(taken, facts) ??
    elsewhere?.claimId ??
    (ofPerson && facts.taken && findNamed(ofPerson, facts.taken)) ??
    ownerBefore(identity, input);
  return nearClaimId === undefined
    ? undefined
    : { kind: 'doubt', code: 'NEAR_DUPLICATE', details: { claimId: nearClaimId } };
}

/**
 * The claim that was paid for care of the family at the same provider on the day or beside it, also where that number stands on the
 * form and not in the row; or for the very act at another provider: one doctor may have two numbers.
 */
function ownerOfNear(act: TakenAct, { taken }: Pick<CertainFacts, 'taken'>): string | undefined {
  const isNear = (other: TakenAct): boolean =>
    (other.inpe === act.inpe || other.formInpe === act.inpe) && isWithinDays(other.day, act.day, 1);
  return taken?.acts.find((other) => other.family === act.family && (isNear(other) || isSameAct(other, act)))
    ?.claimId;
}

/** The same of claims that were paid when each day of a family at a provider had a group of its own, and acts left hashes alone. */
function ownerBefore(
  { what, taken }: ActIdentity,
  { knownFingerprints, knownGroups }: AdjudicationInput,
): string | undefined {
  if (what === undefined || knownGroups === undefined || knownGroups.size === 0) return undefined;
  const formInpe = taken?.formInpe;
  const ofForm = formInpe && knownFingerprints.get(actFingerprint({ ...what, inpe: formInpe }));
  if (ofForm !== undefined && ofForm !== '') return ofForm;
  const days = [what.dateOfCare, ...daysBeside(what.dateOfCare)];
  const owner = days
    .map((dateOfCare) => knownGroups.get(fingerprintGroup({ ...what, dateOfCare })))
    .find((one) => one !== undefined);
  if (owner !== undefined || !knownGroups.has(monthGroup(what))) return owner;
  const owners = new Set(knownFingerprints.values());
  return [...owners].find((claimId) => knownFingerprints.has(traceAnywhere(what, claimId)));
}
