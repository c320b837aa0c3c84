import { describe, expect, it } from 'vitest';
import { checkCoverage } from '../../../../contexts/coverage/domain/check-coverage.ts';
import { currentRuleBook } from '../../../../contexts/rules/rule-book.ts';
import { personFile } from '../../../support/person-files.ts';

/** A household head as a list of RAMED registers them, and a child whom `milaf registry load` declares later. */
const file = personFile({
  person: { ramedNumber: '0442887190', registeredFrom: { listId: '7Q2MK8D10ABCDEFG', line: 2 } },
  coverages: [{ openedBecause: 'RAMED_MIGRATION' }],
  dependants: [{ birthDate: '2012-03-01', from: '2024-06-15' }],
});
const covers = (dependantId: string, dateOfCare: string) =>
  checkCoverage(file, { kind: 'dependant', dependantId }, dateOfCare, currentRuleBook());

describe('a dependant who is declared after the registration from a list', () => {
  it('is covered from the day of the declaration on, under the scheme of the head', () => {
    expect(covers('1', '2024-06-15')).toMatchObject({ scheme: 'AMO_TADAMON', against: [] });
  });

  it('is not covered before it, nor is who was never declared', () => {
    for (const [dependantId, day] of [
      ['1', '2024-06-14'],
      ['2', '2024-06-15'],
    ] as const)
      expect(covers(dependantId, day).against).toMatchObject([
        { kind: 'rejection', code: 'BENEFICIARY_NOT_DECLARED' },
      ]);
  });

  it('leaves the right of the head as it was', () => {
    expect(checkCoverage(file, { kind: 'insured' }, '2024-06-01', currentRuleBook()).against).toEqual([]);
  });
});
