import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { LineOutcome } from '../../../../../../contexts/registration/records/list-lines.ts';
import {
  ANSWER_COLUMNS,
  writeAnswerCsv,
} from '../../../../../../contexts/registration/domain/lists/answer/write-answer-csv.ts';
import { bytesOf, inTurn, outcomeOf } from '../../../../../support/list-examples.ts';

const csvOf = async (outcomes: readonly LineOutcome[]): Promise<string> =>
  (await bytesOf(writeAnswerCsv(inTurn(outcomes)))).toString('utf8');

const rowsOf = (csv: string): string[][] =>
  Papa.parse<string[]>(csv.slice(1), { delimiter: ';', newline: '\r\n', skipEmptyLines: true }).data;

describe('an answer file', () => {
  it('has a line for each outcome, in their order, under the names of its columns', async () => {
    const csv = await csvOf([
      outcomeOf(2),
      outcomeOf(3, {
        code: 'INVALID',
        reasons: ['CIN_INVALID', 'NAME_MISSING'],
        warnings: ['PHONE_INVALID'],
        registrationNumber: null,
        scheme: null,
        rightFrom: null,
      }),
      outcomeOf(4, { code: 'DUPLICATE', duplicateOfLine: 2, scheme: null, rightFrom: null }),
      outcomeOf(5, { code: 'NOT_SUBJECT_OTHER_AMO', otherCover: 'CNOPS', registrationNumber: null }),
    ]);

    expect(csv).toBe(
      [
        `\ufeff${ANSWER_COLUMNS.join(';')}`,
        '2;IF2;SUBJECT;REGISTERED;;;123456789;AMO_TNS;2022-01-01;;',
        '3;IF3;INVALID;INVALID;CIN_INVALID NAME_MISSING;;;;;;PHONE_INVALID',
        '4;IF4;NOT_SUBJECT;DUPLICATE;;;123456789;;;2;',
        '5;IF5;NOT_SUBJECT;NOT_SUBJECT_OTHER_AMO;;CNOPS;;AMO_TNS;2022-01-01;;',
        '',
      ].join('\r\n'),
    );
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+212', "'+212"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['＝1+1', "'＝1+1"],
    ['IF1;=1+1', "IF1;'=1+1"],
    ['IF1," =1+1', 'IF1,\'" =1+1'],
  ])('has no reference that a spreadsheet would run: %j', async (reference, written) => {
    const [, row] = rowsOf(await csvOf([outcomeOf(2, { reference })]));

    expect(row?.[1]).toBe(written);
  });

  it('keeps any other reference as it came, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[A-Za-z0-9 ;",|\u0621-\u064a]*$/u), { maxLength: 30 }),
        async (references) => {
          const outcomes = references.map((reference, index) => outcomeOf(index + 2, { reference }));

          const rows = rowsOf(await csvOf(outcomes));

          expect(rows.slice(1).map(([line, reference]) => [line, reference])).toEqual(
            references.map((reference, index) => [String(index + 2), reference]),
          );
        },
      ),
    );
  });

  it('is written while it is read: no more than a thousand lines wait in memory', async () => {
    let read = 0;
    let furthest = 0;
    async function* outcomes(): AsyncGenerator<LineOutcome> {
      for (read = 1; read <= 10_000; read += 1) yield await Promise.resolve(outcomeOf(read));
    }
    let written = 0;
    for await (const chunk of writeAnswerCsv(outcomes())) {
      furthest = Math.max(furthest, read - written);
      written += Buffer.from(chunk).toString('utf8').split('\r\n').length - 1;
    }

    expect(written).toBe(10_001);
    expect(furthest).toBeLessThanOrEqual(1_000);
  });

  it('never gives the sender the number of someone who is perhaps another person', async () => {
    const text = await csvOf([
      outcomeOf(2, { code: 'POSSIBLE_DUPLICATE', registrationNumber: '123456789' }),
      outcomeOf(3, { code: 'ALREADY_REGISTERED', registrationNumber: '987654321' }),
    ]);
    expect(text).not.toContain('123456789');
    expect(text).toContain('987654321');
  });
});
