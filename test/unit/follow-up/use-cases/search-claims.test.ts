import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findByCin,
  searchClaims,
  type SearchDependencies,
} from '../../../../contexts/follow-up/use-cases/search-claims.ts';
import type { ClaimsFound, SearchClaims } from '../../../../contexts/follow-up/api/follow-up.ts';
import type { Claim } from '../../../../contexts/claims/domain/claim.ts';
import type { ScanFile } from '../../../../contexts/claims/domain/scan-file.ts';
import { claimMachine } from '../../../../contexts/claims/domain/states.ts';
import { statesOf } from '../../../../contexts/shared/state-machine.ts';
import type { AccessRecord } from '../../../../contexts/staff/ports/audit.ts';
import { claimWith } from '../../../support/claim-examples.ts';
import { memoryClaimSearch } from '../../../support/memory-claim-search.ts';

const DAYS = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-03-04'];
const CHANNELS = ['agency-rabat-01', 'shop-casa-07'];

const file: ScanFile = {
  fileId: '0123456789ABCDEF',
  state: 'READ',
  version: 2,
  channelId: 'agency-rabat-01',
  upload: { bucket: 'scans', key: 'incoming/agency-rabat-01/1', versionId: '1' },
  uploadedAt: '2026-03-02T09:00:00.000Z',
  submissionDate: '2026-03-02',
  receivedOn: '2026-03-02',
  submissionSignals: [],
  readingAttempt: 0,
  claimIds: ['0123456789ABCDEF-1', '0123456789ABCDEF-2'],
};

function worldOf(claims: readonly Claim[]) {
  const recorded: Omit<AccessRecord, 'at'>[] = [];
  const search = memoryClaimSearch(claims);
  const dependencies: SearchDependencies = {
    search,
    claims: {
      find: (claimId) => Promise.resolve(claims.find((claim) => claim.claimId === claimId)),
      findMany: (ids) => Promise.resolve(claims.filter(({ claimId }) => ids.includes(claimId)).toReversed()),
    },
    files: { find: (fileId) => Promise.resolve(fileId === file.fileId ? file : undefined) },
    registry: { findNumberByCin: (cin) => Promise.resolve(cin === 'BK123456' ? '100000001' : undefined) },
    accesses: { record: (access) => Promise.resolve(void recorded.push(access)) },
  };
  return { dependencies, recorded, search };
}

const ids = ({ claims }: ClaimsFound): string[] => claims.map(({ claimId }) => claimId);

describe('claims are searched', () => {
  const two = [claimWith(), claimWith({ claimId: '0123456789ABCDEF-2', formNumber: 2, state: 'REJECTED' })];

  it.each(['0123-4567-89AB-CDEF-1', '0123456789abcdef-1', 'OI23456789ABCDEF-1'])(
    'finds a claim by its id, however it is typed: %s',
    async (claimId) => {
      const { dependencies, recorded } = worldOf(two);

      expect(ids(await searchClaims('u1', { by: 'claim', claimId }, dependencies))).toEqual([
        '0123456789ABCDEF-1',
      ]);
      expect(recorded).toEqual([
        {
          actor: 'u1',
          operation: 'searchClaims',
          subject: 'claim:0123456789ABCDEF-1',
          details: { by: 'claim', found: 1 },
        },
      ]);
    },
  );

  it('finds the claims of a receipt in the order of their forms, and says what became of the file', async () => {
    const { dependencies } = worldOf(two);
    const query: SearchClaims = { by: 'receipt', receipt: '0123-4567-89ab-cdef' };

    const found = await searchClaims('u1', query, dependencies);

    expect(ids(found)).toEqual(['0123456789ABCDEF-1', '0123456789ABCDEF-2']);
    expect(found.file).toMatchObject({ fileId: file.fileId, state: 'READ' });
  });

  it('records a search by number as one about that person, and answers nothing before it is recorded', async () => {
    const { dependencies, recorded } = worldOf(two);
    const query: SearchClaims = { by: 'insured', registrationNumber: '100000001' };

    await searchClaims('u1', query, dependencies);

    expect(recorded.map(({ subject }) => subject)).toEqual(['person:100000001']);
    const refusing = { record: () => Promise.reject(new Error('the audit table is away')) };
    await expect(searchClaims('u1', query, { ...dependencies, accesses: refusing })).rejects.toThrow('away');
  });

  it('finds by CIN under an operation of its own, and never writes the CIN', async () => {
    const { dependencies, recorded } = worldOf(two);

    expect(ids(await findByCin('u1', { cin: 'BK123456' }, dependencies))).toHaveLength(2);
    expect(ids(await findByCin('u1', { cin: 'BK999999' }, dependencies))).toEqual([]);

    expect(recorded).toMatchObject([
      { operation: 'findByCin', subject: 'person:100000001', details: { found: 2 } },
      { operation: 'findByCin', subject: 'search', details: { found: 0 } },
    ]);
    expect(JSON.stringify(recorded)).not.toContain('BK');
  });

  it('looks into few lists in one request, even where days are empty', async () => {
    const { dependencies, search } = worldOf([]);

    const found = await searchClaims('u1', { by: 'day', from: '2026-03-01', to: '2026-03-31' }, dependencies);

    expect(found.claims).toEqual([]);
    expect(found.nextCursor).toBeDefined();
    expect(search.lists).toHaveLength(12);
  });

  it('begins anew with a cursor of another search', async () => {
    const { dependencies } = worldOf(many(60));
    const first = await searchClaims(
      'u1',
      { by: 'day', from: '2026-03-01', to: '2026-03-04', state: 'APPROVED' },
      dependencies,
    );

    const other = await searchClaims(
      'u1',
      { by: 'day', from: '2026-03-01', to: '2026-03-01', cursor: first.nextCursor },
      dependencies,
    );

    expect(other.claims.every(({ receivedOn }) => receivedOn === '2026-03-01')).toBe(true);
  });

  it('shows each claim of the days exactly once, page after page, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(claimArbitrary, { maxLength: 150 }),
        fc.option(fc.constantFrom(...statesOf(claimMachine)), { nil: undefined }),
        fc.option(fc.constantFrom(...CHANNELS), { nil: undefined }),
        async (drawn, state, channelId) => {
          const claims = drawn.map((claim, index) => ({
            ...claim,
            claimId: `C${String(index).padStart(4, '0')}`,
          }));
          const { dependencies } = worldOf(claims);
          const query: SearchClaims = { by: 'day', from: '2026-03-02', to: '2026-03-03', state, channelId };
          const shown: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await searchClaims('u1', { ...query, cursor }, dependencies);
            shown.push(...ids(page));
            cursor = page.nextCursor;
          } while (cursor !== undefined);

          const wanted = claims.filter(
            (claim) =>
              (claim.receivedOn === '2026-03-02' || claim.receivedOn === '2026-03-03') &&
              (state === undefined || claim.state === state) &&
              (channelId === undefined || claim.channelId === channelId),
          );
          expect(shown.toSorted()).toEqual(wanted.map(({ claimId }) => claimId).toSorted());
        },
      ),
      { numRuns: 60 },
    );
  });

  it('shows the claims of an insured newest first, page after page', async () => {
    const { dependencies } = worldOf(many(60));
    const query: SearchClaims = { by: 'insured', registrationNumber: '100000001' };

    const first = await searchClaims('u1', query, dependencies);
    const second = await searchClaims('u1', { ...query, cursor: first.nextCursor }, dependencies);

    const days = [...first.claims, ...second.claims].map(({ receivedOn }) => receivedOn);
    expect(days).toEqual(days.toSorted().toReversed());
    expect(new Set([...ids(first), ...ids(second)]).size).toBe(50);
  });
});

const claimArbitrary = fc
  .record({
    state: fc.constantFrom(...statesOf(claimMachine)),
    receivedOn: fc.constantFrom(...DAYS),
    channelId: fc.constantFrom(...CHANNELS),
  })
  .map((drawn) => claimWith(drawn));

function many(count: number): Claim[] {
  return Array.from({ length: count }, (_, index) =>
    claimWith({ claimId: `C${String(index).padStart(4, '0')}`, receivedOn: DAYS[index % DAYS.length] ?? '' }),
  );
}
