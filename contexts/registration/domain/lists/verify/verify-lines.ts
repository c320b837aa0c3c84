import type { ListSource } from '#shared';
import type { ListedRecord, VerifiedLine } from '../../../records/list-lines.ts';
import type { ListText } from '../list.ts';
import { splitLines } from '../format/line-end.ts';
import { Findings } from './findings.ts';
import { lineReaderFor, type LineReader } from './line-reader.ts';
import { linkageKeysOf } from './linkage-keys-of.ts';
import { scoreKeysOf } from './score-keys-of.ts';
import { readMember } from './read-member.ts';
import { readScore } from './read-score.ts';
import { readWorker } from './read-worker.ts';

export interface LinesToVerify {
  readonly source: ListSource;
  readonly text: ListText;
  /** The list is of this day (ISO): nobody in it is born later. */
  readonly asOf: string;
  /** Number in the file of the first of these lines, from 1. */
  readonly firstLine: number;
  /** Whole lines. */
  readonly bytes: Uint8Array;
}

/** Verifies each line by itself. Any bytes are answered: a line that cannot be read is invalid, and changes no other one. */
export function verifyLines(lines: LinesToVerify): readonly VerifiedLine[] {
  const { source, text, asOf, firstLine, bytes } = lines;
  const reader = lineReaderFor(source, text);
  return linesOf(bytes, text).map((line, index) =>
    verifyLine(line, { reader, source, asOf, line: firstLine + index }),
  );
}

function linesOf(bytes: Uint8Array, { encoding, lineEnd }: ListText): readonly string[] {
  return splitLines(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), lineEnd);
}

interface LineContext {
  readonly reader: LineReader;
  readonly source: ListSource;
  readonly asOf: string;
  readonly line: number;
}

function verifyLine(text: string, context: LineContext): VerifiedLine {
  const { reader, line } = context;
  const cell = reader(text);
  if (typeof cell === 'string') return { status: 'invalid', line, reference: '', reasons: [cell] };
  const reference = cell('reference');
  const findings = new Findings();
  if (reference === '') findings.invalid('REFERENCE_MISSING');
  const record = readRecord(cell, context, findings);
  const { reasons } = findings;
  if (record === undefined || reasons.length > 0) return { status: 'invalid', line, reference, reasons };
  return {
    status: 'usable',
    line,
    reference,
    record,
    warnings: findings.warnings,
    keys: record.kind === 'score' ? scoreKeysOf(record) : linkageKeysOf(record),
  };
}

function readRecord(
  cell: (column: string) => string,
  { source, asOf }: LineContext,
  findings: Findings,
): ListedRecord | undefined {
  switch (source) {
    case 'dgi':
    case 'barid':
    case 'orders':
      return readWorker(cell, source, { asOf, findings });
    case 'ramed':
      return readMember(cell, { asOf, findings });
    case 'rsu':
      return readScore(cell, { asOf, findings });
  }
}
