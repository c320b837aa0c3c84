import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePain002 } from '../../../../../core/domain/payments/pain-002.ts';
import {
  outcomesOf,
  statusMeanings,
  type BankAnswerOutcomes,
} from '../../../../../core/domain/payments/payment-outcomes.ts';
import { answerXml } from './support/answers.ts';

const remittance = { id: 'R1', paymentIds: ['P1', 'P2', 'P3'] };
const read = (
  input: Omit<Parameters<typeof answerXml>[0], 'originalMessageId'>,
  originalMessageId = 'R1',
): BankAnswerOutcomes => outcomesOf(parsePain002(answerXml({ originalMessageId, ...input })), remittance);
const summaryOf = ({ outcomes }: BankAnswerOutcomes): string[] =>
  outcomes.map((outcome) =>
    outcome.outcome === 'returned' ? `returned ${outcome.reasonCode}` : outcome.outcome,
  );

describe('what an answer makes of the payments', () => {
  it('returns all when the group was rejected, with the reason of the group', () => {
    expect(read({ groupStatus: 'RJCT', groupReason: 'DU01' })).toEqual({
      outcomes: remittance.paymentIds.map((paymentId) => ({
        paymentId,
        outcome: 'returned',
        level: 'group',
        status: 'RJCT',
        reasonCode: 'DU01',
      })),
      problems: [],
    });
  });

  it('returns all when the payment information was rejected', () => {
    const outcomes = read({ blocks: [{ id: 'R1', status: 'RJCT', reason: 'AC04' }] });
    expect(summaryOf(outcomes)).toEqual(['returned AC04', 'returned AC04', 'returned AC04']);
    expect(outcomes.problems).toEqual([]);
  });

  it('returns the one that was rejected and leaves the others as they are, in a partly accepted group', () => {
    const transactions = [{ id: 'P2', status: 'RJCT', reason: 'AC01' }];
    expect(
      summaryOf(read({ groupStatus: 'PART', blocks: [{ id: 'R1', status: 'PART', transactions }] })),
    ).toEqual(['unchanged', 'returned AC01', 'unchanged']);
  });

  it('lets the lower level override the one above', () => {
    const blocks = [
      {
        id: 'R1',
        status: 'ACSP',
        transactions: [
          { id: 'P1', status: 'ACSC' },
          { id: 'P3', status: 'RJCT', reason: 'AG01' },
        ],
      },
    ];
    expect(summaryOf(read({ groupStatus: 'RJCT', groupReason: 'NARR', blocks }))).toEqual([
      'paid',
      'accepted',
      'returned AG01',
    ]);
  });

  it('takes status and reason from above where a level gives none', () => {
    const blocks = [
      {
        id: 'R1',
        status: 'RJCT',
        reason: 'AC04',
        transactions: [{ id: 'P1' }, { id: 'P2', reason: 'BE05' }],
      },
    ];
    expect(summaryOf(read({ blocks }))).toEqual(['returned AC04', 'returned BE05', 'returned AC04']);
    expect(summaryOf(read({ groupStatus: 'ACSC', blocks: [{ id: 'R1' }] }))).toEqual([
      'paid',
      'paid',
      'paid',
    ]);
    expect(summaryOf(read({ groupStatus: 'RJCT' }))).toEqual([
      'returned NOT_GIVEN',
      'returned NOT_GIVEN',
      'returned NOT_GIVEN',
    ]);
  });

  it.each(Object.entries(statusMeanings))('takes %s for %s on each level', (status, meaning) => {
    const expected = {
      paid: 'paid',
      accepted: 'accepted',
      returned: 'returned NOT_GIVEN',
      'look-below': 'unchanged',
    }[meaning];
    const transactions = remittance.paymentIds.map((id) => ({ id, status }));
    for (const input of [
      { groupStatus: status },
      { blocks: [{ id: 'R1', status }] },
      { blocks: [{ id: 'R1', transactions }] },
    ]) {
      expect(summaryOf(read(input))).toEqual([expected, expected, expected]);
    }
  });
});

describe('what does not fit is reported and changes nothing', () => {
  const unchanged = ['unchanged', 'unchanged', 'unchanged'];

  it('answers another order', () => {
    const outcomes = read({ groupStatus: 'RJCT' }, 'R2');
    expect(summaryOf(outcomes)).toEqual(unchanged);
    expect(outcomes.problems).toEqual([{ code: 'OTHER_REMITTANCE', level: 'group', reference: 'R2' }]);
  });

  it('names a payment that is not in the remittance', () => {
    const outcomes = read({
      blocks: [
        {
          id: 'R1',
          transactions: [
            { id: 'P9', status: 'RJCT' },
            { id: 'P1', status: 'ACSC' },
          ],
        },
      ],
    });
    expect(summaryOf(outcomes)).toEqual(['paid', 'unchanged', 'unchanged']);
    expect(outcomes.problems).toEqual([{ code: 'UNKNOWN_PAYMENT', level: 'transaction', reference: 'P9' }]);
  });

  it('rejects a payment information that is not ours, but a payment of ours in it', () => {
    const outcomes = read({
      blocks: [{ id: 'OTHER', status: 'RJCT', transactions: [{ id: 'P2', status: 'RJCT' }, { id: 'P3' }] }],
    });
    expect(summaryOf(outcomes)).toEqual(['unchanged', 'returned NOT_GIVEN', 'unchanged']);
    expect(outcomes.problems).toEqual([
      { code: 'UNKNOWN_PAYMENT_INFORMATION', level: 'payment-information', reference: 'OTHER' },
    ]);
  });

  it.each(['BLCK', 'XXXX', 'toString'])('uses the status %s, which is not in the table', (status) => {
    for (const [level, input] of [
      ['group', { groupStatus: status }],
      ['payment-information', { groupStatus: 'ACSC', blocks: [{ id: 'R1', status }] }],
    ] as const) {
      const outcomes = read(input);
      expect(summaryOf(outcomes)).toEqual(unchanged);
      expect(outcomes.problems).toEqual([{ code: 'UNKNOWN_STATUS', level, reference: status }]);
    }
    const transactions = [{ id: 'P1', status }];
    expect(summaryOf(read({ groupStatus: 'ACSC', blocks: [{ id: 'R1', transactions }] }))).toEqual([
      'unchanged',
      'paid',
      'paid',
    ]);
  });

  it('says two things of one payment', () => {
    const transactions = [
      { id: 'P1', status: 'RJCT' },
      { id: 'P1', status: 'ACSC' },
      { id: 'P2', status: 'ACSC' },
      { id: 'P2', status: 'ACSC' },
    ];
    const outcomes = read({ blocks: [{ id: 'R1', transactions }] });
    expect(summaryOf(outcomes)).toEqual(['unchanged', 'paid', 'unchanged']);
    expect(outcomes.problems).toEqual([
      { code: 'CONFLICTING_STATUSES', level: 'transaction', reference: 'P1' },
    ]);
    const twoBlocks = read({
      blocks: [
        { id: 'R1', status: 'RJCT' },
        { id: 'R1', status: 'ACSC' },
      ],
    });
    expect(summaryOf(twoBlocks)).toEqual(unchanged);
    expect(twoBlocks.problems).toEqual([
      { code: 'CONFLICTING_STATUSES', level: 'payment-information', reference: 'R1' },
    ]);
  });

  it('counts another number of payments: only what it says of each is applied', () => {
    const outcomes = read({
      numberOfTransactions: 2,
      groupStatus: 'RJCT',
      blocks: [{ id: 'R1', status: 'RJCT', transactions: [{ id: 'P1', status: 'RJCT', reason: 'AC01' }] }],
    });
    expect(summaryOf(outcomes)).toEqual(['returned AC01', 'unchanged', 'unchanged']);
    expect(outcomes.problems).toEqual([
      { code: 'NUMBER_OF_TRANSACTIONS_DIFFERS', level: 'group', reference: '2' },
    ]);
  });

  it('says nothing', () => {
    expect(read({}).problems).toEqual([{ code: 'NOTHING_SAID', level: 'group' }]);
    expect(read({ groupStatus: 'PART' }).problems).toEqual([{ code: 'NOTHING_SAID', level: 'group' }]);
  });
});

const dataFolder = '../shared/data/iso20022';
describe.skipIf(!existsSync(dataFolder))(
  `answers of real banks (skipped where ${dataFolder} is absent)`,
  () => {
    it.each([
      [
        'nordea-pain_002_v3_group_reject.xml',
        'MSGID-PS-TEST-0708-01',
        'any',
        ['a', 'b'],
        ['returned DU01', 'returned DU01'],
      ],
      [
        'nordea-pain_002_v3_payment_reject.xml',
        'MSGID-COM-SCE25-1707-01',
        'PMTINFID-COM-SCE25-1707-01',
        ['a', 'b'],
        ['returned NARR', 'returned NARR'],
      ],
      [
        'nordea-pain_002_v3_txn_reject.xml',
        'MSGID-950-TEST2-2807-01',
        'PMTINFID-950-TEST2-2807-01',
        ['ENDTOENDID-950-TEST2-2807-01', 'ENDTOENDID-950-TEST2-2807-02'],
        ['returned NARR', 'returned NARR'],
      ],
      [
        'cross_river-pain_002_credit_accepted.xml',
        'AMBCD10000000',
        'ABCD10000000',
        ['0000000000000108', 'b', 'c'],
        ['accepted', 'accepted', 'accepted'],
      ],
    ])('applies %s', (name, id, paymentInformationId, paymentIds, expected) => {
      const answer = parsePain002(readFileSync(`${dataFolder}/${name}`, 'utf8'));
      const outcomes = outcomesOf(answer, { id, paymentInformationId, paymentIds });
      expect(summaryOf(outcomes)).toEqual(expected);
      expect(outcomes.problems).toEqual([]);
    });
  },
);
