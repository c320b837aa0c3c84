import type { CareClaim, Claim, ClaimStore, Decision, SubmissionSignal, Finding } from '#claims';
import { establishmentOfChannel } from '#intake';
import type { ReadingStore, StoredForm } from '#reading';
import type { MedicineReader } from '#medicines';
import type { RegistryReader } from '#registry';
import type { RuleBook } from '#rules';
import { type Clock, dayInMorocco } from '#shared';
import { adjudicate } from '../domain/adjudicate.ts';
import type { AdjudicationInput } from '../domain/adjudication-input.ts';
import { type CareGroups, careGroupsOf } from '../domain/care-groups.ts';
import { foundInDecisions } from '../domain/found-paid.ts';
import { standingOverrides } from '../domain/override-content.ts';
import { rejectedByPerson } from '../domain/rejected-by-person.ts';
import { aroundInstant } from '../domain/taken-care.ts';

/** Nothing that writes. */
export interface ProposeDecisionDependencies {
  readonly claims: Pick<ClaimStore, 'findCare' | 'history'>;
  readonly registry: RegistryReader;
  readonly medicines: Pick<MedicineReader, 'medicinesByCode'>;
  readonly readings: Pick<ReadingStore, 'loadForm' | 'findFormAsRead'>;
  readonly rules: RuleBook;
  readonly clock: Clock;
}

export interface ProposedDecision {
  readonly decision: Decision;
  /** What the decision takes, and what it rests on: each as it was seen. */
  readonly care: readonly CareClaim[];
}

/** A claim's form as it stands, and as it was before people changed it; that is absent where nobody did. */
export interface FormsOfClaim {
  readonly stored: StoredForm;
  readonly asRead: StoredForm | 'unknown' | undefined;
}

export async function loadForms(
  { claimId, formRevision }: Pick<Claim, 'claimId' | 'formRevision'>,
  { readings }: Pick<ProposeDecisionDependencies, 'readings'>,
): Promise<FormsOfClaim> {
  return {
    stored: await readings.loadForm(claimId, formRevision),
    asRead: formRevision === undefined ? undefined : ((await readings.findFormAsRead(claimId)) ?? 'unknown'),
  };
}

/** What the rules say of a claim by what the registry and other claims hold now. Nothing is written. */
export async function proposeDecision(
  claim: Claim,
  { stored, asRead: formAsRead }: FormsOfClaim,
  dependencies: ProposeDecisionDependencies,
): Promise<ProposedDecision> {
  const { claims, rules, clock } = dependencies;
  const registered = await lookUp(claim, stored, dependencies);
  const asRead =
    formAsRead === undefined || formAsRead === 'unknown'
      ? formAsRead
      : { form: formAsRead.form, ...(await lookUp(claim, formAsRead, dependencies)) };
  const now = clock();
  const today = dayInMorocco(now);
  const around = aroundInstant(now);
  const groupsFor = (form: StoredForm['form'], { person }: Pick<AdjudicationInput, 'person'>): CareGroups =>
    careGroupsOf(form, person, around, rules);
  const groups = groupsFor(stored.form, registered);
  const groupsAsRead = typeof asRead === 'object' ? [groupsFor(asRead.form, asRead)] : [];
  const care = await findCare([groups, ...groupsAsRead], claims);
  const foundPaid = claim.foundPaid ?? (await foundBefore(claim, dependencies));
  const decision = decide(claim, stored, { registered, care, asRead, foundPaid, today }, dependencies);
  return { decision, care: careOf(decision, groups, care) };
}

/** What earlier decisions of a corrected claim found, where it does not remember: decided before claims did. */
async function foundBefore(
  { claimId, formRevision }: Claim,
  { claims }: Pick<ProposeDecisionDependencies, 'claims'>,
): Promise<AdjudicationInput['foundPaid']> {
  if (formRevision === undefined) return undefined;
  const history = await claims.history(claimId);
  return foundInDecisions([...(history?.decisions?.values() ?? [])]);
}

/** What other claims were paid for, wherever the same care would be. */
async function findCare(
  groups: readonly CareGroups[],
  claims: Pick<ClaimStore, 'findCare'>,
): Promise<FoundCare> {
  const held = new Set(groups.flatMap((one) => one.held));
  const older = new Set(groups.flatMap((one) => one.older));
  return claims.findCare(
    [...held],
    [...older].filter((group) => !held.has(group)),
  );
}

/** What the registers say to what stands on the form. */
async function lookUp(
  { channelId }: Claim,
  { form }: StoredForm,
  { registry, medicines }: Pick<ProposeDecisionDependencies, 'registry' | 'medicines'>,
) {
  const { registrationNumber, cin, inpe, dispensing } = form;
  const pharmacyInpe = dispensing?.pharmacyInpe;
  const filedByInpe = establishmentOfChannel(channelId);
  const [person, { registrationNumber: personByCin, providers }, medicinesByCode, accounts] =
    await Promise.all([
      registrationNumber && registry.findPersonFile(registrationNumber.value),
      registry.findByNumbers({ cin: cin?.value, inpes: inpesOf(form).slice(0, MOST_PROVIDERS) }),
      medicines.medicinesByCode(codesOf(form).slice(0, MOST_MEDICINES)),
      filedByInpe === undefined ? [] : registry.findProviderAccounts(filedByInpe),
    ]);
  return {
    person,
    personByCin,
    provider: inpe && providers.get(inpe.value),
    rowProviders: providers,
    pharmacy: pharmacyInpe && providers.get(pharmacyInpe.value),
    medicines: medicinesByCode,
    filedBy: filedByInpe === undefined ? undefined : { inpe: filedByInpe, accounts },
  };
}

function decide(
  claim: Claim,
  { form, pageRoles, ocrEngine }: StoredForm,
  known: {
    readonly registered: Awaited<ReturnType<typeof lookUp>>;
    readonly care: FoundCare;
    readonly asRead: AdjudicationInput['asRead'];
    readonly foundPaid: AdjudicationInput['foundPaid'];
    /** ISO date. */
    readonly today: string;
  },
  { rules }: Pick<ProposeDecisionDependencies, 'rules'>,
): Decision {
  const decision = adjudicate({
    claim: {
      claimId: claim.claimId,
      fileId: claim.fileId,
      channelId: claim.channelId,
      submissionDate: claim.submissionDate,
      receivedOn: claim.receivedOn,
      decidedOn: known.today,
      formIndex: claim.formNumber - 1,
      formsInFile: claim.formsInFile,
    },
    form,
    pageRoles,
    ocrEngine,
    ...known.registered,
    ...takenCare(known.care, claim.claimId),
    settledPart: claim.settledPart,
    foundPaid: known.foundPaid,
    asRead: known.asRead,
    overrides: standingOverrides(claim.attestations?.overrides ?? [], form),
    rules,
  });
  const found = { ...decision, findings: [...submissionFindings(claim, decision), ...decision.findings] };
  const rejection = claim.attestations?.rejection;
  return rejection === undefined ? found : rejectedByPerson(found, rejection.code);
}

/** Providers that are looked up for one claim; of more nothing is known, and a person decides. */
const MOST_PROVIDERS = 50;

/** Of whoever gave care or sold medicines. */
function inpesOf({ inpe, acts, dispensing }: StoredForm['form']): readonly string[] {
  const own = dispensing?.medicines.map(({ pharmacyInpe }) => pharmacyInpe) ?? [];
  const fields = [inpe, dispensing?.pharmacyInpe, ...acts.map((act) => act.inpe), ...own];
  return [...new Set(fields.flatMap((field) => field?.value ?? []))];
}

/** Kinds of boxes that are looked up for one claim, in one batch; of more nothing is known, and a person decides. */
const MOST_MEDICINES = 100;

function codesOf({ dispensing }: StoredForm['form']): readonly string[] {
  return [...new Set((dispensing?.medicines ?? []).flatMap(({ code }) => code?.value ?? []))];
}

/** What intake noticed about the submission date, unless adjudication says it too. */
function submissionFindings({ submissionSignals }: Claim, { findings }: Decision): Finding[] {
  const isNew = (signal: SubmissionSignal): boolean => findings.every(({ code }) => code !== signal);
  return submissionSignals.filter(isNew).map((code) => ({ kind: 'signal', code }));
}

type FoundCare = Awaited<ReturnType<ClaimStore['findCare']>>;

function takenCare(
  care: FoundCare,
  claimId: string,
): Pick<AdjudicationInput, 'knownFingerprints' | 'knownGroups' | 'ownFingerprints'> {
  const taken = [...care].flatMap(([group, { owners }]) => [...owners].map((act) => ({ group, act })));
  const acts = taken.filter(({ act: [, owner] }) => owner !== claimId);
  return {
    knownFingerprints: new Map(acts.map(({ act }) => act)),
    knownGroups: new Map(acts.map(({ group, act: [, owner] }) => [group, owner])),
    ownFingerprints: new Set(taken.flatMap(({ act: [act, owner] }) => (owner === claimId ? [act] : []))),
  };
}

/**
 * What a decision pays, by group; and all others that it looked at and that may change meanwhile, of which it takes nothing: the same
 * care may come for the month beside at this very moment.
 */
function careOf(
  { lines, fingerprints, fingerprintGroups, fingerprintsOfPerson = [], paidBefore }: Decision,
  { held }: CareGroups,
  care: FoundCare,
): CareClaim[] {
  const taken = new Map<string, string[]>();
  const take = (group: string, fingerprint: string): void => {
    taken.set(group, [...(taken.get(group) ?? []), fingerprint]);
  };
  // What was paid before was taken then, as it was read then.
  const isTaken = (line: number): boolean =>
    paidBefore?.lines.has(line) === true && !paidBefore.corrected.has(line);
  const isPaidNow = (line: number): boolean => lines[line]?.outcome === 'paid' && !isTaken(line);
  for (const index of lines.keys()) {
    const fingerprint = fingerprints[index];
    const group = fingerprintGroups[index];
    if (!isPaidNow(index) || fingerprint === undefined || group === undefined) continue;
    take(group, fingerprint);
  }
  for (const { line, group, fingerprint } of fingerprintsOfPerson)
    if (isPaidNow(line)) take(group, fingerprint);
  if (taken.size === 0) return [];
  return [...new Set([...taken.keys(), ...held])].map((group) => ({
    group,
    fingerprints: taken.get(group) ?? [],
    seenVersion: care.get(group)?.version,
  }));
}
