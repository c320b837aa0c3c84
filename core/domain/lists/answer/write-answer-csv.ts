import { stringify, type Options } from 'csv-stringify/sync';
import type { LineOutcome } from '../../../contracts/list-lines.ts';
import { answerClassOf } from './answer-class.ts';

/** Columns of the answer file, in their order. */
export const ANSWER_COLUMNS = [
  'line',
  'reference',
  'answer',
  'reason',
  'details',
  'other_scheme',
  'registration_number',
  'scheme',
  'right_from',
  'duplicate_of_line',
  'warnings',
] as const;

const LINES_PER_CHUNK = 1_000;

/**
 * Semicolons and a byte order mark, because that is what a French or Arabic Excel opens in the right columns and script; any
 * CSV reader takes it as well. A reference that a spreadsheet would run as a formula gets an apostrophe before it.
 */
const FORMAT = {
  delimiter: ';',
  record_delimiter: 'windows',
  escape_formulas: true,
} as const satisfies Options;

/**
 * The answer file: one line for each outcome, in their order, under a line of column names.
 * @returns its bytes, some at a time, so that memory does not grow with the list
 */
export async function* writeAnswerCsv(outcomes: AsyncIterable<LineOutcome>): AsyncGenerator<Uint8Array> {
  yield encode(stringify([[...ANSWER_COLUMNS]], { ...FORMAT, bom: true }));
  let rows: string[][] = [];
  for await (const outcome of outcomes) {
    rows.push(rowOf(outcome));
    if (rows.length < LINES_PER_CHUNK) continue;
    yield encode(stringify(rows, FORMAT));
    rows = [];
  }
  if (rows.length > 0) yield encode(stringify(rows, FORMAT));
}

function rowOf(outcome: LineOutcome): string[] {
  const { line, reference, code, reasons, otherCover, registrationNumber, scheme, rightFrom } = outcome;
  const answerClass = answerClassOf(code);
  return [
    String(line),
    reference,
    answerClass,
    code,
    reasons.join(' '),
    otherCover ?? '',
    // A person has not decided yet whether it is the same one: the sender must not learn a stranger's number.
    answerClass === 'REFERRED' ? '' : (registrationNumber ?? ''),
    scheme ?? '',
    rightFrom ?? '',
    outcome.duplicateOfLine === null ? '' : String(outcome.duplicateOfLine),
    outcome.warnings.join(' '),
  ];
}

const encoder = new TextEncoder();
const encode = (text: string): Uint8Array => encoder.encode(text);
