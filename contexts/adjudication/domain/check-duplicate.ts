import { normaliseInpe } from '#shared';
import { actFingerprint, fingerprintGroup, monthGroup, traceAnywhere } from './act-fingerprint.ts';
import type { AdjudicationInput } from './adjudication-input.ts';
import type { AssessedAct, CertainFacts, LineFinding } from './assessed-line.ts';
import { daysBeside } from './near-days.ts';
import { findTrace, personBehind, type TracedCare } from './person-traces.ts';
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

/** Whether an act was paid before, or one that may be the same; and whether it stands on the form twice. */
export function checkDuplicate(
  identity: ActIdentity,
  earlier: readonly AssessedAct[],
  facts: Pick<CertainFacts, 'taken'>,
  input: AdjudicationInput,
): LineFinding | undefined {
  const { fingerprint, taken, ofPerson } = identity;
  const { knownFingerprints, knownGroups } = input;
  if (fingerprint === undefined || taken === undefined) return undefined;
  const elsewhere = ofPerson && findTrace(ofPerson, { knownFingerprints, knownGroups });
  // A child whom both parents declare, or who was declared anew, is one person.
  const claimId =
    knownFingerprints.get(fingerprint) ?? (elsewhere?.isSame === true ? elsewhere.claimId : undefined);
  if (claimId !== undefined) return { kind: 'rejection', code: 'DUPLICATE', details: { claimId } };
  // Twice on one form may be two acts of the day, or one that was written twice: a person asks.
  const twin =
    earlier.find((other) => other.fingerprint === fingerprint) ??
    earlier.find((other) => other.taken !== undefined && isSameAct(other.taken, taken));
  if (twin !== undefined) return { kind: 'doubt', code: 'DUPLICATE', details: { sameAsLine: twin.act.line } };
  // Another amount, letter, day or person of the family than that of an act that was paid: read wrongly once, changed, or another
  // act. No source says how often one is seen again the day after, so a person asks.
  const nearClaimId = ownerOfNear(taken, facts) ?? elsewhere?.claimId ?? ownerBefore(identity, input);
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
