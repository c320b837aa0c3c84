import { describe, expect, it } from 'vitest';
import type { DependantRequest } from '../../../../contexts/portal/ports/portal.ts';
import type { Claim } from '../../../../contexts/claims/domain/claim.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { createPortalApp, type PortalDependencies } from '../../../../lambdas/serve-portal/app.ts';
import { memoryCursors } from '../../../support/memory-data-keys.ts';
import { MemoryAccesses, MemoryOwnFile, MemorySentDocuments } from '../../../support/memory-portal.ts';
import { personFile } from '../../../support/person-files.ts';

const OWN = '104725831';
const claim = (claimId: string, registrationNumber: string, change: Partial<Claim> = {}): Claim => ({
  claimId,
  state: 'INCOMPLETE',
  version: 2,
  fileId: '7Q2MK8D10ABCDEFG',
  channelId: 'agency-rabat-01',
  submissionDate: '2026-11-02',
  receivedOn: '2026-11-02',
  submissionSignals: [],
  formNumber: 1,
  formsInFile: 1,
  registrationNumber,
  ...change,
});

function world(claims: readonly Claim[] = []) {
  const own = new MemoryOwnFile(personFile());
  const accesses = new MemoryAccesses();
  const asked: DependantRequest[] = [];
  const uploaded = new Set<string>();
  const requests = {
    listOf: () => Promise.resolve(asked),
    open: (request: DependantRequest) => {
      asked.push(request);
      return Promise.resolve();
    },
  };
  const sentDocuments = new MemorySentDocuments();
  const evidence = {
    createForm: () => Promise.resolve({ url: 'http://s3', fields: { key: 'k' } }),
    findReceived: ({ documentId }: { documentId: string }) =>
      Promise.resolve(
        uploaded.has(documentId) ? { contentType: 'image/png', versionId: 'v1', versionCount: 1 } : undefined,
      ),
  };
  const dependencies = {
    cursors: memoryCursors(),
    file: {
      registry: own,
      ownFile: own,
      accesses,
      requests,
      sentDocuments,
      reviews: { find: () => Promise.resolve(undefined) },
      rules: currentRuleBook(),
      clock: () => new Date('2026-11-20T09:00:00.000Z'),
      claims: {
        history: (claimId: string) => {
          const found = claims.find((one) => one.claimId === claimId);
          return Promise.resolve(
            found && {
              claim: found,
              events: [{ type: 'claim.drafted.v1', occurredAt: '2026-11-02T09:00:00.000Z' }],
              messages: [],
              decision: {
                outcome: 'incomplete',
                lines: [],
                billedCentimes: 0,
                paidCentimes: 0,
                ruleBookVersion: '1',
                findings: [
                  { kind: 'missing', code: 'FORM_INCOMPLETE' },
                  { kind: 'doubt', code: 'AMOUNT_UNUSUAL' },
                  { kind: 'signal', code: 'RIB_DIFFERS_FROM_ACCOUNT' },
                ],
              },
            },
          );
        },
      },
      ownClaims: { list: () => Promise.resolve({ claims }) },
    },
    documents: { sentDocuments, evidence },
    family: { requests, maxFileBytes: 1000, evidence },
    accountChange: { delayDays: 3, holdDays: 2 },
  } as unknown as PortalDependencies;
  const app = createPortalApp(dependencies);
  const bindings = {
    event: { requestContext: { authorizer: { jwt: { claims: { 'cognito:username': OWN } } } } },
  };
  const call = async (method: string, path: string, body?: object) => {
    const response = await app.request(
      path,
      {
        method,
        ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
      },
      bindings,
    );
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : (JSON.parse(text) as unknown),
    };
  };
  return { call, own, accesses, asked, uploaded };
}

describe('the portal', () => {
  it('shows a claim of one’s own with what is missing, and no doubts of the reviewers', async () => {
    const { call, accesses } = world([claim('A-1', OWN)]);
    const { body } = await call('GET', '/api/portal/claims/A-1');
    expect(body).toMatchObject({
      place: 'waiting-for-you',
      missing: [{ code: 'FORM_INCOMPLETE', plain: 'form-incomplete' }],
      refused: [],
    });
    expect(JSON.stringify(body)).not.toMatch(/AMOUNT_UNUSUAL|RIB_DIFFERS/);
    expect(accesses.records).toEqual([
      { actor: `insured:${OWN}`, operation: 'showMyClaim', subject: 'claim:A-1' },
    ]);
  });

  it('answers for a claim of someone else as for one that is not there', async () => {
    const { call } = world([claim('B-1', '999999999'), claim('C-1', OWN, { registrationNumber: undefined })]);
    const foreign = await call('GET', '/api/portal/claims/B-1');
    expect(foreign.status).toBe(404);
    expect((await call('GET', '/api/portal/claims/C-1')).body).toEqual(foreign.body);
    expect((await call('GET', '/api/portal/claims/NONE')).body).toEqual(foreign.body);
  });

  it('shows nothing that it cannot put on record first', async () => {
    const { call, accesses } = world([claim('A-1', OWN)]);
    accesses.isDown = true;
    for (const path of ['profile', 'coverage', 'family', 'claims', 'claims/A-1', 'payments', 'account'])
      expect((await call('GET', `/api/portal/${path}`)).status).toBe(500);
  });

  it('says whether one is covered today and why', async () => {
    const { call, own } = world();
    expect((await call('GET', '/api/portal/coverage')).body).toMatchObject({
      day: '2026-11-20',
      answer: 'covered',
      scheme: 'AMO_TADAMON',
      because: [],
    });
    own.file = personFile({ coverages: [{ to: '2026-01-31' }] });
    expect((await call('GET', '/api/portal/coverage')).body).toMatchObject({
      answer: 'not-covered',
      because: [
        { code: 'RIGHTS_CLOSED_AT_CARE_DATE', plain: 'rights-closed', details: { lastDay: '2026-01-31' } },
      ],
    });
  });

  it('shows the family with the answer for each, and never a whole phone or account', async () => {
    const { call, own } = world();
    own.file = personFile({ dependants: [{}, { birthDate: '1990-01-01' }] });
    const { body } = await call('GET', '/api/portal/family');
    expect(body).toMatchObject({ members: [{ answer: 'covered' }, { answer: 'not-covered' }] });
    expect((await call('GET', '/api/portal/profile')).body).toMatchObject({ phoneEnding: '78' });
  });

  it('takes a request with documents that were uploaded, and none without', async () => {
    const { call, asked, uploaded } = world();
    const documentId = 'a3bb189e-8bf9-4888-9912-ace4e6543002';
    const request = {
      link: 'child',
      name: { family: 'El Idrissi', given: 'Lina' },
      birthDate: '2026-02-01',
      documents: [{ documentId, kind: 'BIRTH_CERTIFICATE' }],
    };
    const without = await call('POST', '/api/portal/family/requests', request);
    expect(without).toMatchObject({ status: 409, body: { code: 'DOCUMENT_MISSING' } });
    uploaded.add(documentId);
    const taken = await call('POST', '/api/portal/family/requests', request);
    expect(taken).toMatchObject({ status: 200, body: { state: 'OPEN', link: 'child' } });
    expect(asked).toHaveLength(1);
  });

  it('tells what is wrong with an account, and does not change it', async () => {
    const { call, own } = world();
    const wrong = await call('POST', '/api/portal/account/change', { rib: '1'.repeat(24) });
    expect(wrong).toMatchObject({ status: 422, body: { code: 'RIB_WRONG' } });
    expect(JSON.stringify(wrong.body)).not.toContain('1111');
    expect(own.file.accounts).toEqual([]);
  });

  it('says so where the person is no longer in the registry', async () => {
    const { call, own } = world();
    own.file = personFile({ person: { registrationNumber: '222222222' } });
    expect(await call('GET', '/api/portal/coverage')).toMatchObject({
      status: 404,
      body: { code: 'NOT_REGISTERED' },
    });
  });
});
