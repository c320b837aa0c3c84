import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { planList } from '../../../contexts/registration/use-cases/plan-list.ts';
import { listSourceSchema } from '../../../contexts/shared/identifiers/list-source.ts';
import {
  checkAnnouncement,
  isRefused,
  readManifest,
} from '../../../contexts/registration/domain/lists/format/announcement.ts';
import {
  isCountHeader,
  readCountHeader,
} from '../../../contexts/registration/domain/lists/format/count-header.ts';
import { verifyAnswer } from '../../../contexts/registration/domain/lists/answer/verify-answer.ts';
import { kindOfUpload } from '../../../contexts/registration/domain/lists/list-key.ts';
import { listTextSchema } from '../../../contexts/registration/domain/lists/list.ts';
import { verifyLines } from '../../../contexts/registration/domain/lists/verify/verify-lines.ts';
import { jsonOf, textOf, textSeed } from '../json-input.ts';
import { jsonMutators } from '../mutators/json.ts';
import { lineMutators } from '../mutators/lines.ts';
import { lineSeeds, listSeeds } from '../seeds/list-seeds.ts';
import { accepted, refused, type Mutator, type Target, type Verdict } from '../target.ts';
import { publicKeyPem } from '../seeds/public-key.ts';

const WORDS = [
  ...[
    ';',
    ',',
    '\t',
    '"',
    '""',
    '\r',
    '\n',
    '\r\n',
    '\0',
    '\ufeff',
    '\xff\xfe',
    '\xfe\xff',
    '\x1f\x8b\x08',
    'PK\x03\x04',
  ],
  ...[
    '%PDF',
    '\xd0\xcf\x11\xe0',
    '#milaf-list;version=1;source=dgi;records=4;asOf=2024-02-29',
    '{"milafList":{',
    '{}',
  ],
  ...[
    'null',
    '[]',
    'محمد',
    'أ',
    'é',
    '\xe9',
    '\xc7',
    '\x81',
    'AB123456',
    'A1',
    '٠١',
    '1445/02/30',
    '31/02/2024',
  ],
  ...[
    '2024-02-30',
    '29/02/1900',
    '00/00/0000',
    '20240115',
    '99999999',
    '+212612345678',
    '0612345678',
    '=1+1',
    '@x',
  ],
  ...[
    'dgi',
    'barid',
    'orders',
    'ramed',
    'rsu',
    'reference',
    'cin',
    'utf-8',
    'windows-1256',
    'records',
    'asOf',
  ],
] as const;

const caseSchema = z.object({
  key: z.string(),
  manifest: z.string().optional(),
  isPackedHere: z.boolean().default(false),
  chunkBytes: z.int().min(1),
});

const SETTINGS = { maxRangeLines: 3, maxRangeBytes: 2000, maxListLines: 100_000 };
const TODAY = '2024-03-01';

/** The first line of an input, and the bytes behind it. */
function partsOf(bytes: Uint8Array): { readonly about: unknown; readonly rest: Uint8Array } {
  const end = bytes.indexOf(0x0a);
  const at = end < 0 ? bytes.byteLength : end;
  return { about: jsonOf(bytes.subarray(0, at)), rest: bytes.subarray(at + 1) };
}

/** A generator, as S3 gives a file: some at a time. */
async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.byteLength; at += size)
    yield await Promise.resolve(bytes.subarray(at, at + size));
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** Takes a list in as receive-list does, and verifies each of its ranges as verify-range does. */
async function receive(bytes: Uint8Array): Promise<Verdict> {
  const { about, rest } = partsOf(bytes);
  const found = caseSchema.safeParse(about);
  if (!found.success) return refused('no case');
  const { key, manifest, isPackedHere, chunkBytes } = found.data;
  const kind = kindOfUpload(key);
  if (kind.kind !== 'list') return refused(kind.kind);
  const sent = isPackedHere ? gzipSync(rest) : rest;
  let plain: Uint8Array = sent;
  const plan = await planList(
    {
      name: kind.name,
      bytes: chunksOf(sent, Math.max(chunkBytes, sent.byteLength / 500)),
      manifest,
      today: TODAY,
    },
    {
      settings: SETTINGS,
      writePlain: async (chunks) => {
        plain = await bytesOf(chunks);
      },
    },
  );
  if (plan.status === 'refused') return refused(plan.refusal);
  let lineCount = 0;
  for (const { offsetBytes, lengthBytes, firstLine, lineCount: expected } of plan.ranges) {
    const range = plain.subarray(offsetBytes, offsetBytes + lengthBytes);
    const lines = verifyLines({
      source: kind.name.source,
      text: plan.text,
      asOf: plan.asOf,
      firstLine,
      bytes: range,
    });
    if (lines.length !== expected) throw new Error('A range has other lines than were planned');
    lineCount += lines.length;
  }
  if (lineCount !== plan.lineCount) throw new Error('The list has other lines than were planned');
  return accepted;
}

const ranged = z.object({ source: listSourceSchema, text: listTextSchema });

function verify(bytes: Uint8Array): Verdict {
  const { about, rest } = partsOf(bytes);
  const found = ranged.safeParse(about);
  if (!found.success) return refused('no case');
  const lines = verifyLines({ ...found.data, asOf: '2024-02-29', firstLine: 1, bytes: rest });
  return lines.some(({ status }) => status === 'usable') ? accepted : refused('no usable line');
}

/** As many lines as there are now are announced: else nothing changed would be looked into. */
const announceCount: Mutator = (bytes) => {
  const { about, rest } = partsOf(bytes);
  const found = caseSchema.safeParse(about);
  if (!found.success) return bytes;
  const { key, manifest } = found.data;
  const headers = key.includes('.csv') ? 1 : 0;
  const lines =
    textOf(rest)
      .split('\n')
      .filter((line) => line.trim() !== '').length - headers;
  const counted = manifest?.replace(/"records":\d+/, `"records":${Math.max(0, lines)}`);
  return Buffer.concat([textSeed(`${JSON.stringify({ ...found.data, manifest: counted })}\n`), rest]);
};

/** What is announced about a list, in whichever way; and what we say of our answer. */
async function readAnnouncement(bytes: Uint8Array): Promise<Verdict> {
  const text = textOf(bytes);
  for (const format of ['csv', 'jsonl'] as const) {
    if (!isCountHeader(text, format)) continue;
    const header = checkAnnouncement(readCountHeader(text, format), 'the header of counts');
    return isRefused(header) ? refused(header.refusal) : accepted;
  }
  const verdict = await verifyAnswer(new Uint8Array(), bytes, Buffer.alloc(70), publicKeyPem);
  if (verdict.isValid || verdict.because !== 'MANIFEST_UNREADABLE') return accepted;
  const manifest = readManifest(text);
  return isRefused(manifest) ? refused(manifest.refusal) : accepted;
}

const answerSeed = {
  ...{
    version: 1,
    listId: '7Q2MK8D10ABCDEFG',
    source: 'dgi',
    listFileName: 'a.csv',
    listSha256: '0'.repeat(64),
  },
  ...{ asOf: '2024-02-29', received: 4, answered: 4, byClass: { SUBJECT: 4 }, byCode: { REGISTERED: 4 } },
  ...{
    answerFileName: 'b.csv',
    answerBytes: 9,
    answerSha256: 'a'.repeat(64),
    madeAt: '2024-03-01T10:00:00Z',
  },
  signature: { algorithm: 'ECDSA_P256_SHA256', keyId: 'b'.repeat(64) },
};

export const listTargets: readonly Target[] = [
  {
    name: 'lists',
    share: 70,
    prepare: () =>
      Promise.resolve({
        seeds: listSeeds(),
        words: WORDS,
        mutators: lineMutators(WORDS),
        repair: announceCount,
        parse: receive,
      }),
  },
  {
    name: 'list-lines',
    share: 70,
    prepare: () =>
      Promise.resolve({ seeds: lineSeeds(), words: WORDS, mutators: lineMutators(WORDS), parse: verify }),
  },
  {
    name: 'list-announcements',
    share: 40,
    prepare: () =>
      Promise.resolve({
        seeds: [
          textSeed('{"version":1,"source":"dgi","records":4,"asOf":"2024-02-29","encoding":"utf-8"}'),
          textSeed('#milaf-list;version=1;source=dgi;records=4;asOf=2024-02-29'),
          textSeed('"#milaf-list;version=1;source=rsu;records=4;asOf=2024-02-29"'),
          textSeed('{"milafList":{"version":1,"source":"ramed","records":4,"asOf":"2024-02-29"}}'),
          textSeed(JSON.stringify(answerSeed)),
        ],
        words: WORDS,
        mutators: jsonMutators(WORDS),
        parse: readAnnouncement,
      }),
  },
];
