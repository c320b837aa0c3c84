import { createHash } from 'node:crypto';
import type { Signer } from '#shared';
import type { CloseList } from '../records/work-messages.ts';
import { describeAnswer } from '../domain/lists/answer/describe-answer.ts';
import { writeAnswerCsv } from '../domain/lists/answer/write-answer-csv.ts';
import { listObjects, type List } from '../domain/lists/list.ts';
import { ListTally } from '../domain/lists/report/list-tally.ts';
import type { ListObjects, ListStore, OutcomeReader } from '../ports/lists.ts';
import type { IdentityExtract } from '../ports/staging.ts';

export interface CloseListDependencies {
  readonly lists: ListStore;
  readonly outcomes: OutcomeReader;
  readonly objects: Pick<ListObjects, 'writeStream' | 'writeText'>;
  readonly signer: Signer;
  readonly identities: IdentityExtract;
}

export interface ClosedList {
  readonly outcome: 'closed' | 'past';
  /** Lines answered, where it was closed now. */
  readonly lineCount?: number;
}

/**
 * Answers a list: one line for each line received, in the same order, with signed totals; in a dry run only the report. Run
 * again after it was killed, it writes the same bytes again (but for the signature, of which each is valid).
 * @throws Error when the list is not there (yet), or not every line is answered exactly once: nothing is closed then
 */
export async function closeList(
  { listId }: CloseList,
  dependencies: CloseListDependencies,
): Promise<ClosedList> {
  const { lists, objects, identities } = dependencies;
  const list = await lists.find(listId);
  if (list === undefined) throw new Error('The list to close is not in the registry table');
  if (list.state !== 'CLOSING') return { outcome: 'past' };
  const tally = new ListTally();
  if (list.isDryRun) await countOnly(list, tally, dependencies);
  else {
    await answer(list, tally, dependencies);
    // Before it is closed: the next list must find the people of this one.
    await identities.writeIdentities(list);
  }
  await objects.writeText(listObjects.report(listId), toJson(tally.report(list)), JSON_TYPE);
  const result = await lists.close(list, tally.byCode());
  return result === 'applied' ? { outcome: 'closed', lineCount: tally.lineCount } : { outcome: 'past' };
}

async function countOnly(list: List, tally: ListTally, { outcomes }: CloseListDependencies): Promise<void> {
  for await (const outcome of outcomes.inOrder(list)) tally.add(outcome);
  demandAllAnswered(list, tally);
}

async function answer(
  list: List,
  tally: ListTally,
  { outcomes, objects, signer }: CloseListDependencies,
): Promise<void> {
  const { source, listId } = list;
  const hash = createHash('sha256');
  const csv = hashing(writeAnswerCsv(tally.counting(outcomes.inOrder(list))), hash);
  const bytes = await objects.writeStream(listObjects.answer(source, listId), csv, CSV_TYPE);
  demandAllAnswered(list, tally);
  const publicKeyPem = await signer.publicKeyPem();
  const description = describeAnswer(list, tally, { bytes, sha256: hash.digest('hex'), publicKeyPem });
  const manifest = toJson(description);
  const signature = await signer.sign(new TextEncoder().encode(manifest));
  // What is signed comes first: a signature is never there without it.
  await objects.writeText(listObjects.answerManifest(source, listId), manifest, JSON_TYPE);
  await objects.writeStream(listObjects.answerSignature(source, listId), oneChunk(signature), SIGNATURE_TYPE);
}

function demandAllAnswered({ listId, lineCount }: List, tally: ListTally): void {
  if (tally.lineCount === lineCount) return;
  throw new Error(`The list ${listId} has ${lineCount ?? 0} lines, but ${tally.lineCount} are answered`);
}

async function* hashing(
  chunks: AsyncIterable<Uint8Array>,
  hash: ReturnType<typeof createHash>,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    hash.update(chunk);
    yield chunk;
  }
}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}

const toJson = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;

const CSV_TYPE = 'text/csv; charset=utf-8';
const JSON_TYPE = 'application/json';
const SIGNATURE_TYPE = 'application/octet-stream';
