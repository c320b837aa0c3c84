import type { LineOutcome } from '../../contexts/registration/records/list-lines.ts';
import type { List } from '../../contexts/registration/domain/lists/list.ts';

/** A line that was registered; what a test is about is given. */
export function outcomeOf(line: number, more: Partial<LineOutcome> = {}): LineOutcome {
  return {
    line,
    reference: `IF${line}`,
    code: 'REGISTERED',
    reasons: [],
    warnings: [],
    registrationNumber: '123456789',
    otherCover: null,
    duplicateOfLine: null,
    scheme: 'AMO_TNS',
    rightFrom: '2022-01-01',
    tell: null,
    ...more,
  };
}

/** A list of three lines that is being answered; what a test is about is given. */
export function listOf(more: Partial<List> = {}): List {
  return {
    listId: '7Q2MK8D10ABCDEFG',
    source: 'dgi',
    isDryRun: false,
    bucket: 'lists',
    key: 'incoming/dgi/cpu-2021-12.csv',
    versionId: '1',
    receivedAt: '2026-11-21T10:00:00.000Z',
    state: 'CLOSING',
    version: 5,
    asOf: '2026-11-20',
    contentSha256: 'a'.repeat(64),
    lineCount: 3,
    rangeCount: 1,
    unitCount: 1,
    verifiedRangeCount: 1,
    verifiedLineCount: 3,
    registeredUnitCount: 1,
    registeredLineCount: 3,
    stateSince: '2026-11-21T10:05:00.000Z',
    ...more,
  };
}

export async function* inTurn<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  for (const item of items) yield await Promise.resolve(item);
}

export async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}
