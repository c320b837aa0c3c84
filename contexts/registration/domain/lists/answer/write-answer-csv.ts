import { spreadsheetCsv } from '#shared';
import type { LineOutcome } from '../../../records/list-lines.ts';
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
 * The answer file: one line for each outcome, in their order, under a line of column names.
 * @returns its bytes, some at a time, so that memory does not grow with the list
 */
export async function* writeAnswerCsv(outcomes: AsyncIterable<LineOutcome>): AsyncGenerator<Uint8Array> {
  yield encoder.encode(spreadsheetCsv([ANSWER_COLUMNS], 'first'));
  let rows: string[][] = [];
  for await (const outcome of outcomes) {
    rows.push(rowOf(outcome));
    if (rows.length < LINES_PER_CHUNK) continue;
    yield encoder.encode(spreadsheetCsv(rows, 'further'));
    rows = [];
  }
  if (rows.length > 0) yield encoder.encode(spreadsheetCsv(rows, 'further'));
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
