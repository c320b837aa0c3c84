import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePain002 } from '../../../../contexts/payments/domain/pain-002.ts';
import { statusMeanings } from '../../../../contexts/payments/domain/bank-statement.ts';
import { ibanOfRib } from '../../../../contexts/payments/domain/iban.ts';
import {
  outcomesOf,
  type AnsweredBatch,
  type BankAnswerOutcomes,
} from '../../../../contexts/payments/domain/payment-outcomes.ts';
import { refusalCause } from '../../../../contexts/payments/domain/reason-cause.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { answerXml } from './support/answers.ts';

const RIB = '011519000001205000534921';
const paymentsOf = (ids: readonly string[], amountCentimes = 10_050): AnsweredBatch['payments'] =>
  ids.map((paymentId) => ({ paymentId, amountCentimes, rib: RIB }));
const batch: AnsweredBatch = { id: 'R1', payments: paymentsOf(['P1', 'P2', 'P3']) };
const causeOf = (reasons: Parameters<typeof refusalCause>[0]) =>
  refusalCause(reasons, currentRuleBook(), '2026-11-22');
const read = (
  input: Omit<Parameters<typeof answerXml>[0], 'originalMessageId'>,
  originalMessageId = 'R1',
): BankAnswerOutcomes => outcomesOf(parsePain002(answerXml({ originalMessageId, ...input })), batch, causeOf);
const summaryOf = ({ outcomes }: BankAnswerOutcomes): string[] =>
  outcomes.map((one) => {
    if (one.outcome === 'returned' || one.outcome === 'refused') return `${one.outcome} ${one.reasonCode}`;
    return one.outcome === 'disputed' ? `disputed ${one.because}` : one.outcome;
  });

describe('what an answer makes of the payments', () => {
  it('returns all when the group was rejected, with the reason of the group', () => {
    expect(read({ groupStatus: 'RJCT', groupReason: 'AC06' })).toEqual({
      outcomes: batch.payments.map(({ paymentId }) => ({
        paymentId,
        outcome: 'returned',
        level: 'group',
        status: 'RJCT',
        reasonCode: 'AC06',
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
      'refused NOT_GIVEN',
      'refused NOT_GIVEN',
      'refused NOT_GIVEN',
    ]);
  });

  it.each(Object.entries(statusMeanings))('takes %s for %s on each level', (status, meaning) => {
    const expected = {
      paid: 'paid',
      accepted: 'accepted',
      refused: 'refused NOT_GIVEN',
      'look-below': 'unchanged',
    }[meaning];
    const transactions = batch.payments.map(({ paymentId: id }) => ({ id, status }));
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
    expect(outcomes.problems).toEqual([{ code: 'OTHER_BATCH', level: 'group', reference: 'R2' }]);
  });

  it('names a payment that is not in the batch', () => {
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
    expect(summaryOf(outcomes)).toEqual(['unchanged', 'refused NOT_GIVEN', 'unchanged']);
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
    expect(summaryOf(outcomes)).toEqual(['disputed CONFLICTING_STATUSES', 'paid', 'unchanged']);
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

describe('a refusal', () => {
  it.each(['AM05', 'DU01', 'DU02', 'DU03', 'DU04', 'DU05'])(
    'as a duplicate (%s) changes nothing on any level, because the first order was taken',
    (reason) => {
      for (const [level, input] of [
        ['group', { groupStatus: 'RJCT', groupReason: reason }],
        ['payment-information', { blocks: [{ id: 'R1', status: 'RJCT', reason }] }],
      ] as const) {
        const outcomes = read(input);
        expect(summaryOf(outcomes)).toEqual(['unchanged', 'unchanged', 'unchanged']);
        expect(outcomes.problems).toEqual([{ code: 'DUPLICATE_REFUSED', level }]);
      }
      const outcomes = read({
        groupStatus: 'ACSC',
        blocks: [{ id: 'R1', transactions: [{ id: 'P2', status: 'RJCT', reason }] }],
      });
      expect(summaryOf(outcomes)).toEqual(['paid', 'unchanged', 'paid']);
      expect(outcomes.problems).toEqual([
        { code: 'DUPLICATE_REFUSED', level: 'transaction', reference: 'P2' },
      ]);
    },
  );

  const ofOurs = 'AM04 FF01 DT01 TM01 AM10 AM18 AC02 DS02 ED05 MS03 CNOR CUST'.split(' ');
  it.each([...ofOurs, 'NARR', 'MS02', 'ZZ99', 'toString'])(
    'for a reason that is not the account of the insured (%s) asks nobody for an account',
    (reason) => {
      for (const status of ['RJCT', 'CANC'])
        expect(summaryOf(read({ groupStatus: status, groupReason: reason }))).toEqual(
          Array.from({ length: 3 }, () => `refused ${reason}`),
        );
    },
  );

  it.each(['AC01', 'AC03', 'AC04', 'AC06', 'AC07', 'BE05'])(
    'because of the account of the insured (%s) sends the payment back',
    (reason) => {
      const transactions = [{ id: 'P2', status: 'RJCT', reason }];
      expect(summaryOf(read({ blocks: [{ id: 'R1', transactions }] }))[1]).toBe(`returned ${reason}`);
    },
  );
});

describe('an answer about another order than ours', () => {
  const iban = ibanOfRib(RIB);
  const of = (transaction: object) =>
    read({
      blocks: [{ id: 'R1', transactions: [{ id: 'P1', status: 'RJCT', reason: 'AC04', ...transaction }] }],
    });

  it('applies where it repeats our amount and account', () => {
    for (const account of [
      iban,
      RIB,
      iban
        .replace(/(.{4})/g, '$1 ')
        .trim()
        .toLowerCase(),
    ])
      expect(summaryOf(of({ amount: '100.5', account }))[0]).toBe('returned AC04');
  });

  it('freezes a payment of another amount or account', () => {
    expect(summaryOf(of({ amount: '100.51' }))[0]).toBe('disputed AMOUNT_DIFFERS');
    expect(summaryOf(of({ account: ibanOfRib('007108000779200030312071') }))[0]).toBe(
      'disputed ACCOUNT_DIFFERS',
    );
    expect(of({ amount: '100.51' }).problems).toEqual([
      { code: 'AMOUNT_DIFFERS', level: 'transaction', reference: 'P1' },
    ]);
  });

  it.each(['EUR', 'XXX', 'MADX'])('freezes a payment of as much in %s', (currency) => {
    const answer = (ccy: string) =>
      answerXml({
        originalMessageId: 'R1',
        blocks: [{ id: 'R1', transactions: [{ id: 'P1', status: 'ACSC', amount: '100.5' }] }],
      }).replace('Ccy="MAD"', ccy);
    const outcomes = (ccy: string) => summaryOf(outcomesOf(parsePain002(answer(ccy)), batch, causeOf))[0];
    expect(outcomes(`Ccy="${currency}"`)).toBe('disputed AMOUNT_DIFFERS');
    for (const ours of ['Ccy="MAD"', "Ccy='mad'", '', 'x="1" Ccy="MAD"']) expect(outcomes(ours)).toBe('paid');
  });

  it.each([
    ['what it settled', '<IntrBkSttlmAmt Ccy="MAD">1.00</IntrBkSttlmAmt>'],
    ['what it settled in euros', '<IntrBkSttlmAmt Ccy="EUR">100.5</IntrBkSttlmAmt>'],
    ['an equivalent', '<Amt><EqvtAmt><Amt Ccy="EUR">9.2</Amt><CcyOfTrf>MAD</CcyOfTrf></EqvtAmt></Amt>'],
    [
      'ours, and another that it settled',
      '<Amt><InstdAmt Ccy="MAD">100.5</InstdAmt></Amt><IntrBkSttlmAmt>100</IntrBkSttlmAmt>',
    ],
  ])('freezes a payment of which the bank names another amount as %s', (_, amounts) => {
    const answer = (inside: string) =>
      answerXml({
        originalMessageId: 'R1',
        blocks: [{ id: 'R1', transactions: [{ id: 'P1', status: 'ACSC' }] }],
      }).replace('</TxInfAndSts>', `<OrgnlTxRef>${inside}</OrgnlTxRef></TxInfAndSts>`);
    const outcomeOf = (inside: string) =>
      summaryOf(outcomesOf(parsePain002(answer(inside)), batch, causeOf))[0];
    expect(outcomeOf(amounts)).toBe('disputed AMOUNT_DIFFERS');
    for (const ours of ['<IntrBkSttlmAmt Ccy="MAD">100.50</IntrBkSttlmAmt>', '<IntrBkSttlmAmt/><Amt/>'])
      expect(outcomeOf(ours)).toBe('paid');
  });

  it.each(['group', 'block'])('sends no money out again where the sum of the %s differs', (level) => {
    const other = { controlSum: '301.49' };
    const transactions = [
      { id: 'P1', status: 'RJCT', reason: 'AC04' },
      { id: 'P2', status: 'ACSC' },
    ];
    const outcomes = read({
      groupStatus: 'RJCT',
      groupReason: 'FF01',
      ...(level === 'group' ? other : {}),
      blocks: [{ id: 'R1', transactions, ...(level === 'block' ? other : {}) }],
    });
    expect(summaryOf(outcomes)).toEqual(['disputed CONTROL_SUM_DIFFERS', 'paid', 'unchanged']);
    expect(outcomes.problems).toEqual([{ code: 'CONTROL_SUM_DIFFERS', level: 'group' }]);
    expect(read({ groupStatus: 'ACSC', controlSum: '301.5' }).problems).toEqual([]);
  });

  it('freezes both payments that one statement names', () => {
    const transactions = [{ id: 'P1', instructionId: 'P3', status: 'RJCT', reason: 'AC04' }];
    const outcomes = read({ blocks: [{ id: 'R1', transactions }] });
    expect(summaryOf(outcomes)).toEqual([
      'disputed TWO_PAYMENTS_NAMED',
      'unchanged',
      'disputed TWO_PAYMENTS_NAMED',
    ]);
  });
});

describe('several statements on one payment in one file', () => {
  const history = (...statuses: readonly [string, string?][]) =>
    summaryOf(
      read({
        blocks: [
          {
            id: 'R1',
            transactions: statuses.map(([status, reason]) => ({
              id: 'P1',
              status,
              ...(reason === undefined ? {} : { reason }),
            })),
          },
        ],
      }),
    )[0];

  it('are its history where they can be', () => {
    expect(history(['ACSP'], ['ACSC'])).toBe('paid');
    expect(history(['ACSC'], ['ACSP'])).toBe('paid');
    expect(history(['ACTC'], ['ACSP'], ['RJCT', 'AC04'])).toBe('returned AC04');
    expect(history(['ACSC'], ['RJCT', 'DU04'])).toBe('paid');
    expect(history(['RJCT', 'AM05'], ['ACSP'])).toBe('accepted');
  });

  it('freeze the payment where they cannot', () => {
    for (const statuses of [
      [['RJCT', 'AC04'], ['ACSC']],
      [['ACSC'], ['RJCT', 'AC04']],
      [['RJCT', 'AC04'], ['ACSP']],
    ] as const)
      expect(history(...(statuses as unknown as [string, string?][]))).toBe('disputed CONFLICTING_STATUSES');
  });

  it('ask nobody for an account where the reasons differ', () => {
    expect(history(['RJCT', 'AC04'], ['RJCT', 'AM04'])).toBe('refused AC04');
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
        ['unchanged', 'unchanged'],
      ],
      [
        'nordea-pain_002_v3_payment_reject.xml',
        'MSGID-COM-SCE25-1707-01',
        'PMTINFID-COM-SCE25-1707-01',
        ['a', 'b'],
        ['refused NARR', 'refused NARR'],
      ],
      [
        'nordea-pain_002_v3_txn_reject.xml',
        'MSGID-950-TEST2-2807-01',
        'PMTINFID-950-TEST2-2807-01',
        ['ENDTOENDID-950-TEST2-2807-01', 'ENDTOENDID-950-TEST2-2807-02'],
        ['refused NARR', 'refused NARR'],
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
      const outcomes = outcomesOf(
        answer,
        { id, paymentInformationId, payments: paymentsOf(paymentIds, 167) },
        causeOf,
      );
      expect(summaryOf(outcomes)).toEqual(expected);
      expect(outcomes.problems.filter(({ code }) => code !== 'DUPLICATE_REFUSED')).toEqual([]);
    });
  },
);
