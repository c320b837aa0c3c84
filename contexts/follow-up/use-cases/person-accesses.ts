import pMap from 'p-map';
import * as z from 'zod';
import type { RecordedChange, ReviewStore } from '#review';
import { type Operation, readPlace, writePlace } from '#shared';
import type { AccessLog, AccessRecord } from '#staff';
import type { ClaimSearch } from '../ports.ts';

/** The newest claims of the person; accesses to older ones are asked for by their claim. */
export const MOST_CLAIMS = 50;
const READS_AT_ONCE = 16;

export interface PersonAccessesDependencies {
  readonly search: Pick<ClaimSearch, 'listOfInsured'>;
  readonly accesses: Pick<AccessLog, 'newest'>;
  readonly reviews: Pick<ReviewStore, 'changes'>;
}

export interface PersonAccesses {
  /** Newest first. */
  readonly records: readonly AccessRecord[];
  /** How many claims of the person were looked through. */
  readonly claimCount: number;
  /** The person has older claims: accesses to these are not among the records. */
  readonly hasOlderClaims: boolean;
  readonly nextCursor?: string | undefined;
}

const placeSchema = z.object({ before: z.string() });

/** As in the table of access; what was taken, and what the insured sent, the access log has itself. */
const operationOf: Readonly<Record<Exclude<RecordedChange['what'], 'taken' | 'document-sent'>, Operation>> = {
  released: 'releaseClaim',
  corrected: 'saveCorrections',
  confirmed: 'saveCorrections',
  'line-added': 'saveCorrections',
  'line-removed': 'saveCorrections',
  keyed: 'saveCorrections',
  submitted: 'submitReview',
  escalated: 'escalateClaim',
  rejected: 'rejectClaim',
  split: 'splitClaim',
  'document-requested': 'requestDocument',
  'document-received': 'recordDocument',
  assigned: 'assignClaims',
  overridden: 'overrideFindings',
  settled: 'settleDispute',
  'taken-back': 'takeBack',
  reopened: 'reopenClaim',
};

/**
 * Who saw or changed anything of a person: accesses to the person, to their claims and to the files of these, and what was changed in
 * review. One list, newest first; what values were changed from and to, the claim's own page shows.
 */
export async function personAccesses(
  registrationNumber: string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  { search, accesses, reviews }: PersonAccessesDependencies,
): Promise<PersonAccesses> {
  const before = readPlace(placeSchema, cursor)?.before;
  const { claims, next } = await search.listOfInsured(registrationNumber, { limit: MOST_CLAIMS });
  const subjects = [
    `person:${registrationNumber}`,
    ...claims.map(({ claimId }) => `claim:${claimId}`),
    ...new Set(claims.map(({ fileId }) => `file:${fileId}`)),
  ];
  const [seen, changed] = await Promise.all([
    // One more than is shown: whether there are more is then known.
    pMap(subjects, (subject) => accesses.newest(subject, { before, limit: limit + 1 }), {
      concurrency: READS_AT_ONCE,
    }),
    pMap(claims, async ({ claimId }) => changesOf(claimId, await reviews.changes(claimId)), {
      concurrency: READS_AT_ONCE,
    }),
  ]);
  const placed = [...seen.flat(), ...changed.flat()]
    .filter(({ place }) => before === undefined || place < before)
    .toSorted((one, other) => (one.place < other.place ? 1 : -1));
  const shown = placed.slice(0, limit);
  const last = shown.at(-1);
  return {
    records: shown.map(({ record }) => record),
    claimCount: claims.length,
    hasOlderClaims: next !== undefined,
    nextCursor: writePlace(placed.length > limit && last !== undefined ? { before: last.place } : undefined),
  };
}

interface Placed {
  readonly place: string;
  readonly record: AccessRecord;
}

const changesOf = (claimId: string, changes: readonly RecordedChange[]): readonly Placed[] =>
  changes.flatMap(({ at, by, what, field, line }, index) =>
    what === 'taken' || what === 'document-sent'
      ? []
      : {
          place: `${at}#change#${claimId}#${String(index).padStart(6, '0')}`,
          record: {
            ...{ at, actor: by, operation: operationOf[what], subject: `claim:${claimId}` },
            details: {
              change: what,
              ...(field !== undefined && { field }),
              ...(line !== undefined && { line }),
            },
          },
        },
  );
