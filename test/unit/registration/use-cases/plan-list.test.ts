import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import {
  planList,
  type PlanListInput,
  type PlannedList,
  type RefusedList,
} from '../../../../contexts/registration/use-cases/plan-list.ts';

const settings = { maxRangeLines: 3, maxRangeBytes: 500, maxListLines: 1_000 };
const COUNTS = (records: number): string =>
  `#milaf-list;version=1;source=dgi;records=${records};asOf=2021-11-30`;
const HEADER = 'reference;cin;nom;prénom;date de naissance;catégorie;activity_from';
const line = (number: number, family = 'ALAOUI'): string =>
  `IF${number};AB12345${number % 10};${family};Samira;1984-02-29;CPU;2015-06-01`;
const listOf = (count: number, family?: string): string =>
  [COUNTS(count), HEADER, ...Array.from({ length: count }, (_, index) => line(index, family)), ''].join('\n');

interface Sent {
  readonly bytes: Uint8Array;
  readonly format?: 'csv' | 'jsonl';
  readonly isPacked?: boolean;
  readonly manifest?: object | string;
  readonly chunkBytes?: readonly number[];
  readonly source?: PlanListInput['name']['source'];
}

async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let start = 0;
  for (let turn = 0; start < bytes.length; turn += 1) {
    const end = start + (sizes[turn % sizes.length] ?? 1_000);
    yield await Promise.resolve(bytes.subarray(start, end));
    start = end;
  }
}

async function send(sent: Sent): Promise<{ plan: PlannedList | RefusedList; plain: Uint8Array }> {
  const { bytes, format = 'csv', isPacked = false, manifest, chunkBytes = [1_000], source = 'dgi' } = sent;
  const plain: Uint8Array[] = [];
  const plan = await planList(
    {
      name: { source, format, isPacked },
      bytes: inChunks(bytes, chunkBytes),
      manifest: typeof manifest === 'object' ? JSON.stringify(manifest) : manifest,
      today: '2021-12-01',
    },
    {
      settings,
      writePlain: async (chunks) => {
        for await (const chunk of chunks) plain.push(chunk);
      },
    },
  );
  return { plan, plain: Buffer.concat(plain) };
}

const planOf = async (text: string, more: Omit<Sent, 'bytes'> = {}): Promise<PlannedList | RefusedList> =>
  (await send({ bytes: Buffer.from(text), ...more })).plan;
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const MANIFEST = { version: 1, source: 'dgi', records: 2, asOf: '2021-11-30' };

describe('planning a list', () => {
  it('cuts it into ranges of whole lines that begin where an editor numbers them', async () => {
    const text = listOf(7);
    const plan = (await planOf(text)) as PlannedList;

    expect(plan).toMatchObject({ status: 'planned', asOf: '2021-11-30', lineCount: 7 });
    expect(plan.ranges.map(({ number, firstLine, lineCount }) => [number, firstLine, lineCount])).toEqual([
      [1, 3, 3],
      [2, 6, 3],
      [3, 9, 1],
    ]);
    const { offsetBytes, lengthBytes } = plan.ranges[1]!;
    const range = Buffer.from(text).subarray(offsetBytes, offsetBytes + lengthBytes);
    expect(range.toString()).toBe(`${line(3)}\n${line(4)}\n${line(5)}\n`);
  });

  it('cuts earlier where lines are long', async () => {
    const plan = (await planOf(listOf(4, 'A'.repeat(300)))) as PlannedList;

    expect(plan.ranges.map(({ lineCount }) => lineCount)).toEqual([1, 1, 1, 1]);
  });

  it('tells the digests of what was sent and of the plain text, and keeps the plain text', async () => {
    const text = Buffer.from(listOf(5));
    const packed = gzipSync(text);
    const { plan, plain } = await send({ bytes: packed, isPacked: true });

    expect(plan).toMatchObject({
      status: 'planned',
      sentSha256: sha256(packed),
      contentSha256: sha256(text),
    });
    expect(Buffer.from(plain).toString()).toBe(text.toString());
  });

  it.each([
    ['utf-8', 'عبد القادر', 'utf-8'],
    ['windows-1252', 'BÉNÉDICTE', 'windows-1252'],
    ['windows-1256', 'عبد القادر', 'windows-1256'],
  ])('finds out that a text is %s', async (encoding, family, expected) => {
    const bytes = iconv.encode(listOf(3, family).replace('prénom', 'prenom'), encoding);

    expect((await send({ bytes })).plan).toMatchObject({ status: 'planned', text: { encoding: expected } });
  });

  it('takes accents of French headers for Windows-1252 until Arabic words are found', async () => {
    const bytes = iconv.encode(listOf(3, 'القادر').replace('ALAOUI', 'القادر'), 'windows-1256');

    expect((await send({ bytes })).plan).toMatchObject({ text: { encoding: 'windows-1256' } });
  });

  it('believes the manifest where the bytes do not decide', async () => {
    const bytes = iconv.encode([HEADER, line(1, 'é'), line(2)].join('\n'), 'windows-1252');

    const { plan } = await send({ bytes, manifest: { ...MANIFEST, encoding: 'windows-1256' } });

    expect(plan).toMatchObject({ status: 'planned', text: { encoding: 'windows-1256' } });
  });

  it.each([';', ',', '\t'])('finds the delimiter %j', async (delimiter) => {
    const text = [HEADER, line(1), line(2)].join('\n').replaceAll(';', delimiter);

    expect(await planOf(text, { manifest: MANIFEST })).toMatchObject({ text: { delimiter } });
  });

  it.each([
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['Windows line ends', (text: string) => text.replaceAll('\n', '\r\n')],
    ['a last line without its end', (text: string) => text.trimEnd()],
    ['blank lines at the end', (text: string) => `${text}\n  \n;;;;;;\n\n`],
  ])('counts the same lines with %s', async (_, change) => {
    expect(await planOf(change(listOf(4)))).toMatchObject({ status: 'planned', lineCount: 4 });
  });

  it('counts a blank line between others, so that it is answered', async () => {
    const text = [COUNTS(3), HEADER, line(1), '', line(2)].join('\n');

    expect(await planOf(text)).toMatchObject({ status: 'planned', lineCount: 3 });
  });

  it('does not begin the first record of JSON Lines with the byte order mark', async () => {
    const record = { reference: 'R', cin: 'AB123456', score: '9', score_from: '2021-01-01' };
    const text = `\ufeff${JSON.stringify(record)}\n`;
    const plan = await planOf(text, {
      format: 'jsonl',
      source: 'rsu',
      manifest: { version: 1, source: 'rsu', records: 1, asOf: '2021-11-30' },
    });

    expect(plan).toMatchObject({ ranges: [{ offsetBytes: 3, firstLine: 1, lineCount: 1 }] });
  });
});

describe('refusing a list as a whole', () => {
  const csv = [HEADER, line(1), line(2), ''].join('\n');

  it.each<[string, Sent, string, string]>([
    ['nothing', { bytes: Buffer.from(''), manifest: MANIFEST }, 'EMPTY', 'empty'],
    [
      'only a header',
      { bytes: Buffer.from(HEADER), manifest: { ...MANIFEST, records: 0 } },
      'EMPTY',
      'no lines',
    ],
    ['no count', { bytes: Buffer.from(csv) }, 'COUNT_MISSING', 'neither'],
    ['a manifest that is no JSON', { bytes: Buffer.from(csv), manifest: '{' }, 'MANIFEST_INVALID', 'JSON'],
    [
      'a manifest without a day',
      { bytes: Buffer.from(csv), manifest: { version: 1, source: 'dgi', records: 2 } },
      'MANIFEST_INVALID',
      'asOf',
    ],
    [
      'a manifest and a header that differ',
      { bytes: Buffer.from(listOf(3)), manifest: { ...MANIFEST, records: 4 } },
      'MANIFEST_INVALID',
      'records',
    ],
    [
      'the folder of another source',
      { bytes: Buffer.from(csv), manifest: { ...MANIFEST, source: 'barid' } },
      'WRONG_SOURCE',
      'barid',
    ],
    [
      'a day to come',
      { bytes: Buffer.from(csv), manifest: { ...MANIFEST, asOf: '2021-12-02' } },
      'AS_OF_IN_FUTURE',
      '2021-12-02',
    ],
    [
      'fewer lines than announced',
      { bytes: Buffer.from(csv), manifest: { ...MANIFEST, records: 3 } },
      'TRUNCATED',
      '3 lines were announced, 2 were found',
    ],
    [
      'a last line that breaks off',
      { bytes: Buffer.from(csv.slice(0, -20)), manifest: MANIFEST },
      'TRUNCATED',
      'breaks off',
    ],
    [
      'more lines than announced',
      { bytes: Buffer.from(csv), manifest: { ...MANIFEST, records: 1 } },
      'TOO_MANY_LINES',
      '1 lines were announced, 2 were found',
    ],
    ['more lines than a list may have', { bytes: Buffer.from(listOf(1_001)) }, 'TOO_MANY_LINES', '1000'],
    [
      'another digest',
      { bytes: Buffer.from(csv), manifest: { ...MANIFEST, sha256: '0'.repeat(64) } },
      'DIGEST_MISMATCH',
      sha256(Buffer.from(csv)),
    ],
    [
      'a column that is missing',
      { bytes: Buffer.from(csv.replace(';cin', ';x')), manifest: MANIFEST },
      'COLUMNS_MISSING',
      'cin',
    ],
    [
      'a column that is not published',
      { bytes: Buffer.from(csv.replaceAll(/$/gm, ';x')), manifest: MANIFEST },
      'COLUMNS_UNKNOWN',
      'column 8',
    ],
    [
      'a column twice',
      { bytes: Buffer.from(csv.replace('activity_from', 'cin')), manifest: MANIFEST },
      'COLUMNS_MISSING',
      'activity_from',
    ],
    ['no header line', { bytes: Buffer.from(line(1)), manifest: MANIFEST }, 'COLUMNS_MISSING', 'first line'],
    [
      'UTF-16',
      { bytes: iconv.encode(csv, 'utf-16le', { addBOM: true }), manifest: MANIFEST },
      'ENCODING_UNKNOWN',
      'UTF-16',
    ],
    [
      'announced as UTF-8 and not UTF-8',
      {
        bytes: iconv.encode(csv.replaceAll('ALAOUI', 'HÉBERT'), 'windows-1252'),
        manifest: { ...MANIFEST, encoding: 'utf-8' },
      },
      'ENCODING_UNKNOWN',
      'line 1 is not UTF-8',
    ],
    [
      'announced as Windows-1252 and UTF-8',
      {
        bytes: Buffer.from(csv.replaceAll('ALAOUI', 'HÉBERT')),
        manifest: { ...MANIFEST, encoding: 'windows-1252' },
      },
      'ENCODING_UNKNOWN',
      'but is UTF-8',
    ],
    [
      'two encodings in one file',
      {
        bytes: Buffer.concat([
          Buffer.from(`${HEADER}\n${line(1, 'HÉBERT')}\n`),
          iconv.encode(`${line(2, 'HÉBERT')}\n`, 'windows-1252'),
        ]),
        manifest: MANIFEST,
      },
      'ENCODING_UNKNOWN',
      'line 3',
    ],
    [
      'the accents of DOS',
      {
        bytes: iconv.encode(csv.replaceAll('ALAOUI', 'HébErt'), 'cp850'),
        manifest: MANIFEST,
      },
      'ENCODING_UNKNOWN',
      'DOS',
    ],
    [
      'an Excel workbook',
      { bytes: Buffer.from('PK\u0003\u0004\u0014\u0000'), manifest: MANIFEST },
      'NOT_A_LIST',
      'Excel',
    ],
    ['a PDF', { bytes: Buffer.from('%PDF-1.7\n'), manifest: MANIFEST }, 'NOT_A_LIST', 'PDF'],
    [
      'a line without end',
      { bytes: Buffer.alloc(70_000, 'x'), manifest: MANIFEST },
      'NOT_A_LIST',
      'longer than 65536 bytes',
    ],
    [
      'a JSON array',
      { bytes: Buffer.from('[{},\n{}]\n'), format: 'jsonl', manifest: { ...MANIFEST, records: 2 } },
      'NOT_A_LIST',
      'JSON objects',
    ],
    ['gzip under another name', { bytes: gzipSync(csv), manifest: MANIFEST }, 'NOT_A_LIST', '.gz'],
    [
      'gzip that ends too early',
      { bytes: gzipSync(csv).subarray(0, -12), isPacked: true, manifest: MANIFEST },
      'GZIP_DAMAGED',
      'unpacked',
    ],
    ['no gzip', { bytes: Buffer.from(csv), isPacked: true, manifest: MANIFEST }, 'GZIP_DAMAGED', 'unpacked'],
  ])('that is, or has, %s', async (_, sent, refusal, detail) => {
    const { plan } = await send(sent);

    expect(plan).toMatchObject({ status: 'refused', refusal });
    expect((plan as RefusedList).detail).toContain(detail);
  });

  it('repeats nothing of a line of data that stands where the header should be', async () => {
    const plan = (await planOf('IF1;AB123456;ALAOUI;Samira;1984-02-29', {
      manifest: MANIFEST,
    })) as RefusedList;

    expect(plan.detail).not.toMatch(/ALAOUI|Samira|AB123456/);
  });

  it('does not take a failing store for a damaged list', async () => {
    const failing = planList(
      {
        name: { source: 'dgi', format: 'csv', isPacked: true },
        bytes: inChunks(gzipSync(csv), [50]),
        manifest: JSON.stringify(MANIFEST),
        today: '2021-12-01',
      },
      { settings, writePlain: () => Promise.reject(new Error('The store is full')) },
    );

    await expect(failing).rejects.toThrow('The store is full');
  });
});

describe('the pass over the bytes', () => {
  const families = fc.constantFrom(
    'ALAOUI',
    'HÉBERT',
    'القادر',
    '',
    '  ',
    '"A;B"',
    '"',
    'é',
    'x'.repeat(300),
  );
  const texts = fc
    .record({
      families: fc.array(families, { maxLength: 12 }),
      announced: fc.integer({ min: 0, max: 12 }),
      hasMark: fc.boolean(),
      lineEnd: fc.constantFrom('\n', '\r\n'),
      tail: fc.constantFrom('', '\n', '\n\n \n', 'IF9;'),
      encoding: fc.constantFrom('utf-8', 'windows-1252', 'windows-1256'),
    })
    .map(({ families: names, announced, hasMark, lineEnd, tail, encoding }) => {
      const lines = [COUNTS(announced), HEADER, ...names.map((name, index) => line(index, name))];
      const text = `${lines.join(lineEnd)}${tail}`;
      return iconv.encode(text, encoding, { addBOM: hasMark && encoding === 'utf-8' });
    });
  const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 });

  it('finds the same, however the bytes are cut into chunks', async () => {
    await fc.assert(
      fc.asyncProperty(texts, cuts, fc.boolean(), async (bytes, chunkBytes, isPacked) => {
        const sent = isPacked ? gzipSync(bytes) : bytes;
        const whole = await send({ bytes: sent, isPacked, chunkBytes: [1_000_000] });

        expect(await send({ bytes: sent, isPacked, chunkBytes })).toEqual(whole);
      }),
      { numRuns: 200 },
    );
  });

  it('cuts ranges that hold every line of data once and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(families, { minLength: 1, maxLength: 30 }), async (names) => {
        const data = names.map((name, index) => line(index, name)).join('\n');
        const text = Buffer.from(`${COUNTS(names.length)}\n${HEADER}\n${data}\n\n`);
        const plan = (await planOf(text.toString())) as PlannedList;
        const ranges = plan.ranges.map(({ offsetBytes, lengthBytes }) =>
          text.subarray(offsetBytes, offsetBytes + lengthBytes),
        );

        expect(Buffer.concat(ranges).toString()).toBe(`${data}\n`);
        expect(plan.ranges.reduce((count, range) => count + range.lineCount, 0)).toBe(names.length);
      }),
    );
  });

  it('answers any bytes, with the same answer however they are cut, and never throws', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 400 }),
        cuts,
        fc.boolean(),
        fc.constantFrom('csv' as const, 'jsonl' as const),
        async (bytes, chunkBytes, isPacked, format) => {
          const sent = { bytes, isPacked, format, manifest: MANIFEST };
          const { plan } = await send({ ...sent, chunkBytes });

          expect(plan).toEqual((await send({ ...sent, chunkBytes: [1_000] })).plan);
          expect(plan.status).toBe('refused');
        },
      ),
      { numRuns: 300 },
    );
  });
});
