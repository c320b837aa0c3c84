import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { paginateScan } from '@aws-sdk/lib-dynamodb';
import Papa from 'papaparse';
import pMap from 'p-map';
import { listKeyOf } from '../../../contexts/registration/aws/list-upload.ts';
import { createDocumentClient } from '../../../contexts/shared/aws/document-client.ts';
import { DynamoReferenceStore } from '../../../contexts/registry/aws/reference-store.ts';
import type { MilafClient } from '../../../contexts/operations/aws/milaf-client.ts';
import { listReportSchema, type ListReport } from '../../../contexts/registration/records/list-report.ts';
import {
  verifyAnswer,
  type AnswerVerdict,
} from '../../../contexts/registration/domain/lists/answer/verify-answer.ts';
import { parseListKey } from '../../../contexts/registration/domain/lists/format/list-name.ts';
import { listObjects, type List } from '../../../contexts/registration/domain/lists/list.ts';
import type { SampleList } from '../../../local/samples/lists/sample-list.ts';
import {
  sampleFileName,
  sampleListBytes,
  sampleManifest,
  type WrittenAs,
} from '../../../local/samples/lists/write-list.ts';
import { load } from './cloud.ts';
import { until } from './wait.ts';

/** A list as it is sent: the same bytes each time. */
export interface PreparedSample {
  readonly list: SampleList;
  readonly key: string;
  readonly file: string;
  readonly manifest: string;
}

export async function prepareSample(
  name: string,
  list: SampleList,
  as: WrittenAs = {},
): Promise<PreparedSample> {
  const bytes = await sampleListBytes(list, as);
  const fileName = sampleFileName(name, list, as);
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'milaf-')), fileName);
  await writeFile(file, bytes);
  return { list, key: listKeyOf(list.source, fileName), file, manifest: sampleManifest(list, bytes) };
}

/** @returns the list's id */
export async function submitSample(
  client: MilafClient,
  { key, file, manifest }: PreparedSample,
  { isDryRun }: { readonly isDryRun: boolean },
): Promise<string> {
  const name = parseListKey(key);
  if (name === undefined) throw new Error('The sample has no name of a list');
  return client.submitList({ file, name, key, isDryRun, manifest });
}

/** Loads what the registry and the reference lists must know before a list comes. */
export async function loadBefore(client: MilafClient, list: SampleList): Promise<void> {
  const references = new DynamoReferenceStore(createDocumentClient(), registryTable(client));
  await load(client, [...list.registryBefore()]);
  await pMap(list.referencesBefore(), ({ source, record }) => references.putReference(source, record), {
    concurrency: 10,
  });
}

export async function inState(
  client: MilafClient,
  listId: string,
  states: readonly List['state'][],
  timeoutSeconds = 300,
): Promise<List> {
  return until(
    `list ${listId} is ${states.join(' or ')}`,
    async () => {
      const list = await client.lists.find(listId);
      return list !== undefined && states.includes(list.state) ? list : undefined;
    },
    timeoutSeconds,
  );
}

export async function reportOf(client: MilafClient, listId: string): Promise<ListReport> {
  const text = await client.listObjects.readText(listObjects.report(listId));
  return listReportSchema.parse(JSON.parse(text ?? ''));
}

export interface AnswerRow {
  readonly line: number;
  readonly reference: string;
  readonly reason: string;
  readonly details: string;
  readonly otherScheme: string;
  readonly registrationNumber: string;
  readonly duplicateOfLine: string;
  readonly warnings: string;
}

/** The answer to a list, checked as its receiver does. */
export async function answerOf(
  client: MilafClient,
  { source, listId }: List,
): Promise<{ readonly verdict: AnswerVerdict; readonly rows: readonly AnswerRow[] }> {
  const csv = await bytesOf(client, listObjects.answer(source, listId));
  const verdict = await verifyAnswer(
    csv,
    await bytesOf(client, listObjects.answerManifest(source, listId)),
    await bytesOf(client, listObjects.answerSignature(source, listId)),
    await client.answerKeyPem(),
  );
  return { verdict, rows: readAnswer(csv) };
}

export function readAnswer(csv: Uint8Array): readonly AnswerRow[] {
  return readCsv(csv).map((row) => ({
    line: Number(row['line']),
    reference: row['reference'] ?? '',
    reason: row['reason'] ?? '',
    details: row['details'] ?? '',
    otherScheme: row['other_scheme'] ?? '',
    registrationNumber: row['registration_number'] ?? '',
    duplicateOfLine: row['duplicate_of_line'] ?? '',
    warnings: row['warnings'] ?? '',
  }));
}

export async function lettersOf(
  client: MilafClient,
  { source, listId }: List,
): Promise<readonly Readonly<Record<string, string>>[]> {
  return readCsv(await bytesOf(client, listObjects.letters(source, listId)));
}

function readCsv(bytes: Uint8Array): readonly Readonly<Record<string, string>>[] {
  const text = new TextDecoder().decode(bytes);
  return Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
}

async function bytesOf(client: MilafClient, key: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of client.listObjects.readBytes({ key })) chunks.push(chunk);
  return Buffer.concat(chunks);
}

export function registryTable({ outputs }: MilafClient): string {
  const table = outputs.get('RegistryTableName');
  if (table === undefined) throw new Error('The stage has no registry table');
  return table;
}

export type RegistryItem = Readonly<Record<string, unknown>> & { readonly pk: string; readonly sk: string };

/** Every item of the registry table. */
export async function registryItems(client: MilafClient): Promise<readonly RegistryItem[]> {
  const items: RegistryItem[] = [];
  const pages = paginateScan(
    { client: createDocumentClient() },
    { TableName: registryTable(client), ConsistentRead: true },
  );
  for await (const { Items = [] } of pages)
    for (const item of Items) items.push({ ...item, pk: String(item['pk']), sk: String(item['sk']) });
  return items;
}
