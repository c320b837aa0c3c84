import { describe, expect, it } from 'vitest';
import { COVERED, judgeByRows, type Verdict } from '../../../../contexts/coverage/domain/verdict.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import type { RuleRow } from '../../../../contexts/rules/rule-row.ts';

const row = (id: string, confidence: RuleRow['confidence'] = 'OFF'): RuleRow => ({
  id,
  validFrom: null,
  validTo: null,
  status: 'IN_FORCE',
  confidence,
  sources: ['C1'],
});
const rejection: Verdict = { kind: 'rejection', code: 'BENEFICIARY_AGE', details: { lastAgeYears: 21 } };
const doubt: Verdict = { kind: 'doubt', code: 'WAITING_PERIOD' };

const judge = (...given: readonly (readonly [RuleRow, Verdict])[]) =>
  judgeByRows(
    given.map(([rule]) => rule),
    (asked) => given.find(([rule]) => rule === asked)![1],
    { rules: currentRuleBook(), day: '2025-09-03', missing: 'TARIFF_UNKNOWN' },
  );

describe('rows that apply on one day', () => {
  it('are followed where they agree, with what the first of them says', () => {
    expect(judge([row('a'), COVERED], [row('b'), COVERED])).toEqual(COVERED);
    expect(judge([row('a'), rejection], [row('b'), { ...rejection, details: { lastAgeYears: 26 } }])).toEqual(
      rejection,
    );
    expect(judge([row('a'), doubt])).toEqual(doubt);
  });

  it('leave a doubt of its own name where they are none', () => {
    expect(judge()).toEqual({
      kind: 'doubt',
      code: 'TARIFF_UNKNOWN',
      details: { cause: 'NO_RULE_FOR_THE_DATE' },
    });
  });

  it.each([
    ['rejection', rejection, 'BENEFICIARY_AGE'],
    ['doubt', doubt, 'WAITING_PERIOD'],
  ] as const)(
    'leave a doubt with the reason of the %s where they disagree, whichever comes first',
    (_, verdict, code) => {
      const expected = { kind: 'doubt', code, details: { cause: 'RULE_START_UNCERTAIN' } };
      expect(judge([row('a'), COVERED], [row('b'), verdict])).toEqual(expected);
      expect(judge([row('a'), verdict], [row('b'), COVERED])).toEqual(expected);
    },
  );

  it('decide nothing where one of them is not known well enough, though they agree', () => {
    const unsure = row('b', 'UNCERTAIN');
    const cause = { details: { cause: 'RULE_NOT_CERTAIN' } };
    expect(judge([row('a'), rejection], [unsure, rejection])).toEqual({
      kind: 'doubt',
      code: 'BENEFICIARY_AGE',
      ...cause,
    });
    expect(judge([row('a'), COVERED], [unsure, COVERED])).toEqual({
      kind: 'doubt',
      code: 'TARIFF_UNKNOWN',
      ...cause,
    });
  });
});
