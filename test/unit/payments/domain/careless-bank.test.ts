import { describe, expect, it } from 'vitest';
import { parsePain002 } from '../../../../contexts/payments/domain/pain-002.ts';
import {
  outcomesOf,
  type AnsweredBatch,
  type BankAnswerOutcomes,
} from '../../../../contexts/payments/domain/payment-outcomes.ts';
import { refusalCause } from '../../../../contexts/payments/domain/reason-cause.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { answerXml } from './support/answers.ts';

const FIRST = '7Q2MK8D10ABCDEFG-1-1';
const SECOND = '7Q2MK8D10ABCDEFG-1-S2-1';
const THIRD = '7Q2MK8D10ABCDEFH-1-1';
const RIBS = ['011519000001205000534921', '007108000779200030312071', '225810018765432109876546'];
const batch: AnsweredBatch = {
  id: 'R1',
  payments: [FIRST, SECOND, THIRD].map((paymentId, index) => ({
    paymentId,
    amountCentimes: 10_050,
    rib: RIBS[index]!,
  })),
};
const causeOf = (reasons: Parameters<typeof refusalCause>[0]) =>
  refusalCause(reasons, currentRuleBook(), '2026-11-22');
type Input = Omit<Parameters<typeof answerXml>[0], 'originalMessageId'>;
const outcomes = (xml: string, of = batch): BankAnswerOutcomes => outcomesOf(parsePain002(xml), of, causeOf);
const read = (input: Input, of = batch) => outcomes(answerXml({ originalMessageId: 'R1', ...input }), of);
const summaryOf = (said: BankAnswerOutcomes): string[] =>
  said.outcomes.map((one) => {
    if ('reasonCode' in one) return `${one.outcome} ${one.reasonCode}`;
    return one.outcome === 'disputed' ? `disputed ${one.because}` : one.outcome;
  });
const codesOf = ({ problems }: BankAnswerOutcomes): string[] => problems.map(({ code }) => code);
const UNCHANGED = 'unchanged';

describe('a bank that calls all refused, and one of them taken', () => {
  it.each([
    ['settled', 'ACSC', 'paid'],
    ['in process', 'ACSP', 'accepted'],
  ])('moves none by what it says of all, where one is %s', (_, status, outcome) => {
    const transactions = [{ id: FIRST, status }];
    for (const input of [
      { groupStatus: 'RJCT', groupReason: 'AM04', blocks: [{ id: 'R1', transactions }] },
      { blocks: [{ id: 'R1', status: 'RJCT', reason: 'AM04', transactions }] },
      { groupStatus: 'RJCT', groupReason: 'AM04', blocks: [{ id: 'OTHER', transactions }] },
    ]) {
      const said = read(input);
      expect(summaryOf(said)).toEqual([outcome, UNCHANGED, UNCHANGED]);
      expect(codesOf(said)).toContain('CONFLICTING_STATUSES');
    }
  });

  it('is believed of those that it names, where it names them all', () => {
    const transactions = [
      { id: FIRST, status: 'ACSC' },
      { id: SECOND, status: 'RJCT', reason: 'AC04' },
      { id: THIRD, status: 'ACSP' },
    ];
    const said = read({ groupStatus: 'RJCT', groupReason: 'NARR', blocks: [{ id: 'R1', transactions }] });
    expect(summaryOf(said)).toEqual(['paid', 'returned AC04', 'accepted']);
    expect(said.problems).toEqual([]);
  });
});

describe('a bank that has a block for those it took and one for those it refused', () => {
  const taken = { id: 'R1', status: 'ACSP', transactions: [{ id: FIRST }] };
  const refused = { id: 'R1', status: 'RJCT', reason: 'AM04', transactions: [{ id: SECOND }] };

  it('says nothing of the payment that is in neither, whichever block comes first', () => {
    for (const blocks of [
      [taken, refused],
      [refused, taken],
    ]) {
      const said = read({ blocks });
      expect(summaryOf(said)).toEqual(['accepted', 'refused AM04', UNCHANGED]);
      expect(codesOf(said)).toEqual(['CONFLICTING_STATUSES']);
    }
  });

  it('is clear where each payment is in one of them', () => {
    const said = read({ blocks: [taken, { ...refused, transactions: [{ id: SECOND }, { id: THIRD }] }] });
    expect(summaryOf(said)).toEqual(['accepted', 'refused AM04', 'refused AM04']);
    expect(said.problems).toEqual([]);
  });
});

describe('a bank that has the whole order already', () => {
  it.each(['group', 'payment-information'] as const)(
    'asks for no other account by what it says of one payment below (%s)',
    (level) => {
      const transactions = [
        { id: FIRST, status: 'RJCT', reason: 'AC04' },
        { id: SECOND, reason: 'AC04' },
      ];
      const whole = { status: 'RJCT', reason: 'DU01' };
      const said = read(
        level === 'group'
          ? { groupStatus: 'RJCT', groupReason: 'DU01', blocks: [{ id: 'R1', transactions }] }
          : { blocks: [{ id: 'R1', ...whole, transactions }] },
      );
      expect(summaryOf(said)).toEqual([UNCHANGED, UNCHANGED, UNCHANGED]);
      expect(codesOf(said)).toContain('DUPLICATE_REFUSED');
    },
  );

  it('says so beside another reason of its own, or by cancelling', () => {
    const transactions = [{ id: FIRST, status: 'RJCT', reason: 'AC04' }];
    const both = answerXml({ originalMessageId: 'R1', blocks: [{ id: 'R1', transactions }] }).replace(
      '<Cd>AC04</Cd>',
      '<Cd>AC04</Cd><Prtry>DU01</Prtry>',
    );
    expect(summaryOf(outcomes(both))[0]).toBe(UNCHANGED);
    expect(summaryOf(read({ groupStatus: 'CANC', groupReason: 'DUPL' }))).toEqual(Array(3).fill(UNCHANGED));
  });
});

describe('a closed account that is said of a whole order', () => {
  const whole = [
    { groupStatus: 'RJCT', groupReason: 'AC04' },
    { blocks: [{ id: 'R1', status: 'RJCT', reason: 'AC04' }] },
    { blocks: [{ id: 'R1', status: 'RJCT', reason: 'AC04', transactions: [{ id: FIRST }] }] },
  ];
  it('is nobody’s among the insured where they have an account each: people look', () => {
    for (const input of whole) expect(summaryOf(read(input))).toEqual(Array(3).fill('refused AC04'));
  });

  it('is the insured’s where it is said of their payment, or all go to one account', () => {
    const transactions = [{ id: FIRST, reason: 'AC06' }];
    const named = read({ blocks: [{ id: 'R1', status: 'RJCT', reason: 'AC04', transactions }] });
    expect(summaryOf(named)).toEqual(['returned AC06', 'refused AC04', 'refused AC04']);
    const toOne = { ...batch, payments: batch.payments.map((payment) => ({ ...payment, rib: RIBS[0]! })) };
    for (const input of whole) expect(summaryOf(read(input, toOne))).toEqual(Array(3).fill('returned AC04'));
  });
});

describe('a statement that names two orders of ours', () => {
  it.each([
    ['another attempt of the same payment', '7Q2MK8D10ABCDEFG-1-2'],
    ['the second payment of the claim, in another order', '7Q2MK8D10ABCDEFG-1-S2-3'],
    ['a payment of another order', '7Q2MK8D10ABCDEFZ-1-1'],
  ])('freezes ours where the other is %s', (_, other) => {
    for (const named of [
      { id: FIRST, instructionId: other },
      { id: other, instructionId: FIRST },
    ]) {
      const said = read({
        blocks: [{ id: 'R1', transactions: [{ ...named, status: 'RJCT', reason: 'AC04' }] }],
      });
      expect(summaryOf(said)).toEqual(['disputed TWO_PAYMENTS_NAMED', UNCHANGED, UNCHANGED]);
    }
  });

  it.each(['NOTPROVIDED', 'REF-2026-001', '100ABCD012345', 'INSTRID-950-02'])(
    'is read where the other is a reference of the bank (%s)',
    (instructionId) => {
      const transactions = [{ id: FIRST, instructionId, status: 'ACSC' }];
      expect(summaryOf(read({ blocks: [{ id: 'R1', transactions }] }))[0]).toBe('paid');
    },
  );
});

describe('an answer to something else', () => {
  it.each(['pain.007.001.09', 'camt.055.001.08', 'PAIN.008.001.02'])(
    'that has the name of our order (%s) moves nothing',
    (name) => {
      const xml = answerXml({ originalMessageId: 'R1', groupStatus: 'RJCT', groupReason: 'AC04' });
      const said = outcomes(xml.replace('pain.001.001.09', name));
      expect(summaryOf(said)).toEqual(Array(3).fill(UNCHANGED));
      expect(said.problems).toEqual([{ code: 'OTHER_MESSAGE', level: 'group', reference: name }]);
    },
  );

  it.each(['pain.001.001.03', 'PAIN.001', 'pain001', 'virement', ''])(
    'is not one where it names our message in the bank’s way (%s)',
    (name) => {
      const xml = answerXml({ originalMessageId: 'R1', groupStatus: 'ACSC' });
      expect(summaryOf(outcomes(xml.replace('pain.001.001.09', name)))).toEqual(Array(3).fill('paid'));
    },
  );

  it.each([
    'camt.053.001.02',
    'camt.053.001.08',
    'camt.054.001.08',
    'camt.052.001.08',
    'camt.029.001.09',
    'pacs.002.001.10',
    'pacs.004.001.09',
  ])('is refused by its name, whatever is in it (%s)', (name) => {
    const xml = answerXml({ originalMessageId: 'R1', groupStatus: 'RJCT', groupReason: 'AC04' });
    expect(() => parsePain002(xml.replace('pain.002.001.10', name))).toThrow(`This is a ${name} file`);
  });

  it('freezes a payment whose money is to arrive in another currency', () => {
    const equivalent = (currency: string) =>
      answerXml({
        originalMessageId: 'R1',
        blocks: [{ id: 'R1', transactions: [{ id: FIRST, status: 'ACSC' }] }],
      }).replace(
        '</TxInfAndSts>',
        `<OrgnlTxRef><Amt><EqvtAmt><Amt Ccy="MAD">100.5</Amt><CcyOfTrf>${currency}</CcyOfTrf></EqvtAmt></Amt></OrgnlTxRef></TxInfAndSts>`,
      );
    expect(summaryOf(outcomes(equivalent('EUR')))[0]).toBe('disputed AMOUNT_DIFFERS');
    expect(summaryOf(outcomes(equivalent('MAD')))[0]).toBe('paid');
  });
});
