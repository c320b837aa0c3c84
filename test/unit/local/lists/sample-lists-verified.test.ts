import { describe, expect, it } from 'vitest';
import { planList } from '../../../../contexts/registration/use-cases/plan-list.ts';
import { parseListKey } from '../../../../contexts/registration/domain/lists/format/list-name.ts';
import { verifyLines } from '../../../../contexts/registration/domain/lists/verify/verify-lines.ts';
import { ramedList } from '../../../../local/samples/lists/ramed-list.ts';
import { rsuList } from '../../../../local/samples/lists/rsu-list.ts';
import type { SampleList } from '../../../../local/samples/lists/sample-list.ts';
import { baridList, dgiList } from '../../../../local/samples/lists/worker-list.ts';
import {
  sampleFileName,
  sampleListBytes,
  sampleManifest,
  type WrittenAs,
} from '../../../../local/samples/lists/write-list.ts';

const WAYS: readonly (readonly [string, SampleList, WrittenAs])[] = [
  ['dgi in CSV with semicolons', dgiList({ seed: 1, lines: 300 }), {}],
  [
    'dgi in CSV with commas, a byte order mark and Windows line ends',
    dgiList({ seed: 2, lines: 300, shape: { format: 'csv', counts: 'header' } }),
    { delimiter: ',', hasBom: true, lineEnd: '\r\n' },
  ],
  ['dgi in Windows-1256', dgiList({ seed: 3, lines: 300 }), { encoding: 'windows-1256', delimiter: '\t' }],
  ['dgi in gzip, few with a mobile', dgiList({ seed: 4, lines: 300, mobileShare: 0.2 }), { isPacked: true }],
  [
    'barid in JSON Lines',
    baridList({ seed: 5, lines: 300, shape: { format: 'jsonl', counts: 'header' } }),
    {},
  ],
  ['ramed', ramedList({ seed: 6, households: 80 }), {}],
  ['ramed, few with a mobile', ramedList({ seed: 6, households: 80, mobileShare: 0.1 }), {}],
  ['rsu', rsuList({ seed: 7, lines: 40 }), {}],
];

describe('sample lists, verified', () => {
  it.each(WAYS)('%s: each line has the faults it was given, and no other', async (_name, list, as) => {
    const sent = await sampleListBytes(list, as);
    const name = parseListKey(`incoming/${list.source}/${sampleFileName('sample', list, as)}`)!;
    let plain = sent;
    const planned = await planList(
      {
        name,
        bytes: oneChunk(sent),
        manifest: list.shape.counts === 'manifest' ? sampleManifest(list, sent) : undefined,
        today: '2026-11-21',
      },
      {
        settings: { maxRangeLines: 100, maxRangeBytes: 1_000_000, maxListLines: 10_000 },
        writePlain: async (chunks) => {
          const parts: Uint8Array[] = [];
          for await (const chunk of chunks) parts.push(chunk);
          plain = Buffer.concat(parts);
        },
      },
    );
    if (planned.status === 'refused') throw new Error(`${planned.refusal}: ${planned.detail}`);
    expect(planned.lineCount).toBe(list.lineCount);
    const verified = planned.ranges.flatMap(({ offsetBytes, lengthBytes, firstLine }) =>
      verifyLines({
        source: list.source,
        text: planned.text,
        asOf: planned.asOf,
        firstLine,
        bytes: plain.subarray(offsetBytes, offsetBytes + lengthBytes),
      }),
    );

    const found = verified.map((line) => ({
      line: line.line,
      reasons: line.status === 'invalid' ? line.reasons : [],
      warnings: line.status === 'usable' ? line.warnings : [],
    }));
    const expected = [...list.lines()].map(({ line, expected: { reasons, warnings } }) => ({
      line,
      reasons,
      warnings,
    }));
    expect(found).toEqual(expected);
  });
});

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
