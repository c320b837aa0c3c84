import { describe, expect, it } from 'vitest';
import {
  findByNumber,
  type FindByNumberDependencies,
} from '../../../../contexts/follow-up/use-cases/find-by-number.ts';
import type { ScanFile } from '../../../../contexts/claims/domain/scan-file.ts';
import type { Person, Provider } from '../../../../contexts/registry/records/registry-records.ts';
import type { AccessRecord } from '../../../../contexts/staff/ports/audit.ts';
import { claimWith } from '../../../support/claim-examples.ts';
import { memoryClaimSearch } from '../../../support/memory-claim-search.ts';

const FILE = 'BK12345678ABCDEF';
const file: ScanFile = {
  fileId: FILE,
  state: 'READ',
  version: 2,
  channelId: 'agency-rabat-01',
  upload: { bucket: 'scans', key: 'incoming/agency-rabat-01/1', versionId: '1' },
  uploadedAt: '2026-03-02T09:00:00.000Z',
  submissionDate: '2026-03-02',
  receivedOn: '2026-03-02',
  submissionSignals: [],
  readingAttempt: 0,
  claimIds: [`${FILE}-1`, `${FILE}-2`],
};
const personOf = (registrationNumber: string, given: string, phone?: string): Person => ({
  type: 'person',
  registrationNumber,
  name: { family: 'ALAOUI', given },
  birthDate: '1980-01-01',
  language: 'ar',
  smsOptOut: false,
  phone,
});
const people = [
  personOf('100000001', 'Salma', '+212612345678'),
  personOf('100000002', 'Omar', '+212612345678'),
];
const provider: Provider = {
  type: 'provider',
  inpe: '200000009',
  name: 'CLINIQUE ATLAS',
  specialty: 'clinic',
  sector: 'PRIVATE',
  place: 'RABAT',
  from: '2020-01-01',
};
const claims = [
  claimWith({ claimId: `${FILE}-1`, fileId: FILE, registrationNumber: '100000001' }),
  claimWith({ claimId: `${FILE}-2`, fileId: FILE, formNumber: 2, registrationNumber: '100000002' }),
];

function world(more: Partial<FindByNumberDependencies> = {}) {
  const recorded: Omit<AccessRecord, 'at'>[] = [];
  const dependencies: FindByNumberDependencies = {
    search: memoryClaimSearch(claims),
    claims: {
      find: (claimId) => Promise.resolve(claims.find((claim) => claim.claimId === claimId)),
      findMany: (ids) => Promise.resolve(claims.filter(({ claimId }) => ids.includes(claimId)).toReversed()),
    },
    files: { find: (fileId) => Promise.resolve(fileId === FILE ? file : undefined) },
    registry: {
      findNumberByCin: (cin) => Promise.resolve(cin === 'BK123456' ? '100000002' : undefined),
      findPerson: (number) => Promise.resolve(people.find((each) => each.registrationNumber === number)),
      findProvider: (inpe) => Promise.resolve(inpe === provider.inpe ? provider : undefined),
      findByPhone: (phone) => Promise.resolve(people.filter((each) => each.phone === phone)),
    },
    waiting: { listHeldFor: () => Promise.resolve({ claims: claims.slice(0, 1), next: undefined }) },
    accesses: { record: (access) => Promise.resolve(void recorded.push(access)) },
    ...more,
  };
  const ask = async (number: string) => {
    const answer = await findByNumber('u1', number, dependencies);
    return answer.found.map((each) => [each.kind, ...each.claims.map(({ claimId }) => claimId.slice(-2))]);
  };
  return { dependencies, recorded, ask };
}

describe('whoever gives a number is found by it', () => {
  it('finds by receipt, by claim and by registration number', async () => {
    const { ask } = world();
    expect(await ask('BK12-3456-78AB-CDEF')).toEqual([['receipt', '-1', '-2']]);
    expect(await ask('bk12 3456 78ab cdef-2')).toEqual([['claim', '-2']]);
    expect(await ask('100 000 001')).toEqual([['insured', '-1']]);
  });

  it('tries both where eight characters may be a CIN or the receipt of an SMS', async () => {
    const { dependencies, recorded, ask } = world();
    expect(await ask('BK-123456')).toEqual([
      ['short-receipt', '-1', '-2'],
      ['cin', '-2'],
    ]);
    expect((await findByNumber('u1', 'BK-123456', dependencies)).kinds).toEqual(['short-receipt', 'cin']);
    expect(recorded.slice(0, 2)).toEqual([
      {
        actor: 'u1',
        operation: 'findByNumber',
        subject: `file:${FILE}`,
        details: { by: 'short-receipt', found: 2, subjects: 2 },
      },
      {
        actor: 'u1',
        operation: 'findByCin',
        subject: 'person:100000002',
        details: { by: 'cin', found: 1, subjects: 2 },
      },
    ]);
  });

  it('shows each person who shares a phone, and puts each on record', async () => {
    const { dependencies, recorded } = world();
    const { found } = await findByNumber('u1', '06 12 34 56 78', dependencies);
    expect(found.map(({ person }) => person)).toEqual([
      { registrationNumber: '100000001', names: ['ALAOUI Salma'] },
      { registrationNumber: '100000002', names: ['ALAOUI Omar'] },
    ]);
    expect(recorded.map(({ subject }) => subject)).toEqual(['person:100000001', 'person:100000002']);
  });

  it('shows a provider with the claims whose payment waits for its account', async () => {
    const { ask, recorded } = world();
    expect(await ask('200000009')).toEqual([['provider', '-1']]);
    expect(recorded).toEqual([
      {
        actor: 'u1',
        operation: 'findByNumber',
        subject: 'search',
        details: { by: 'provider', found: 1 },
      },
    ]);
  });

  it('writes no number into the record where nothing was found, only what it may have been', async () => {
    const { ask, recorded } = world();
    expect(await ask('999999999')).toEqual([]);
    expect(await ask('0799999999')).toEqual([]);
    expect(await ask('Fatima')).toEqual([]);
    expect(recorded.map(({ subject, details }) => [subject, details])).toEqual([
      ['search', { by: 'insured+provider', found: 0 }],
      ['search', { by: 'phone', found: 0 }],
      ['search', { by: 'unknown', found: 0 }],
    ]);
    expect(JSON.stringify(recorded)).not.toContain('9999');
  });

  it('answers nothing before it is recorded', async () => {
    const { dependencies } = world({
      accesses: { record: () => Promise.reject(new Error('the audit table is away')) },
    });
    await expect(findByNumber('u1', '100000001', dependencies)).rejects.toThrow('away');
  });
});
