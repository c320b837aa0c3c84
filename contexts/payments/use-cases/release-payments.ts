import {
  type Claim,
  type ClaimStore,
  type OwnClaims,
  paymentsOf,
  type SettledPayment,
  type Settlement,
} from '#claims';
import { accountOn, openChange, type PersonFile, type RegistryReader } from '#registry';
import { type Clock, dayInMorocco, isValidRib } from '#shared';
import { waitsForAccount } from '../domain/decide-payment.ts';
import type { ReleasePayments } from '../records/work-messages.ts';
import type { HoldEnds } from '../ports/hold-ends.ts';

export interface ReleasePaymentsDependencies {
  readonly claims: Pick<ClaimStore, 'find' | 'movePayment'>;
  readonly claimsOfPerson: OwnClaims;
  readonly registry: Pick<RegistryReader, 'findPersonFile'>;
  readonly holdEnds: HoldEnds;
  readonly clock: Clock;
  /** Puts work that is left into the queue again. */
  readonly ask: (message: ReleasePayments) => Promise<void>;
}

/**
 * Releases held payments whose account is in order (again). It is asked for by what changed: an account that was added, a claim
 * whose payment became held, a hold that ends on a day. So a payment run never has to look at those that still wait, however many
 * they are. Both sides ask, the claim and the account, so that one of them sees the other, whichever was written first.
 * @returns how many payments were released
 * @throws Error when a claim was changed at the same moment: the message is tried again
 */
export async function releasePayments(
  message: ReleasePayments,
  dependencies: ReleasePaymentsDependencies,
): Promise<number> {
  switch (message.kind) {
    case 'claim': {
      const claim = await dependencies.claims.find(message.claimId);
      return claim?.registrationNumber === undefined
        ? 0
        : releaseAll(claim.registrationNumber, [claim], dependencies);
    }
    case 'person':
      return releasePage(message, dependencies);
    case 'holds-ended':
      await askForEnded(message, dependencies);
      return 0;
  }
}

async function releasePage(
  { registrationNumber, cursor }: Extract<ReleasePayments, { kind: 'person' }>,
  dependencies: ReleasePaymentsDependencies,
): Promise<number> {
  const page = await dependencies.claimsOfPerson.list(registrationNumber, cursor);
  const released = await releaseAll(registrationNumber, page.claims, dependencies);
  if (page.nextCursor !== undefined)
    await dependencies.ask({ kind: 'person', registrationNumber, cursor: page.nextCursor });
  return released;
}

async function releaseAll(
  registrationNumber: string,
  claims: readonly Claim[],
  { claims: store, registry, holdEnds, clock }: ReleasePaymentsDependencies,
): Promise<number> {
  const held = claims.filter((claim) => heldPayments(claim).length > 0);
  if (held.length === 0) return 0;
  const file = await registry.findPersonFile(registrationNumber);
  if (file === undefined) return 0;
  const today = dayInMorocco(clock());
  const { rib, laterDay } = destinationOn(file, today);
  if (laterDay !== undefined) await holdEnds.remember({ registrationNumber, day: laterDay });
  if (rib === undefined) return 0;
  let released = 0;
  for (const claim of held) released += await releaseClaim(claim, rib, store);
  return released;
}

/** Payments of a claim that wait for an account. */
const heldPayments = (claim: Claim): readonly SettledPayment[] =>
  paymentsOf(claim).filter(({ payment }) => waitsForAccount(payment));

/** Releases the payments of one claim that wait for an account. The claim is read again after each: it moved with it. */
async function releaseClaim(
  claim: Claim,
  rib: string,
  store: ReleasePaymentsDependencies['claims'],
): Promise<number> {
  let released = 0;
  let current: Claim | undefined = claim;
  for (const { settlement, payment } of heldPayments(claim)) {
    if (rib === payment.returnedRib) continue;
    if (released > 0) current = await store.find(claim.claimId);
    if (current === undefined) break;
    const { result } = await store.movePayment(current, { kind: 'release', rib }, { settlement });
    if (result === 'applied') released += 1;
    else if (await isStillHeld(claim, settlement, store))
      throw new Error(`Claim ${claim.claimId} was changed while its payment was released`);
  }
  return released;
}

async function isStillHeld(
  { claimId }: Claim,
  settlement: Settlement,
  store: ReleasePaymentsDependencies['claims'],
): Promise<boolean> {
  const claim = await store.find(claimId);
  return claim !== undefined && heldPayments(claim).some((held) => held.settlement === settlement);
}

/** The account that payments may go to on a day, and the next day on which that may change by itself. */
function destinationOn(
  file: PersonFile,
  day: string,
): { readonly rib?: string; readonly laterDay?: string | undefined } {
  const change = openChange(file, day);
  if (change !== undefined) return { laterDay: change.change.paymentsFrom };
  const [laterDay] = file.accounts
    .filter((account) => account.change?.cancelledAt === undefined && account.from > day)
    .map(({ from }) => from)
    .toSorted();
  const rib = accountOn(file, day)?.rib;
  return rib !== undefined && isValidRib(rib) ? { rib, laterDay } : { laterDay };
}

/** One page of the people whose hold is over: each is asked for, then forgotten. Asking twice does no harm. */
async function askForEnded(
  message: Extract<ReleasePayments, { kind: 'holds-ended' }>,
  { holdEnds, clock, ask }: ReleasePaymentsDependencies,
): Promise<void> {
  const { ended, isMore } = await holdEnds.listEnded(dayInMorocco(clock()));
  for (const end of ended) {
    await ask({ kind: 'person', registrationNumber: end.registrationNumber });
    await holdEnds.forget(end);
  }
  if (isMore) await ask(message);
}
