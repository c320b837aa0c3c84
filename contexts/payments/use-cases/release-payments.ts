import {
  type Claim,
  type ClaimStore,
  type OwnClaims,
  paymentsOf,
  type SettledPayment,
  type Settlement,
} from '#claims';
import {
  accountOn,
  nextProviderAccountDay,
  openChange,
  type PersonFile,
  providerAccountOn,
  type RegistryReader,
} from '#registry';
import { type Clock, dayInMorocco, isValidRib } from '#shared';
import { waitsForAccount } from '../domain/decide-payment.ts';
import type { ReleasePayments } from '../records/work-messages.ts';
import type { HoldEnds } from '../ports/hold-ends.ts';
import type { WaitingClaims } from '../ports/waiting-claims.ts';

/** Claims of one establishment that are looked at in one message. */
const HELD_PAGE_LENGTH = 50;

export interface ReleasePaymentsDependencies {
  readonly claims: Pick<ClaimStore, 'find' | 'movePayment'>;
  readonly claimsOfPerson: OwnClaims;
  readonly waiting: Pick<WaitingClaims, 'listHeldFor'>;
  readonly registry: Pick<RegistryReader, 'findPersonFile' | 'findProviderAccounts'>;
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
      return claim === undefined ? 0 : releaseOne(claim, dependencies);
    }
    case 'person':
      return releasePage(message, dependencies);
    case 'provider':
      return releaseProviderPage(message, dependencies);
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
  const released = await releaseAll({ registrationNumber }, page.claims, dependencies);
  if (page.nextCursor !== undefined)
    await dependencies.ask({ kind: 'person', registrationNumber, cursor: page.nextCursor });
  return released;
}

/** Whose account a payment waits for. */
type Payee = { readonly registrationNumber: string } | { readonly inpe: string };

/** The claim of a payment that became held: whoever is paid of it, each by their own account. */
async function releaseOne(claim: Claim, dependencies: ReleasePaymentsDependencies): Promise<number> {
  const { registrationNumber } = claim;
  const inpes = new Set(paymentsOf(claim).flatMap(({ payment }) => payment.payeeInpe ?? []));
  const payees: readonly Payee[] = [
    ...[...inpes].map((inpe) => ({ inpe })),
    ...(registrationNumber === undefined ? [] : [{ registrationNumber }]),
  ];
  let released = 0;
  for (const payee of payees) {
    const current = released > 0 ? await dependencies.claims.find(claim.claimId) : claim;
    if (current !== undefined) released += await releaseAll(payee, [current], dependencies);
  }
  return released;
}

async function releaseProviderPage(
  message: Extract<ReleasePayments, { kind: 'provider' }>,
  dependencies: ReleasePaymentsDependencies,
): Promise<number> {
  const { inpe, cursor: after } = message;
  const page = await dependencies.waiting.listHeldFor(inpe, { limit: HELD_PAGE_LENGTH, after });
  const released = await releaseAll({ inpe }, page.claims, dependencies);
  if (page.next !== undefined) await dependencies.ask({ ...message, cursor: page.next });
  return released;
}

async function releaseAll(
  payee: Payee,
  claims: readonly Claim[],
  { claims: store, registry, holdEnds, clock }: ReleasePaymentsDependencies,
): Promise<number> {
  const held = claims.filter((claim) => heldPayments(claim, payee).length > 0);
  if (held.length === 0) return 0;
  const found = await destinationOf(payee, dayInMorocco(clock()), registry);
  if (found?.laterDay !== undefined) await holdEnds.remember({ ...payee, day: found.laterDay });
  if (found?.rib === undefined) return 0;
  let released = 0;
  for (const claim of held) released += await releaseClaim(claim, payee, found.rib, store);
  return released;
}

/** Payments of a claim that wait for an account of this payee. */
const heldPayments = (claim: Claim, payee: Payee): readonly SettledPayment[] =>
  paymentsOf(claim).filter(({ payment }) => waitsForAccount(payment) && payment.payeeInpe === inpeOf(payee));

/** Undefined of the insured. */
const inpeOf = (payee: Payee): string | undefined => ('inpe' in payee ? payee.inpe : undefined);

/** Releases the payments of one claim that wait for an account. The claim is read again after each: it moved with it. */
async function releaseClaim(
  claim: Claim,
  payee: Payee,
  rib: string,
  store: ReleasePaymentsDependencies['claims'],
): Promise<number> {
  const command = { kind: 'release', rib, payeeInpe: inpeOf(payee) } as const;
  let released = 0;
  let current: Claim | undefined = claim;
  for (const { settlement, payment } of heldPayments(claim, payee)) {
    if (rib === payment.returnedRib) continue;
    if (released > 0) current = await store.find(claim.claimId);
    if (current === undefined) break;
    const { result } = await store.movePayment(current, command, { settlement });
    if (result === 'applied') released += 1;
    else if (await isStillHeld(claim, payee, settlement, store))
      throw new Error(`Claim ${claim.claimId} was changed while its payment was released`);
  }
  return released;
}

async function isStillHeld(
  { claimId }: Claim,
  payee: Payee,
  settlement: Settlement,
  store: ReleasePaymentsDependencies['claims'],
): Promise<boolean> {
  const claim = await store.find(claimId);
  return claim !== undefined && heldPayments(claim, payee).some((held) => held.settlement === settlement);
}

interface Destination {
  /** The account that payments may go to; absent where there is none. */
  readonly rib?: string;
  /** The next day on which that may change by itself. */
  readonly laterDay?: string | undefined;
}

/** Where payments to somebody go on a day; undefined of a person who is not in the registry. */
async function destinationOf(
  payee: Payee,
  day: string,
  registry: ReleasePaymentsDependencies['registry'],
): Promise<Destination | undefined> {
  if ('inpe' in payee) {
    const accounts = await registry.findProviderAccounts(payee.inpe);
    const account = providerAccountOn(accounts, day);
    const laterDay = nextProviderAccountDay(accounts, day);
    return account.kind === 'account' ? { rib: account.rib, laterDay } : { laterDay };
  }
  const file = await registry.findPersonFile(payee.registrationNumber);
  return file && destinationOn(file, day);
}

function destinationOn(file: PersonFile, day: string): Destination {
  const change = openChange(file, day);
  if (change !== undefined) return { laterDay: change.change.paymentsFrom };
  const [laterDay] = file.accounts
    .filter((account) => account.change?.cancelledAt === undefined && account.from > day)
    .map(({ from }) => from)
    .toSorted();
  const rib = accountOn(file, day)?.rib;
  return rib !== undefined && isValidRib(rib) ? { rib, laterDay } : { laterDay };
}

/** One page of those whose hold is over: each is asked for, then forgotten. Asking twice does no harm. */
async function askForEnded(
  message: Extract<ReleasePayments, { kind: 'holds-ended' }>,
  { holdEnds, clock, ask }: ReleasePaymentsDependencies,
): Promise<void> {
  const { ended, isMore } = await holdEnds.listEnded(dayInMorocco(clock()));
  for (const end of ended) {
    await ask(
      'inpe' in end
        ? { kind: 'provider', inpe: end.inpe }
        : { kind: 'person', registrationNumber: end.registrationNumber },
    );
    await holdEnds.forget(end);
  }
  if (isMore) await ask(message);
}
