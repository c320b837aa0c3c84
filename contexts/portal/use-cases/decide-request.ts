import type { Dependant, PersonFile, RegistryReader } from '#registry';
import { type Clock, dayInMorocco, type Staff } from '#shared';
import type { AccessLog } from '#staff';
import type { DecideRequest, RequestView } from '../api/requests.ts';
import type { DependantRequest, DependantRequests, Evidence, Proof } from '../ports/portal.ts';

export interface DecideRequestDependencies {
  readonly requests: DependantRequests;
  readonly registry: Pick<RegistryReader, 'findPersonFile'>;
  readonly evidence: Pick<Evidence, 'addressOf'>;
  readonly accesses: Pick<AccessLog, 'record'>;
  readonly clock: Clock;
}

export type DecideFault = 'NOT_FOUND' | 'ALREADY_DECIDED' | 'CIN_TAKEN' | 'NOT_PROVED';

/** Requests that wait, oldest first, with what a supervisor needs to decide; each access to a person's file is on record. */
export async function listRequests(
  actor: Staff,
  cursor: string | undefined,
  deps: DecideRequestDependencies,
): Promise<{ readonly requests: RequestView[]; readonly nextCursor?: string | undefined }> {
  const { requests, nextCursor } = await deps.requests.listOpen(cursor);
  const people = new Set(requests.map(({ registrationNumber }) => registrationNumber));
  await Promise.all(
    [...people].map((number) =>
      deps.accesses.record({ actor: actor.userId, operation: 'listRequests', subject: `person:${number}` }),
    ),
  );
  const views = await Promise.all(requests.map((request) => view(request, deps)));
  return { requests: views.flat(), nextCursor };
}

async function view(
  request: DependantRequest,
  { registry, evidence }: DecideRequestDependencies,
): Promise<RequestView[]> {
  const { registrationNumber, declared, requestId, state, requestedAt } = request;
  const file = await registry.findPersonFile(registrationNumber);
  if (file === undefined) return [];
  const { name } = file.person;
  return [
    {
      requestId,
      state,
      requestedAt,
      registrationNumber,
      insuredName: `${name.family} ${name.given}`,
      ...declared,
      declared: file.dependants.map((member) => ({
        dependantId: member.dependantId,
        link: member.link,
        name: `${member.name.family} ${member.name.given}`,
        birthDate: member.birthDate,
      })),
      documents: await Promise.all(
        request.documents.map(async ({ kind, ...document }) => ({
          kind,
          contentType: document.contentType,
          url: await evidence.addressOf({ registrationNumber, ...document }),
        })),
      ),
    },
  ];
}

/** Accepts a request, which declares the member, or refuses it with a reason; once. */
export async function decideRequest(
  actor: Staff,
  requestId: string,
  decision: DecideRequest,
  deps: DecideRequestDependencies,
): Promise<{ readonly state: DependantRequest['state'] } | { readonly fault: DecideFault }> {
  const request = await deps.requests.find(requestId);
  if (request === undefined) return { fault: 'NOT_FOUND' };
  await deps.accesses.record({
    actor: actor.userId,
    operation: 'decideRequest',
    subject: `person:${request.registrationNumber}`,
    details: { decision: decision.decision },
  });
  if (request.state !== 'OPEN') return { fault: 'ALREADY_DECIDED' };
  const decided = { ...request, decidedAt: deps.clock().toISOString(), decidedBy: actor.userId };
  if (decision.decision === 'refuse') {
    const refused = { ...decided, state: 'REFUSED', refusal: decision.refusal } as const;
    const result = await deps.requests.refuse(refused);
    return result === 'applied' ? { state: refused.state } : { fault: 'ALREADY_DECIDED' };
  }
  const accepted = { ...decided, state: 'ACCEPTED' } as const;
  if (!isProved(request, decision)) return { fault: 'NOT_PROVED' };
  const file = await deps.registry.findPersonFile(request.registrationNumber);
  if (file === undefined) return { fault: 'NOT_FOUND' };
  if (decision.dependantId !== undefined) {
    const member = file.dependants.find(({ dependantId }) => dependantId === decision.dependantId);
    if (member === undefined) return { fault: 'NOT_FOUND' };
    const proved = await deps.requests.prove(accepted, member, withProof(member, decision));
    return proved === 'applied' ? { state: accepted.state } : { fault: 'ALREADY_DECIDED' };
  }
  const dependant = newMember(request, decision, file);
  const result = await deps.requests.accept(accepted, dependant);
  if (result === 'cin-taken') return { fault: 'CIN_TAKEN' };
  return result === 'applied' ? { state: accepted.state } : { fault: 'ALREADY_DECIDED' };
}

type Acceptance = Extract<DecideRequest, { decision: 'accept' }>;

/** Studies and inability to work stand in the registry by a document only, and studies end after they began. */
function isProved(
  { declared, documents }: DependantRequest,
  { studies, disabled, disabledTo }: Acceptance,
): boolean {
  const has = (kind: DependantRequest['documents'][number]['kind']): boolean =>
    declared.link === 'child' && documents.some((document) => document.kind === kind);
  return (
    (studies === undefined || (has('SCHOOL_CERTIFICATE') && studies.from <= studies.to)) &&
    (disabled === undefined || has('DISABILITY_CERTIFICATE')) &&
    (disabledTo === undefined || disabled !== undefined)
  );
}

function withProof(before: Proof, { studies, disabled, disabledTo }: Acceptance): Proof {
  // A newer certificate takes the place of the one before, with its day or without one.
  const lastDay = disabled === true ? disabledTo : before.disabledTo;
  return {
    ...(lastDay !== undefined && { disabledTo: lastDay }),
    studies: studies === undefined ? before.studies : [...before.studies, studies],
    disabled: before.disabled || disabled === true,
  };
}

/** The member as declared, under the next free id. */
function newMember(
  { registrationNumber, declared, requestedAt }: DependantRequest,
  decision: Acceptance,
  { dependants }: PersonFile,
): Dependant {
  const highest = Math.max(0, ...dependants.map(({ dependantId }) => Number(dependantId)));
  return {
    type: 'dependant',
    registrationNumber,
    dependantId: String(highest + 1),
    ...declared,
    from: decision.from ?? dayInMorocco(new Date(requestedAt)),
    ...withProof({ studies: [], disabled: false }, decision),
  };
}
