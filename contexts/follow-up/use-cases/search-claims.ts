import * as z from 'zod';
import type { ClaimStore, FileStore } from '#claims';
import type { RegistryReader } from '#registry';
import { parseClaimId, parseReceipt, readPlace, writePlace } from '#shared';
import type { AccessDetails, AccessLog } from '#staff';
import type { ClaimsFound, SearchClaims } from '../api/follow-up.ts';
import type { ClaimSearch } from '../ports.ts';
import { foundFileOf, summaryOf } from './claim-summary.ts';
import { walkDays, walkPlaceSchema } from './walk-days.ts';

/** Claims on one page of results. */
const PAGE_LENGTH = 25;

export interface SearchDependencies {
  readonly search: ClaimSearch;
  readonly claims: Pick<ClaimStore, 'find' | 'findMany'>;
  readonly files: Pick<FileStore, 'find'>;
  readonly registry: Pick<RegistryReader, 'findNumberByCin'>;
  readonly accesses: Pick<AccessLog, 'record'>;
}

const insuredPlaceSchema = z.object({ after: z.string().max(100) });

/**
 * Finds claims. Who searched, by what and how much was found is on record before anything is shown; where someone's number
 * was asked for, the record is about that person.
 */
export async function searchClaims(
  actor: string,
  query: SearchClaims,
  dependencies: SearchDependencies,
): Promise<ClaimsFound> {
  const found = await find(query, dependencies);
  await dependencies.accesses.record({
    actor,
    operation: 'searchClaims',
    subject: subjectOf(query, found),
    details: detailsOf(query, found),
  });
  return found;
}

/** Finds the claims of the insured person who has a CIN, exactly as it is written. An operation of its own in the record. */
export async function findByCin(
  actor: string,
  { cin, cursor }: { readonly cin: string; readonly cursor?: string | undefined },
  dependencies: SearchDependencies,
): Promise<ClaimsFound> {
  const registrationNumber = await dependencies.registry.findNumberByCin(cin);
  const found =
    registrationNumber === undefined
      ? { claims: [] }
      : await ofInsured(registrationNumber, cursor, dependencies);
  await dependencies.accesses.record({
    actor,
    operation: 'findByCin',
    // The CIN itself is not written: one that nobody has is perhaps that of someone who is not insured.
    subject: registrationNumber === undefined ? 'search' : `person:${registrationNumber}`,
    details: { found: found.claims.length },
  });
  return found;
}

async function find(query: SearchClaims, dependencies: SearchDependencies): Promise<ClaimsFound> {
  switch (query.by) {
    case 'claim': {
      const claim = await dependencies.claims.find(claimIdFrom(query.claimId));
      return { claims: claim === undefined ? [] : [summaryOf(claim)] };
    }
    case 'receipt':
      return ofReceipt(query.receipt, dependencies);
    case 'insured':
      return ofInsured(query.registrationNumber, query.cursor, dependencies);
    case 'day': {
      const place = readPlace(walkPlaceSchema, query.cursor);
      const walk = await walkDays({ ...query, place, limit: PAGE_LENGTH }, dependencies.search);
      return { claims: walk.claims.map(summaryOf), nextCursor: writePlace(walk.place) };
    }
  }
}

async function ofReceipt(
  receipt: string,
  { files, claims }: Pick<SearchDependencies, 'files' | 'claims'>,
): Promise<ClaimsFound> {
  const fileId = parseReceipt(receipt);
  const file = fileId === undefined ? undefined : await files.find(fileId);
  if (file === undefined) return { claims: [] };
  const found = await claims.findMany(file.claimIds ?? []);
  return {
    claims: found.toSorted((one, other) => one.formNumber - other.formNumber).map(summaryOf),
    file: foundFileOf(file),
  };
}

async function ofInsured(
  registrationNumber: string,
  cursor: string | undefined,
  { search }: Pick<SearchDependencies, 'search'>,
): Promise<ClaimsFound> {
  const after = readPlace(insuredPlaceSchema, cursor)?.after;
  const page = await search.listOfInsured(registrationNumber, { limit: PAGE_LENGTH, after });
  return {
    claims: page.claims.map(summaryOf),
    nextCursor: writePlace(page.next === undefined ? undefined : { after: page.next }),
  };
}

/** Ids of claims are read as receipts are, with the number of the form behind them. */
const claimIdFrom = (text: string): string => parseClaimId(text) ?? text.trim().toUpperCase();

function subjectOf(query: SearchClaims, { claims, file }: ClaimsFound): string {
  if (query.by === 'insured') return `person:${query.registrationNumber}`;
  if (query.by === 'receipt' && file !== undefined) return `file:${file.fileId}`;
  const [claim] = claims;
  return query.by === 'claim' && claim !== undefined ? `claim:${claim.claimId}` : 'search';
}

function detailsOf(query: SearchClaims, { claims }: ClaimsFound): AccessDetails {
  const found = { by: query.by, found: claims.length };
  if (query.by !== 'day') return found;
  const { from, to, state, channelId } = query;
  return { ...found, from, to, ...(state && { state }), ...(channelId && { channelId }) };
}
