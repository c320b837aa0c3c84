import { normaliseInpe } from '#shared';
import {
  actFingerprint,
  monthGroup,
  daysBeside,
  fingerprintGroup,
  traceAnywhere,
} from './act-fingerprint.ts';
import type { AdjudicationInput } from './adjudication-input.ts';
import type { AssessedAct, CertainFacts, LineFinding } from './assessed-line.ts';
import { findTrace, personBehind, type TracedCare } from './person-traces.ts';
import type { ReadAct } from './read-act.ts';

/** What an act is known by when it is claimed again. */
export interface ActIdentity extends Pick<AssessedAct, 'fingerprint' | 'group' | 'asForms' | 'anywhere'> {
  /** Its trace at whichever provider that another claim would have left. */
  readonly traceOf?: ((claimId: string) => string) | undefined;
  /** The act as that of a person, whoever declared them. */
  readonly ofPerson?: TracedCare | undefined;
  /** The groups of the days beside its own; made only where an act was paid that it may be. */
  readonly besideGroups: () => readonly string[];
}

/** What is certain of an act as what other claims may have been paid for. */
export function identityOf(
  act: ReadAct,
  { person, beneficiary }: CertainFacts,
  { form, claim }: AdjudicationInput,
): ActIdentity {
  const { dateOfCare, keyLetter, billedCentimes } = act.sure;
  const inpe = act.provider.provider?.inpe;
  const registrationNumber = person?.person.registrationNumber;
  if (
    person === undefined ||
    registrationNumber === undefined ||
    inpe === undefined ||
    dateOfCare === undefined
  ) {
    return {
      fingerprint: undefined,
      group: undefined,
      asForms: undefined,
      anywhere: undefined,
      besideGroups: () => [],
    };
  }
  const day = { registrationNumber, inpe, dateOfCare };
  const group = fingerprintGroup(day);
  const besideGroups = (): readonly string[] =>
    daysBeside(dateOfCare).map((date) => fingerprintGroup({ ...day, dateOfCare: date }));
  if (beneficiary === undefined || keyLetter === undefined || billedCentimes === undefined)
    return { fingerprint: undefined, group, asForms: undefined, anywhere: undefined, besideGroups };
  const what = { ...day, beneficiary, keyLetter, billedCentimes };
  const formInpe = normaliseInpe(form.inpe?.value ?? '');
  const asForms =
    formInpe === undefined || formInpe === inpe
      ? undefined
      : {
          fingerprint: actFingerprint({ ...what, inpe: formInpe }),
          group: fingerprintGroup({ ...day, inpe: formInpe }),
        };
  const who = personBehind(person, beneficiary);
  const ofPerson = who && { ...who, at: inpe, day: dateOfCare, what: keyLetter, billedCentimes };
  const traceOf = (claimId: string): string => traceAnywhere(what, claimId);
  const anywhere = { group: monthGroup(day), fingerprint: traceOf(claim.claimId) };
  return { fingerprint: actFingerprint(what), group, asForms, anywhere, traceOf, ofPerson, besideGroups };
}

/** Whether an act was paid before, or one that may be the same; and whether it stands on the form twice. */
export function checkDuplicate(
  identity: ActIdentity,
  earlier: readonly AssessedAct[],
  input: AdjudicationInput,
): LineFinding | undefined {
  const { fingerprint, group, asForms, anywhere, ofPerson, besideGroups } = identity;
  const { knownFingerprints, knownGroups } = input;
  if (fingerprint === undefined) return undefined;
  const elsewhere = ofPerson && findTrace(ofPerson, { knownFingerprints, knownGroups });
  // A child whom both parents declare, or who was declared anew, is one person.
  const claimId =
    knownFingerprints.get(fingerprint) ?? (elsewhere?.isSame === true ? elsewhere.claimId : undefined);
  if (claimId !== undefined) return { kind: 'rejection', code: 'DUPLICATE', details: { claimId } };
  // Twice on one form may be two acts of the day, or one that was written twice: a person asks.
  const twin =
    earlier.find((other) => other.fingerprint === fingerprint) ??
    earlier.find((other) => other.anywhere?.fingerprint === anywhere?.fingerprint);
  if (twin !== undefined) return { kind: 'doubt', code: 'DUPLICATE', details: { sameAsLine: twin.act.line } };
  // Another amount, letter, day or person of the family than that of an act that was paid: read wrongly once, changed, or another
  // act. No source says how often one is seen again the day after, so a person asks.
  const ofForms = asForms && knownFingerprints.get(asForms.fingerprint);
  const nearClaimId =
    ofForms ??
    ownerOfNear(group, besideGroups, knownGroups) ??
    elsewhere?.claimId ??
    ownerAnywhere(identity, input);
  return nearClaimId === undefined
    ? undefined
    : { kind: 'doubt', code: 'NEAR_DUPLICATE', details: { claimId: nearClaimId } };
}

function ownerOfNear(
  group: string | undefined,
  besideGroups: ActIdentity['besideGroups'],
  knownGroups: AdjudicationInput['knownGroups'],
): string | undefined {
  if (group === undefined || knownGroups === undefined || knownGroups.size === 0) return undefined;
  return [group, ...besideGroups()].map((one) => knownGroups.get(one)).find((one) => one !== undefined);
}

/** The claim that was paid for the very act at another provider: one doctor may have two numbers. */
function ownerAnywhere(
  { anywhere, traceOf }: ActIdentity,
  { knownFingerprints, knownGroups }: AdjudicationInput,
): string | undefined {
  if (anywhere === undefined || knownGroups?.has(anywhere.group) !== true) return undefined;
  const owners = new Set(knownFingerprints.values());
  return [...owners].find((claimId) => traceOf !== undefined && knownFingerprints.has(traceOf(claimId)));
}
