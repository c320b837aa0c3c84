import type { Claim } from '../../contexts/claims/domain/claim.ts';
import type { ClaimSearch } from '../../contexts/follow-up/ports.ts';
import type { ClaimsPage, PageRequest } from '../../contexts/claims/ports/claims-page.ts';

/** Finds claims in a list as the table's indexes would: in the order of their keys, a page at a time. */
export function memoryClaimSearch(claims: readonly Claim[]): ClaimSearch & { readonly lists: string[] } {
  const lists: string[] = [];
  return {
    lists,
    listOfDay({ state, day, channelId }, page) {
      lists.push(`${day} ${state}`);
      const found = claims.filter(
        (claim) =>
          claim.state === state &&
          claim.receivedOn === day &&
          (channelId === undefined || claim.channelId === channelId),
      );
      return Promise.resolve(pageOf(found, ({ channelId: by, claimId }) => `${by}#${claimId}`, page));
    },
    filesByShortReceipt(start, limit) {
      const fileIds = new Set(
        claims.map(({ fileId }) => fileId).filter((fileId) => fileId.startsWith(start)),
      );
      return Promise.resolve([...fileIds].slice(0, limit));
    },
    listOfInsured(registrationNumber, page) {
      const found = claims.filter((claim) => claim.registrationNumber === registrationNumber);
      return Promise.resolve(
        pageOf(found, ({ receivedOn, claimId }) => `${receivedOn}#${claimId}`, page, -1),
      );
    },
  };
}

function pageOf(
  claims: readonly Claim[],
  keyOf: (claim: Claim) => string,
  { limit, after }: PageRequest,
  direction: 1 | -1 = 1,
): ClaimsPage {
  const keyed = claims
    .map((claim) => ({ claim, key: keyOf(claim) }))
    .toSorted((one, other) => (one.key < other.key ? -direction : direction))
    .filter(({ key }) => after === undefined || (direction === 1 ? key > after : key < after));
  const page = keyed.slice(0, limit);
  // Like DynamoDB: a page that is full may be the last one.
  return {
    claims: page.map(({ claim }) => claim),
    next: page.length === limit ? page.at(-1)?.key : undefined,
  };
}
