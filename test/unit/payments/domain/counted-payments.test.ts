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

const batch: AnsweredBatch = {
  id: 'R1',
  payments: ['P1', 'P2', 'P3'].map((paymentId) => ({
    paymentId,
    amountCentimes: 10_050,
    rib: '011519000001205000534921',
  })),
};
const causeOf = (reasons: Parameters<typeof refusalCause>[0]) =>
  refusalCause(reasons, currentRuleBook(), '2026-11-22');
const summaryOf = ({ outcomes }: BankAnswerOutcomes): string[] =>
  outcomes.map((one) => ('reasonCode' in one ? `${one.outcome} ${one.reasonCode}` : one.outcome));

describe('a bank that counts what became of its payments', () => {
  it('takes none for paid by what is said of all, where more were refused than the bank names', () => {
    const answer = (counts: string, status: string, refused: readonly string[]) =>
      outcomesOf(
        parsePain002(
          answerXml({
            originalMessageId: 'R1',
            groupStatus: status,
            groupReason: 'AC04',
            blocks: [
              { id: 'R1', transactions: refused.map((id) => ({ id, status: 'RJCT', reason: 'AC04' })) },
            ],
          }).replace('</OrgnlGrpInfAndSts>', `${counts}</OrgnlGrpInfAndSts>`),
        ),
        batch,
        causeOf,
      );
    const per = (status: string, count: string) =>
      `<NbOfTxsPerSts><DtldNbOfTxs>${count}</DtldNbOfTxs><DtldSts>${status}</DtldSts></NbOfTxsPerSts>`;
    const unclear = answer(per('ACSC', '1') + per('RJCT', '2'), 'ACSC', ['P1']);
    expect(summaryOf(unclear)).toEqual(['returned AC04', 'unchanged', 'unchanged']);
    expect(unclear.problems).toEqual([
      { code: 'NUMBER_OF_TRANSACTIONS_DIFFERS', level: 'group', reference: '2' },
    ]);
    expect(summaryOf(answer(per('RJCT', '1'), 'ACSC', []))).toEqual(Array(3).fill('unchanged'));
    expect(summaryOf(answer(per('RJCT', '1'), 'ACSC', ['P1']))).toEqual(['returned AC04', 'paid', 'paid']);
    expect(summaryOf(answer(per('RJCT', '3'), 'RJCT', []))).toEqual(Array(3).fill('returned AC04'));
    expect(summaryOf(answer('<NbOfTxsPerSts/>', 'ACSC', []))).toEqual(Array(3).fill('paid'));
  });

  it.each([
    ['all refused, and counts all as settled', 'RJCT', [['ACSC', 3]]],
    [
      'all refused, and counts one as accepted',
      'RJCT',
      [
        ['RJCT', 3],
        ['ACSP', 1],
      ],
    ],
    ['all settled, and counts all as refused', 'ACSC', [['RJCT', 3]]],
    [
      'all settled, and counts one as pending',
      'ACSC',
      [
        ['ACSC', 2],
        ['PDNG', 1],
      ],
    ],
    [
      'all settled, and counts one under a status that is not known',
      'ACCC',
      [
        ['ACCC', 2],
        ['BLCK', 1],
      ],
    ],
  ] as const)('moves none by what is said of all where a bank calls %s', (_, status, counts) => {
    const { outcomes, problems } = outcomesOf(counting(status, counts), batch, causeOf);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(3).fill('unchanged'));
    expect(problems).toMatchObject([{ code: 'NUMBER_OF_TRANSACTIONS_DIFFERS' }]);
  });

  it.each([
    [
      'accepted, some of them settled',
      'ACSP',
      [
        ['ACSC', 2],
        ['PDNG', 1],
      ],
      'accepted',
    ],
    ['refused, and counts them so', 'RJCT', [['RJCT', 3]], 'returned'],
    [
      'settled, and counts others as none',
      'ACSC',
      [
        ['ACSC', 3],
        ['RJCT', 0],
        ['PDNG', 0],
      ],
      'paid',
    ],
    ['partly accepted, and does not say which', 'PART', [['ACSP', 3]], 'unchanged'],
  ] as const)('moves all where a bank calls them %s', (_, status, counts, expected) => {
    const { outcomes } = outcomesOf(counting(status, counts), batch, causeOf);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(Array(3).fill(expected));
  });

  function counting(groupStatus: string, counts: readonly (readonly [string, number])[]) {
    const perStatus = counts
      .map(
        ([status, count]) =>
          `<NbOfTxsPerSts><DtldNbOfTxs>${count}</DtldNbOfTxs><DtldSts>${status}</DtldSts></NbOfTxsPerSts>`,
      )
      .join('');
    const xml = answerXml({ originalMessageId: 'R1', groupStatus, groupReason: 'AC04' });
    return parsePain002(xml.replace('</OrgnlGrpInfAndSts>', `${perStatus}</OrgnlGrpInfAndSts>`));
  }
});
