import { expect } from 'vitest';
import type { Claim, ClaimPayment } from '../../contexts/claims/domain/claim.ts';
import type { ClaimsPage, PageRequest } from '../../contexts/claims/ports/claims-page.ts';
import type { WaitingClaims } from '../../contexts/payments/ports/waiting-claims.ts';
import { claimWith } from './claim-examples.ts';

/** What keeps claims and finds those that wait. */
export interface WaitingKeeping {
  readonly waiting: WaitingClaims;
  put(claim: Claim): Promise<void>;
}

/** What every store must find of the claims that wait for an account. */
export interface WaitingClaimsCase {
  readonly name: string;
  readonly run: (keeping: WaitingKeeping) => Promise<void>;
}

const held = (changes: Partial<ClaimPayment> = {}): ClaimPayment => ({
  ...{ state: 'HELD', attempt: 1, amountCentimes: 10_000, heldReason: 'ACCOUNT_MISSING' },
  ...changes,
});
const idOf = (number: number): string => `${String(number).padStart(16, '0')}-1`;

async function idsOf(page: (request: PageRequest) => Promise<ClaimsPage>): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const { claims, next } = await page({ limit: 7, after });
    ids.push(...claims.map(({ claimId }) => claimId));
    after = next;
  } while (after !== undefined);
  return ids;
}

const heldFor = ({ waiting }: WaitingKeeping, inpe: string): Promise<readonly string[]> =>
  idsOf((page) => waiting.listHeldFor(inpe, page));

export const waitingClaimsCases: readonly WaitingClaimsCase[] = [
  {
    name: 'finds each claim of an establishment once, page by page, and none that waits for anybody else',
    run: async (keeping) => {
      const payees = ['091024578', '091024586', undefined];
      for (let number = 0; number < 90; number += 1) {
        const payeeInpe = payees[number % payees.length];
        await keeping.put(claimWith({ claimId: idOf(number), payment: held({ payeeInpe }) }));
      }
      const expected = Array.from({ length: 30 }, (_, index) => idOf(index * 3));
      expect((await heldFor(keeping, '091024578')).toSorted()).toEqual(expected);
      expect(await heldFor(keeping, '09102457')).toEqual([]);
      expect(await heldFor(keeping, '091024579')).toEqual([]);
      const all = await idsOf((page) => keeping.waiting.list('PAYMENT_HELD', page));
      expect(new Set(all).size).toBe(all.length);
      expect(all).toEqual(expect.arrayContaining(Array.from({ length: 90 }, (_, number) => idOf(number))));
    },
  },
  {
    name: 'finds a claim as long as its payment waits for the account, and again when the bank sends it back',
    run: async (keeping) => {
      const payeeInpe = '061000018';
      const claim = claimWith({ claimId: idOf(200), payment: held({ payeeInpe }) });
      await keeping.put(claim);
      expect(await heldFor(keeping, payeeInpe)).toEqual([claim.claimId]);
      for (const [payment, found] of [
        [held({ payeeInpe, state: 'PENDING', heldReason: undefined }), []],
        [held({ payeeInpe, state: 'ORDERED', heldReason: undefined }), []],
        [held({ payeeInpe, heldReason: 'RETURNED_BY_BANK' }), [claim.claimId]],
        [held({ payeeInpe, heldReason: 'REFUSED_BY_BANK' }), []],
        [held({ payeeInpe, state: 'DISPUTED', heldReason: undefined }), []],
      ] as const) {
        await keeping.put({ ...claim, payment });
        expect(await heldFor(keeping, payeeInpe)).toEqual(found);
      }
    },
  },
  {
    name: 'finds a claim of which the insured waits too, and not one of which the insured is paid first',
    run: async (keeping) => {
      const payeeInpe = '061000026';
      const both = claimWith({
        claimId: idOf(300),
        payment: held({ payeeInpe }),
        secondPayment: held(),
      });
      await keeping.put(both);
      expect(await heldFor(keeping, payeeInpe)).toEqual([both.claimId]);
      // The order of what is the insured's writes it again, and asks for it by itself.
      await keeping.put({ ...both, secondPayment: held({ state: 'PENDING', heldReason: undefined }) });
      expect(await heldFor(keeping, payeeInpe)).toEqual([]);
      await keeping.put({ ...both, secondPayment: held({ state: 'ORDERED', heldReason: undefined }) });
      expect(await heldFor(keeping, payeeInpe)).toEqual([both.claimId]);
    },
  },
];
