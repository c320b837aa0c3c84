import type { Claim } from '../../core/domain/claims/claim.ts';
import type { ClaimQueue } from '../../core/ports/claims.ts';
import { claimKey, shardOf } from './claims-items.ts';

/** A claim as the table keeps it: in a work queue of the index only while somebody has to work on it. */
export function toClaimItem(claim: Claim): Record<string, unknown> {
  const queue = queueOf(claim);
  const index = queue && { gsi1pk: queueKey(queue, shardOf(claim.claimId)), gsi1sk: claim.claimId };
  return { ...claimKey(claim.claimId), ...claim, ...index };
}

export function queueKey(queue: ClaimQueue, shard: number): string {
  return `QUEUE#${queue}#${shard}`;
}

function queueOf({ state, payment }: Claim): ClaimQueue | undefined {
  if (state === 'REFERRED' || state === 'INCOMPLETE') return state;
  if (payment?.state === 'PENDING') return 'PAYMENT_PENDING';
  return payment?.state === 'HELD' ? 'PAYMENT_HELD' : undefined;
}
