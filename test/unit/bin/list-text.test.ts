import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { reportText } from '../../../bin/view/list-report.ts';
import { listHead, progressLine } from '../../../bin/view/list-text.ts';
import { spell } from '../../../bin/view/quantity.ts';
import { ListTally } from '../../../contexts/registration/domain/lists/report/list-tally.ts';
import { listOf, outcomeOf } from '../../support/list-examples.ts';

const now = new Date('2026-11-21T10:05:20.000Z');

describe('what a person reads of a list', () => {
  it('is how far it is, how fast, and how long it will take', () => {
    const list = listOf({ state: 'REGISTERING', lineCount: 5_000, registeredLineCount: 2_000 });

    expect(progressLine(list, now)).toBe('registering people: 2,000 of 5,000 (40 %), 100 lines/s, 30 s left');
    expect(progressLine({ ...list, isDryRun: true }, now)).toMatch(/^deciding about people/);
    expect(progressLine(undefined, now)).toBe('uploaded, waiting to be looked at');
  });

  it('is what to do, where it was refused', () => {
    const list = listOf({ state: 'REFUSED', refusal: 'COUNT_MISSING', lineCount: undefined });

    expect(listHead(list, now)).toContain('Send <name>.manifest.json before it');
  });

  it('is the report, with the lines to look at first', () => {
    const tally = new ListTally();
    tally.add(outcomeOf(2));
    for (let line = 3; line <= 9; line += 1)
      tally.add(outcomeOf(line, { code: 'INVALID', reasons: ['CIN_INVALID'] }));
    tally.add(outcomeOf(10, { code: 'DUPLICATE', duplicateOfLine: 2 }));

    const text = stripVTControlCharacters(reportText(tally.report(listOf({ isDryRun: true }))));

    expect(text).toContain('9 lines received, 9 answered (dry run): 1 subject, 1 not subject, 7 invalid');
    expect(text).toMatch(/CIN_INVALID\s+│\s+7 │ 3, 4, 5, 6, 7, …/);
    expect(text).toMatch(/10 │ DUPLICATE\s+│ line 2/);
  });
});

describe('a time that is left', () => {
  it.each([
    [0.2, '1 s'],
    [35, '35 s'],
    [250, '4 min 10 s'],
    [7_500, '2 h 05 min'],
  ])('%f seconds are %s', (seconds, text) => {
    expect(spell(seconds)).toBe(text);
  });
});
