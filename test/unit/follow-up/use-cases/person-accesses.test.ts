import { describe, expect, it } from 'vitest';
import {
  MOST_CLAIMS,
  personAccesses,
  type PersonAccessesDependencies,
} from '../../../../contexts/follow-up/use-cases/person-accesses.ts';
import type { RecordedChange } from '../../../../contexts/review/ports.ts';
import type { AccessRecord } from '../../../../contexts/staff/ports/audit.ts';
import { claimWith } from '../../../support/claim-examples.ts';
import { memoryClaimSearch } from '../../../support/memory-claim-search.ts';

const PERSON = '100000001';
const claims = [
  claimWith({ claimId: 'FILE-1', fileId: 'FILE', registrationNumber: PERSON }),
  claimWith({ claimId: 'FILE-2', fileId: 'FILE', formNumber: 2, registrationNumber: PERSON }),
  claimWith({ claimId: 'OTHER-1', fileId: 'OTHER', registrationNumber: '100000002' }),
];

const at = (minute: number): string => `2026-11-21T10:${String(minute).padStart(2, '0')}:00.000Z`;
const access = (minute: number, operation: AccessRecord['operation'], subject: string): AccessRecord => ({
  actor: 'reviewer-1',
  operation,
  subject,
  at: at(minute),
});
const records = [
  access(1, 'confirmUpload', 'file:FILE'),
  access(2, 'showReview', 'claim:FILE-1'),
  access(4, 'findByCin', `person:${PERSON}`),
  access(5, 'showClaim', 'claim:FILE-2'),
  access(6, 'showClaim', 'claim:OTHER-1'),
  access(7, 'findByNumber', 'person:100000002'),
];
const change: RecordedChange = {
  ...{ at: at(3), by: 'reviewer-2', what: 'corrected', field: 'cin', before: 'AB1', after: 'AB2' },
};

function world(people = claims): PersonAccessesDependencies {
  return {
    search: memoryClaimSearch(people),
    accesses: {
      newest: (subject, { before, limit }) =>
        Promise.resolve(
          records
            .map((record, index) => ({ place: `${record.at}#${index}`, record }))
            .filter(
              ({ place, record }) => record.subject === subject && (before === undefined || place < before),
            )
            .toReversed()
            .slice(0, limit),
        ),
    },
    reviews: {
      changes: (claimId) =>
        Promise.resolve(claimId === 'FILE-1' ? [{ ...change, what: 'taken', at: at(2) }, change] : []),
    },
  };
}

describe('who saw or changed anything of a person', () => {
  it('is found also where it was on a claim or a file of theirs, newest first, and nothing of others', async () => {
    const found = await personAccesses(PERSON, { limit: 50 }, world());
    expect(found.records.map(({ operation, subject }) => [operation, subject])).toEqual([
      ['showClaim', 'claim:FILE-2'],
      ['findByCin', `person:${PERSON}`],
      ['saveCorrections', 'claim:FILE-1'],
      ['showReview', 'claim:FILE-1'],
      ['confirmUpload', 'file:FILE'],
    ]);
    expect(found).toMatchObject({ claimCount: 2, hasOlderClaims: false, nextCursor: undefined });
  });

  it('says who changed which field, but not the values', async () => {
    const { records: found } = await personAccesses(PERSON, { limit: 50 }, world());
    const changed = found.find(({ operation }) => operation === 'saveCorrections');
    expect(changed).toEqual({
      actor: 'reviewer-2',
      operation: 'saveCorrections',
      subject: 'claim:FILE-1',
      at: at(3),
      details: { change: 'corrected', field: 'cin' },
    });
  });

  it.each([1, 2, 3, 4])('is listed page after page, each record once, %i at a time', async (limit) => {
    const whole = await personAccesses(PERSON, { limit: 50 }, world());
    const listed: AccessRecord[] = [];
    let cursor: string | undefined;
    do {
      const page = await personAccesses(PERSON, { limit, cursor }, world());
      listed.push(...page.records);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(listed).toEqual(whole.records);
  });

  it('says that a person has older claims which were not looked through', async () => {
    const many = Array.from({ length: MOST_CLAIMS + 1 }, (_, index) =>
      claimWith({ claimId: `C${index}-1`, fileId: `C${index}`, registrationNumber: PERSON }),
    );
    expect(await personAccesses(PERSON, { limit: 50 }, world(many))).toMatchObject({
      claimCount: MOST_CLAIMS,
      hasOlderClaims: true,
    });
  });
});
