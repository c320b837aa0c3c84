import { describe, expect, it } from 'vitest';
import type { Claim, ClaimPayment } from '../../../../contexts/claims/domain/claim.ts';
import type { DecisionRecord } from '../../../../contexts/claims/records/decision-record.ts';
import type { ClaimEvent } from '../../../../contexts/events/events.ts';
import {
  notifyPerson,
  type NotifyPersonDependencies,
} from '../../../../contexts/messaging/use-cases/notify-person.ts';
import { claimWith } from '../../../support/claim-examples.ts';
import { personFile } from '../../../support/person-files.ts';

const INPE = '091024578';
const CLAIM = '0123456789ABCDEF-1';
const common = { occurredAt: '2026-03-02T10:00:00.000Z', claimId: CLAIM, channelId: `provider-${INPE}` };
const approved: ClaimEvent = { type: 'claim.approved.v1', eventId: `${CLAIM}#2`, ...common };

const decision: DecisionRecord = {
  outcome: 'approved',
  lines: [
    { billedCentimes: 210_000, paidCentimes: 115_500, outcome: 'paid', ruleIds: [], payeeInpe: INPE },
    { billedCentimes: 10_000, paidCentimes: 5_600, outcome: 'paid', ruleIds: [] },
  ],
  billedCentimes: 220_000,
  paidCentimes: 121_100,
  findings: [],
  ruleBookVersion: '1',
};
const theirs: ClaimPayment = { state: 'PENDING', attempt: 1, amountCentimes: 115_500, payeeInpe: INPE };
const own: ClaimPayment = { state: 'PENDING', attempt: 1, amountCentimes: 5_600, rib: 'R' };

/** Texts that go out for events, each of them delivered twice. */
async function textsOf(events: readonly ClaimEvent[], claim: Partial<Claim>): Promise<readonly string[]> {
  const texts: string[] = [];
  const known = new Set<string>();
  const dependencies = {
    claims: {
      history: () =>
        Promise.resolve({
          claim: claimWith(claim),
          decision,
          decisions: new Map([[approved.eventId, decision]]),
          events,
          messages: [],
        }),
    },
    registry: {
      findPerson: () => Promise.resolve({ ...personFile().person, phone: '+212600000000', language: 'fr' }),
    },
    messages: {
      begin: ({ messageKey }: { messageKey: string }) => {
        const result = known.has(messageKey) ? 'known' : 'applied';
        known.add(messageKey);
        return Promise.resolve(result);
      },
      recordSent: () => Promise.resolve(),
    },
    sms: { send: (_: string, text: string) => Promise.resolve(String(texts.push(text))) },
    clock: () => new Date('2026-03-02T10:00:00.000Z'),
  } as unknown as NotifyPersonDependencies;
  for (const event of [...events, ...events]) await notifyPerson(event, dependencies);
  return texts;
}

describe('a person whose clinic is paid', () => {
  it('learns once what goes there and what remains, also while the clinic has no account', async () => {
    const expected = [
      "Dossier 0123-4567: 1155,00 DH vont directement à l'établissement. A votre charge: 945,00 DH.",
    ];
    expect(await textsOf([approved], { payment: theirs, paidCentimes: 115_500 })).toEqual(expected);
    const held: ClaimPayment = { ...theirs, state: 'HELD', heldReason: 'ACCOUNT_MISSING' };
    expect(await textsOf([approved], { payment: held, paidCentimes: 115_500 })).toEqual(expected);
  });

  it('learns in the same message what is paid to their own account, or that one is wanted', async () => {
    const [text] = await textsOf([approved], { payment: theirs, secondPayment: own });
    expect(text).toMatch(/A votre charge: 945,00 DH\. 56,00 DH sur votre compte\.$/);
    const held: ClaimPayment = { ...own, state: 'HELD', heldReason: 'ACCOUNT_MISSING', rib: undefined };
    const [asking] = await textsOf([approved], { payment: theirs, secondPayment: held });
    expect(asking).toMatch(/Déposez un RIB pour 56,00 DH\.$/);
  });

  it('is not asked for an account when the bank sends the clinic’s money back, and is for their own', async () => {
    const returned = (settlement?: 2): ClaimEvent => ({
      ...{ type: 'payment.returned.v1', eventId: `${CLAIM}#${settlement ?? 1}`, ...common },
      ...{ attempt: 1, reason: 'AC04' },
      ...(settlement !== undefined && { settlement }),
    });
    const claim = { payment: theirs, secondPayment: own };
    expect(await textsOf([returned()], claim)).toEqual([]);
    expect(await textsOf([returned(2)], claim)).toHaveLength(1);
  });
});
