import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcomeCodeSchema } from '../../../../../../contexts/registration/records/list-lines.ts';
import { listReportSchema } from '../../../../../../contexts/registration/records/list-report.ts';
import { answerClassOf } from '../../../../../../contexts/registration/domain/lists/answer/answer-class.ts';
import { ListTally } from '../../../../../../contexts/registration/domain/lists/report/list-tally.ts';
import { listOf, outcomeOf } from '../../../../../support/list-examples.ts';

describe('the report of a list', () => {
  it('counts each code, reason, warning and other scheme, and names the first five lines of each', () => {
    const tally = new ListTally();
    for (let line = 2; line <= 9; line += 1)
      tally.add(outcomeOf(line, { code: 'INVALID', reasons: ['CIN_INVALID'], warnings: ['PHONE_MISSING'] }));
    tally.add(outcomeOf(10, { code: 'NOT_SUBJECT_OTHER_AMO', otherCover: 'FAR' }));
    tally.add(outcomeOf(11));

    const report = tally.report(listOf({ isDryRun: true }));

    expect(listReportSchema.parse(report)).toEqual(report);
    expect(report).toMatchObject({
      isDryRun: true,
      lineCount: 10,
      byClass: { SUBJECT: 1, NOT_SUBJECT: 1, INVALID: 8 },
      byCode: [
        { code: 'REGISTERED', class: 'SUBJECT', count: 1, firstLines: [11] },
        { code: 'NOT_SUBJECT_OTHER_AMO', class: 'NOT_SUBJECT', count: 1, firstLines: [10] },
        { code: 'INVALID', class: 'INVALID', count: 8, firstLines: [2, 3, 4, 5, 6] },
      ],
      invalidReasons: [{ reason: 'CIN_INVALID', count: 8, firstLines: [2, 3, 4, 5, 6] }],
      warnings: [{ warning: 'PHONE_MISSING', count: 8, firstLines: [2, 3, 4, 5, 6] }],
      otherCovers: [{ cover: 'FAR', count: 1, firstLines: [10] }],
    });
  });

  it('says of which line or person a duplicate is', () => {
    const tally = new ListTally();
    tally.add(outcomeOf(5, { code: 'DUPLICATE', duplicateOfLine: 2, registrationNumber: null }));
    tally.add(outcomeOf(6, { code: 'POSSIBLE_DUPLICATE', registrationNumber: '987654321' }));

    expect(tally.report(listOf()).duplicates).toEqual([
      { line: 5, code: 'DUPLICATE', ofLine: 2, ofRegisteredPerson: null },
      { line: 6, code: 'POSSIBLE_DUPLICATE', ofLine: null, ofRegisteredPerson: '987654321' },
    ]);
  });

  it('names the first five duplicates of each code, so that many of one do not hide the others', () => {
    const tally = new ListTally();
    for (let line = 2; line <= 20; line += 1)
      tally.add(outcomeOf(line, { code: 'DUPLICATE', duplicateOfLine: 1 }));
    tally.add(outcomeOf(21, { code: 'IDENTITY_MISMATCH' }));

    const { duplicates } = tally.report(listOf());

    expect(duplicates.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 21]);
  });

  it('counts every line exactly once, by code and by class', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...outcomeCodeSchema.options), { maxLength: 200 }), (codes) => {
        const tally = new ListTally();
        codes.forEach((code, index) => {
          tally.add(outcomeOf(index + 1, { code }));
        });

        const { byClass, byCode } = tally.report(listOf());

        const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);
        expect(total(Object.values(byClass))).toBe(codes.length);
        expect(total(byCode.map(({ count }) => count))).toBe(codes.length);
        for (const { code, count } of byCode) expect(codes.filter((one) => one === code)).toHaveLength(count);
      }),
    );
  });
});

describe('the class of an answer', () => {
  it('refers what a person has to decide, and nothing else', () => {
    const referred = outcomeCodeSchema.options.filter((code) => answerClassOf(code) === 'REFERRED');

    expect(referred).toEqual(['IDENTITY_MISMATCH', 'POSSIBLE_DUPLICATE']);
  });

  it('says subject of whoever has a right through this line, and of nobody else', () => {
    const subject = outcomeCodeSchema.options.filter((code) => answerClassOf(code) === 'SUBJECT');

    expect(subject).toEqual([
      'REGISTERED',
      'ALREADY_REGISTERED',
      'DEPENDANT_REGISTERED',
      'COVERAGE_CHANGED',
      'COVERAGE_UNCHANGED',
    ]);
  });
});
