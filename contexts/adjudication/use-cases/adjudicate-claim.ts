import type { AdjudicateClaim, Claim, ClaimStore, Outcome } from '#claims';
import type { ReadingStore } from '#reading';
import type { MedicineReader } from '#medicines';
import type { RegistryReader } from '#registry';
import type { RuleBook } from '#rules';
import type { Clock } from '#shared';
import { loadForms, proposeDecision } from './propose-decision.ts';

/** An act that another claim took meanwhile changes the decision; more often than this it cannot happen by chance. */
const MAX_ROUNDS = 4;

export interface AdjudicateClaimDependencies {
  readonly claims: ClaimStore;
  readonly registry: RegistryReader;
  readonly medicines: Pick<MedicineReader, 'medicinesByCode'>;
  readonly readings: ReadingStore;
  readonly rules: RuleBook;
  readonly clock: Clock;
}

/** Clocks of two machines may differ by this much. */
const CLOCKS_DIFFER_MILLISECONDS = 5_000;

export type AdjudicateClaimOutcome = Outcome | 'already-decided' | 'not-yet';

/**
 * Decides a drafted claim and records the decision together with the acts it pays, all or nothing: of two claims for the
 * same act, whichever comes first in the table is paid, and the other is decided again, as the duplicate it is.
 * @throws Error when the claim is not in the table, or keeps losing races: the message is tried again
 */
export async function adjudicateClaim(
  message: AdjudicateClaim,
  dependencies: AdjudicateClaimDependencies,
): Promise<AdjudicateClaimOutcome> {
  const { claims, clock } = dependencies;
  const { claimId } = message;
  for (let round = 1; round <= MAX_ROUNDS; round += 1) {
    // Anew each time: what was paid of it may have moved meanwhile, or it was taken back and sent again with another form.
    const claim = await claims.find(claimId);
    if (claim === undefined) throw new Error('The claim to decide is not in the claims table');
    if (claim.state !== 'DRAFTED') return 'already-decided';
    if (isTooEarly(message, claim, clock())) return 'not-yet';
    const forms = await loadForms(claim, dependencies);
    const { decision, care } = await proposeDecision(claim, forms, dependencies);
    const result = await claims.decide(claim, decision, care);
    if (result === 'applied') return decision.outcome;
    if (result === 'known') return 'already-decided';
  }
  throw new Error(`Claim ${claimId} could not be decided: other claims keep taking its acts`);
}

/**
 * A claim that was taken back and sent again is decided by the message of the later time. That one comes when the time is over,
 * whatever the clock says here: no other one follows it.
 */
function isTooEarly(message: AdjudicateClaim, { decidableFrom }: Claim, now: Date): boolean {
  return (
    decidableFrom !== undefined &&
    decidableFrom !== message.decidableFrom &&
    now.getTime() + CLOCKS_DIFFER_MILLISECONDS < Date.parse(decidableFrom)
  );
}
