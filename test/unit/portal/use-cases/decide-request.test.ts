import { describe, expect, it } from 'vitest';
import {
  decideRequest,
  listRequests,
  type DecideRequestDependencies,
} from '../../../../contexts/portal/use-cases/decide-request.ts';
import type { Dependant } from '../../../../contexts/registry/records/registry-records.ts';
import type { AcceptResult, DependantRequest } from '../../../../contexts/portal/ports/portal.ts';
import { checkDependant } from '../../../../contexts/coverage/domain/dependant-coverage.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { MemoryAccesses } from '../../../support/memory-portal.ts';
import { personFile } from '../../../support/person-files.ts';

const supervisor = { kind: 'staff', userId: 'supervisor-1', roles: ['supervisor'] } as const;
const OPEN: DependantRequest = {
  requestId: 'a3bb189e-8bf9-4888-9912-ace4e6543002',
  registrationNumber: '104725831',
  state: 'OPEN',
  requestedAt: '2026-11-18T12:30:00.000Z',
  declared: { link: 'child', name: { family: 'El Idrissi', given: 'Lina' }, birthDate: '2026-02-01' },
  documents: [{ documentId: 'd', kind: 'BIRTH_CERTIFICATE', contentType: 'image/png' }],
};

function world(accepts: AcceptResult = 'applied', asked: DependantRequest = OPEN) {
  const decided: DependantRequest[] = [];
  const declared: Dependant[] = [];
  const accesses = new MemoryAccesses();
  const file = personFile({ dependants: [{ dependantId: '1' }, { dependantId: '7' }] });
  const dependencies: DecideRequestDependencies = {
    requests: {
      open: () => Promise.resolve(),
      listOf: () => Promise.resolve([]),
      find: (requestId) =>
        Promise.resolve(requestId === OPEN.requestId ? (decided.at(-1) ?? asked) : undefined),
      listOpen: () => Promise.resolve({ requests: decided.length === 0 ? [OPEN] : [] }),
      accept: (request, dependant) => {
        if (accepts === 'applied') {
          decided.push(request);
          declared.push(dependant);
        }
        return Promise.resolve(accepts);
      },
      prove: (request, before, proof) => {
        decided.push(request);
        declared.push({ ...before, ...proof });
        return Promise.resolve('applied');
      },
      refuse: (request) => {
        decided.push(request);
        return Promise.resolve('applied');
      },
    },
    registry: { findPersonFile: () => Promise.resolve(file) },
    evidence: { addressOf: ({ documentId }) => Promise.resolve(`https://evidence/${documentId}`) },
    accesses,
    clock: () => new Date('2026-11-20T09:00:00.000Z'),
  };
  return { dependencies, decided, declared, accesses };
}

describe('a request of an insured person', () => {
  it('is shown with its documents and the family, and who looked is on record', async () => {
    const { dependencies, accesses } = world();
    const { requests } = await listRequests(supervisor, undefined, dependencies);
    expect(requests).toMatchObject([
      {
        requestId: OPEN.requestId,
        insuredName: 'El Idrissi Mohammed',
        declared: [{ dependantId: '1' }, { dependantId: '7' }],
        documents: [{ kind: 'BIRTH_CERTIFICATE', url: 'https://evidence/d' }],
      },
    ]);
    expect(accesses.records).toEqual([
      { actor: 'supervisor-1', operation: 'listRequests', subject: 'person:104725831' },
    ]);
  });

  it('declares the member under the next free id from the day of the request', async () => {
    const { dependencies, declared, decided } = world();
    const result = await decideRequest(supervisor, OPEN.requestId, { decision: 'accept' }, dependencies);
    expect(result).toEqual({ state: 'ACCEPTED' });
    expect(declared).toMatchObject([{ dependantId: '8', link: 'child', from: '2026-11-18' }]);
    expect(decided).toMatchObject([{ state: 'ACCEPTED', decidedBy: 'supervisor-1' }]);
  });

  it('is refused with a reason', async () => {
    const { dependencies, declared, decided } = world();
    const refusal = { decision: 'refuse', refusal: 'DOCUMENT_ILLEGIBLE' } as const;
    expect(await decideRequest(supervisor, OPEN.requestId, refusal, dependencies)).toEqual({
      state: 'REFUSED',
    });
    expect(decided).toMatchObject([{ state: 'REFUSED', refusal: 'DOCUMENT_ILLEGIBLE' }]);
    expect(declared).toEqual([]);
  });

  it('is decided once', async () => {
    const { dependencies, declared } = world();
    const accept = { decision: 'accept' } as const;
    await decideRequest(supervisor, OPEN.requestId, accept, dependencies);
    expect(await decideRequest(supervisor, OPEN.requestId, accept, dependencies)).toEqual({
      fault: 'ALREADY_DECIDED',
    });
    expect(declared).toHaveLength(1);
  });

  it.each([
    ['refused', 'ALREADY_DECIDED'],
    ['cin-taken', 'CIN_TAKEN'],
  ] as const)('says why it could not be accepted (%s)', async (accepts, fault) => {
    const { dependencies } = world(accepts);
    const result = await decideRequest(supervisor, OPEN.requestId, { decision: 'accept' }, dependencies);
    expect(result).toEqual({ fault });
  });

  it('is not found under another id', async () => {
    const { dependencies } = world();
    expect(await decideRequest(supervisor, 'other', { decision: 'accept' }, dependencies)).toEqual({
      fault: 'NOT_FOUND',
    });
  });
});

describe('a grown-up child', () => {
  const GROWN: DependantRequest = {
    ...OPEN,
    declared: { ...OPEN.declared, birthDate: '2003-02-01' },
    documents: [{ documentId: 'd', kind: 'SCHOOL_CERTIFICATE', contentType: 'image/png' }],
  };
  const studies = { from: '2026-09-01', to: '2027-07-31' };
  const covered = (member: Dependant, day: string): boolean =>
    checkDependant(member, day, currentRuleBook()).verdicts.every(({ kind }) => kind === 'covered');

  it('who studies is declared with the studies, and covered until they end', async () => {
    const { dependencies, declared } = world('applied', GROWN);
    await decideRequest(supervisor, OPEN.requestId, { decision: 'accept', studies }, dependencies);
    expect(declared).toMatchObject([{ dependantId: '8', studies: [studies], disabled: false }]);
    expect([covered(declared[0]!, '2027-01-10'), covered(declared[0]!, '2027-08-01')]).toEqual([true, false]);
  });

  it('who is declared already gets what the document proves, beside what was proved before', async () => {
    const { dependencies, declared } = world('applied', GROWN);
    const decision = { decision: 'accept', studies, dependantId: '7' } as const;
    expect(await decideRequest(supervisor, OPEN.requestId, decision, dependencies)).toEqual({
      state: 'ACCEPTED',
    });
    expect(declared).toMatchObject([{ dependantId: '7', studies: [studies], disabled: false }]);
  });

  it('who cannot work is covered at any age by a certificate', async () => {
    const documents = [
      { documentId: 'd', kind: 'DISABILITY_CERTIFICATE', contentType: 'image/png' },
    ] as const;
    const { dependencies, declared } = world('applied', { ...GROWN, documents });
    await decideRequest(supervisor, OPEN.requestId, { decision: 'accept', disabled: true }, dependencies);
    expect(declared).toMatchObject([{ disabled: true }]);
    expect(covered(declared[0]!, '2040-01-10')).toBe(true);
  });

  it('who cannot work is covered until the last day on which the certificate holds', async () => {
    const documents = [
      { documentId: 'd', kind: 'DISABILITY_CERTIFICATE', contentType: 'image/png' },
    ] as const;
    const { dependencies, declared } = world('applied', { ...GROWN, documents });
    const decision = { decision: 'accept', disabled: true, disabledTo: '2028-12-31' } as const;
    await decideRequest(supervisor, OPEN.requestId, decision, dependencies);
    expect([covered(declared[0]!, '2028-12-31'), covered(declared[0]!, '2029-01-01')]).toEqual([true, false]);
  });

  it.each([
    ['studies without a school certificate', { studies }, OPEN],
    ['studies that end before they begin', { studies: { from: '2026-09-01', to: '2026-08-31' } }, GROWN],
    ['a last day of an inability to work that nobody enters', { disabledTo: '2028-12-31' }, GROWN],
    ['an inability to work without its certificate', { disabled: true as const }, GROWN],
  ])('is given no right by %s', async (_, proof, asked) => {
    const { dependencies, declared } = world('applied', asked);
    const decision = { decision: 'accept', ...proof } as const;
    expect(await decideRequest(supervisor, OPEN.requestId, decision, dependencies)).toEqual({
      fault: 'NOT_PROVED',
    });
    expect(declared).toEqual([]);
  });
});
