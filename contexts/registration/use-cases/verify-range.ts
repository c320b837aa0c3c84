import type { VerifyRange } from '../records/work-messages.ts';
import { verifyLines } from '../domain/lists/verify/verify-lines.ts';
import { listObjects, type List } from '../domain/lists/list.ts';
import type { ListObjects, ListStore, ObjectPart } from '../ports/lists.ts';

export interface VerifyRangeDependencies {
  readonly lists: Pick<ListStore, 'find' | 'countVerifiedRange'>;
  readonly objects: Pick<ListObjects, 'readBytes' | 'writeVerified'>;
}

export interface VerifiedRange {
  /** `not-verifying`: the list is past it, or refused; nothing was changed. */
  readonly outcome: 'verified' | 'not-verifying';
  readonly lineCount: number;
  readonly invalidCount: number;
}

/**
 * Verifies one range of a list and counts it once. The same range again writes the same object and counts nothing.
 * @throws Error when the list is not planned (yet), or its bytes are not those that were planned: the message is tried again
 */
export async function verifyRange(
  { listId, range }: VerifyRange,
  { lists, objects }: VerifyRangeDependencies,
): Promise<VerifiedRange> {
  const list = await lists.find(listId);
  if (list === undefined || list.state === 'RECEIVED')
    throw new Error('The list of the range is not planned');
  if (list.state !== 'VERIFYING') return { outcome: 'not-verifying', lineCount: 0, invalidCount: 0 };
  const { source, text, asOf } = list;
  if (text === undefined || asOf === undefined)
    throw new Error('The list is being verified, but it has no plan');
  const part = { ...objectOf(list), offsetBytes: range.offsetBytes, lengthBytes: range.lengthBytes };
  const bytes = await bytesOf(objects.readBytes(part));
  const lines = verifyLines({ source, text, asOf, firstLine: range.firstLine, bytes });
  if (bytes.length !== range.lengthBytes || lines.length !== range.lineCount)
    throw new Error(`Range ${range.number} is not what was planned: ${lines.length} lines were read`);
  await objects.writeVerified(listId, range.number, lines);
  await lists.countVerifiedRange(list, range);
  const invalidCount = lines.filter(({ status }) => status === 'invalid').length;
  return { outcome: 'verified', lineCount: lines.length, invalidCount };
}

/** A list that came packed was unpacked by the first pass. */
function objectOf({ listId, key, versionId }: List): ObjectPart {
  return key.endsWith('.gz') ? { key: listObjects.plain(listId) } : { key, versionId };
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
