import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { adjudicate } from '../../contexts/adjudication/domain/adjudicate.ts';
import type { Claim } from '../../contexts/claims/domain/claim.ts';
import type { Decision } from '../../contexts/claims/domain/decision.ts';
import type { PaymentCommand } from '../../contexts/claims/domain/payment-command.ts';
import type { CareClaim, ClaimStore } from '../../contexts/claims/ports/claim-store.ts';
import type { ReviewStore } from '../../contexts/review/ports.ts';
import { act, claimInput, personFile } from '../unit/adjudication/domain/claim-builder.ts';

/** What keeps claims and their reviews. */
export interface ClaimKeeping {
  readonly claims: Pick<ClaimStore, 'find' | 'history' | 'findCare' | 'decide' | 'movePayment'>;
  readonly reviews: Pick<ReviewStore, 'find' | 'sendToAdjudication'>;
  /** Puts a claim there as it is drafted. */
  addDraft(claim: Claim): Promise<void>;
}

/** What every store of claims must do with a claim that is paid in two parts. */
export interface ClaimStoreCase {
  readonly name: string;
  readonly run: (keeping: ClaimKeeping) => Promise<void>;
}

/** 105 DH are certain; of the other act nobody knows the tariff until it turns out to be another consultation. */
const certain = act();
const doubted = act({ dateOfCare: '2025-09-04', keyLetter: 'K', coefficientHundredths: 1_600 });
const cleared = act({ dateOfCare: '2025-09-08', billedCentimes: 30_000 });

const first = adjudicate(claimInput({ form: { acts: [certain, doubted] } }));
const restOf = (acts: Parameters<typeof claimInput>[0], isHeld = false): Decision =>
  adjudicate({
    ...claimInput({ ...acts, ...(isHeld ? { person: personFile({ accounts: [] }) } : {}) }),
    settledPart: first.settledPart,
  });
const second = restOf({ form: { acts: [certain, cleared] } });
const secondWithoutAccount = restOf({ form: { acts: [certain, cleared] } }, true);
const restRejected = restOf({ form: { acts: [certain] } });

const RIB = '007780000123456789012372';
const release: PaymentCommand = { kind: 'release', rib: RIB };

const draft = (): Claim => {
  const fileId = randomUUID();
  return {
    claimId: `${fileId}-1`,
    state: 'DRAFTED',
    version: 1,
    fileId,
    channelId: 'agency-rabat-01',
    submissionDate: '2025-09-15',
    receivedOn: '2025-09-15',
    submissionSignals: [],
    formNumber: 1,
    formsInFile: 1,
  };
};

async function found({ claims }: ClaimKeeping, claimId: string): Promise<Claim> {
  const claim = await claims.find(claimId);
  if (claim === undefined) throw new Error('The claim is not there');
  return claim;
}

/** A claim whose certain act is paid, while the other one waits. */
async function paidInPart(keeping: ClaimKeeping, care: readonly CareClaim[] = []): Promise<Claim> {
  const claim = draft();
  await keeping.addDraft(claim);
  expect(await keeping.claims.decide(claim, first, care)).toBe('applied');
  return found(keeping, claim.claimId);
}

/** The same, corrected by a reviewer and to be decided again. */
async function corrected(keeping: ClaimKeeping, care: readonly CareClaim[] = []): Promise<Claim> {
  const claim = await paidInPart(keeping, care);
  const review = await keeping.reviews.find(claim.claimId);
  if (review === undefined) throw new Error('The claim has no review');
  const step = {
    review: { ...review, state: 'CLOSED', version: review.version + 1, formRevision: '1' } as const,
    changes: [],
  };
  expect(await keeping.reviews.sendToAdjudication(step, claim)).toBe('applied');
  return found(keeping, claim.claimId);
}

async function paidTwice(keeping: ClaimKeeping, decision = second): Promise<Claim> {
  const claim = await corrected(keeping);
  expect(await keeping.claims.decide(claim, decision, [])).toBe('applied');
  return found(keeping, claim.claimId);
}

const typesOf = async ({ claims }: ClaimKeeping, claimId: string): Promise<readonly string[]> =>
  ((await claims.history(claimId))?.events ?? [])
    .map(({ type }) => type)
    .filter((type) => type !== 'claim.drafted.v1');

export const claimStoreCases: readonly ClaimStoreCase[] = [
  {
    name: 'pays what is certain first, keeps what that was, and lets the rest wait for a reviewer',
    run: async (keeping) => {
      const claim = await paidInPart(keeping);

      expect(claim).toMatchObject({
        state: 'PARTLY_REFERRED',
        paidCentimes: 105_00,
        payment: { state: 'PENDING', attempt: 1, amountCentimes: 105_00 },
      });
      expect(claim.secondPayment).toBeUndefined();
      expect(claim.settledPart).toEqual(first.settledPart);
      expect(await keeping.reviews.find(claim.claimId)).toMatchObject({ state: 'OPEN' });
      expect(await typesOf(keeping, claim.claimId)).toEqual(['claim.partly-referred.v1']);
    },
  },
  {
    name: 'keeps the first payment and what it was for while the claim is decided again',
    run: async (keeping) => {
      const claim = await corrected(keeping);

      expect(claim).toMatchObject({
        state: 'DRAFTED',
        formRevision: '1',
        payment: { amountCentimes: 105_00 },
      });
      expect(claim.settledPart).toEqual(first.settledPart);
    },
  },
  {
    name: 'remembers which lines were found to be paid elsewhere, also when a decision finds none',
    run: async (keeping) => {
      const foundPaid = { lines: [{ fingerprint: 'f1', claimId: 'other-1' }], beside: ['f2'] };
      const claim = draft();
      await keeping.addDraft(claim);
      expect(await keeping.claims.decide(claim, { ...first, foundPaid }, [])).toBe('applied');
      const before = await found(keeping, claim.claimId);
      expect(before.foundPaid).toEqual(foundPaid);

      const review = await keeping.reviews.find(claim.claimId);
      if (review === undefined) throw new Error('The claim has no review');
      const closed = { ...review, state: 'CLOSED', version: review.version + 1 } as const;
      await keeping.reviews.sendToAdjudication({ review: closed, changes: [] }, before);
      const again = await found(keeping, claim.claimId);
      expect(again.foundPaid).toEqual(foundPaid);
      expect(await keeping.claims.decide(again, second, [])).toBe('applied');
      expect((await found(keeping, claim.claimId)).foundPaid).toEqual(foundPaid);
    },
  },
  {
    name: 'pays the rest as a second payment, beside the first as it was',
    run: async (keeping) => {
      const before = await corrected(keeping);
      expect(await keeping.claims.decide(before, second, [])).toBe('applied');
      const claim = await found(keeping, before.claimId);

      expect(claim).toMatchObject({
        state: 'APPROVED',
        paidCentimes: 210_00,
        secondPayment: { state: 'PENDING', attempt: 1, amountCentimes: 105_00 },
      });
      expect(claim.payment).toEqual(before.payment);
      expect(claim.settledPart).toEqual(first.settledPart);
      expect(await typesOf(keeping, claim.claimId)).toEqual([
        'claim.partly-referred.v1',
        'claim.corrected.v1',
        'claim.approved.v1',
      ]);
      const { decision, decisions } = (await keeping.claims.history(claim.claimId)) ?? {};
      expect(decision).toMatchObject({ outcome: 'approved', paidCentimes: 210_00 });
      expect(decisions?.size).toBe(2);
    },
  },
  {
    name: 'makes no second payment where nothing of the rest is owed',
    run: async (keeping) => {
      const claim = await paidTwice(keeping, restRejected);

      expect(claim).toMatchObject({ state: 'APPROVED', paidCentimes: 105_00 });
      expect(claim.secondPayment).toBeUndefined();
    },
  },
  {
    name: 'records no decision that does not know what was paid, and changes nothing',
    run: async (keeping) => {
      const claim = await corrected(keeping);
      const unaware = adjudicate(claimInput({ form: { acts: [certain, cleared] } }));

      await expect(keeping.claims.decide(claim, unaware, [])).rejects.toThrow(
        'without regard to what was paid',
      );
      expect(await found(keeping, claim.claimId)).toEqual(claim);
    },
  },
  {
    name: 'pays the rest once, however often and however many at a time decide it',
    run: async (keeping) => {
      const claim = await corrected(keeping);
      const results = await Promise.all(
        Array.from({ length: 4 }, () => keeping.claims.decide(claim, second, [])),
      );

      expect(results.toSorted()).toEqual(['applied', 'known', 'known', 'known']);
      expect(await keeping.claims.decide(claim, second, [])).toBe('known');
      const after = await found(keeping, claim.claimId);
      expect(after).toMatchObject({ version: claim.version + 1, secondPayment: { amountCentimes: 105_00 } });
    },
  },
  {
    name: 'takes the acts of each payment when it pays them, and pays none that another claim took meanwhile',
    run: async (keeping) => {
      const group = randomUUID();
      const care = (fingerprint: string, seenVersion: number | undefined): readonly CareClaim[] => [
        { group, fingerprints: [fingerprint], seenVersion },
      ];
      const claim = await corrected(keeping, care('certain', undefined));
      const seen = (await keeping.claims.findCare([group])).get(group);
      expect(seen?.owners).toEqual(new Map([['certain', claim.claimId]]));

      const other = draft();
      await keeping.addDraft(other);
      expect(await keeping.claims.decide(other, first, care('cleared', seen?.version))).toBe('applied');

      const now = (await keeping.claims.findCare([group])).get(group);
      expect(await keeping.claims.decide(claim, second, care('cleared', seen?.version))).toBe(
        'care-claimed-by-another',
      );
      expect(await keeping.claims.decide(claim, second, care('cleared', now?.version))).toBe(
        'care-claimed-by-another',
      );
      expect(await found(keeping, claim.claimId)).toEqual(claim);
    },
  },
  {
    name: 'moves the second payment alone, and says which one it was',
    run: async (keeping) => {
      const claim = await paidTwice(keeping, secondWithoutAccount);
      expect(claim.secondPayment).toMatchObject({ state: 'HELD', heldReason: 'ACCOUNT_MISSING' });

      const moved = await keeping.claims.movePayment(claim, release, { settlement: 2 });

      expect(moved).toMatchObject({ result: 'applied', payment: { state: 'PENDING', rib: RIB } });
      const after = await found(keeping, claim.claimId);
      expect(after).toMatchObject({
        version: claim.version + 1,
        secondPayment: { state: 'PENDING', rib: RIB },
      });
      expect(after.payment).toEqual(claim.payment);
      const { events = [] } = (await keeping.claims.history(claim.claimId)) ?? {};
      expect(events.at(-1)).toMatchObject({ type: 'payment.released.v1', settlement: 2 });
    },
  },
  {
    name: 'moves it once, and only from what it was read as',
    run: async (keeping) => {
      const claim = await paidTwice(keeping, secondWithoutAccount);
      const results = await Promise.all(
        Array.from({ length: 3 }, () => keeping.claims.movePayment(claim, release, { settlement: 2 })),
      );

      expect(results.map(({ result }) => result).toSorted()).toEqual(['applied', 'refused', 'refused']);
      expect((await found(keeping, claim.claimId)).version).toBe(claim.version + 1);
    },
  },
  {
    name: 'moves no second payment where there is none',
    run: async (keeping) => {
      const claim = await paidInPart(keeping);

      expect(await keeping.claims.movePayment(claim, release, { settlement: 2 })).toEqual({
        result: 'refused',
      });
      expect(await found(keeping, claim.claimId)).toEqual(claim);
    },
  },
];
