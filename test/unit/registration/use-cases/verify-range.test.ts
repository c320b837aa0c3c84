import { describe, expect, it } from 'vitest';
import {
  verifyRange,
  type VerifyRangeDependencies,
} from '../../../../contexts/registration/use-cases/verify-range.ts';
import type { VerifiedLine } from '../../../../contexts/registration/records/list-lines.ts';
import { listColumns } from '../../../../contexts/registration/domain/lists/format/list-columns.ts';
import type { List } from '../../../../contexts/registration/domain/lists/list.ts';
import type { ObjectPart } from '../../../../contexts/registration/ports/lists.ts';

/** Those that every list of scores has had. */
const columns = listColumns.rsu.map(({ name }) => name).slice(0, 6);
const content = `${columns.join(';')}\nR1;AB123456;;9.5;2024-01-15;no\nR2;;;9.5;2024-01-15;no\nR3;AB123457;;8;2024-01-15;\n`;
const secondLine = content.indexOf('R2');
const range = {
  number: 2,
  offsetBytes: secondLine,
  lengthBytes: content.length - secondLine,
  firstLine: 3,
  lineCount: 2,
};
const list: List = {
  listId: 'L1',
  source: 'rsu',
  isDryRun: false,
  bucket: 'lists',
  key: 'incoming/rsu/january.csv',
  versionId: 'v7',
  receivedAt: '2024-01-20T08:00:00.000Z',
  state: 'VERIFYING',
  version: 2,
  asOf: '2024-01-18',
  text: { format: 'csv', encoding: 'utf-8', delimiter: ';', columns },
  verifiedRangeCount: 0,
  verifiedLineCount: 0,
  registeredUnitCount: 0,
  registeredLineCount: 0,
  stateSince: '2024-01-20T08:00:00.000Z',
};

function world(found: List | undefined): {
  readonly dependencies: VerifyRangeDependencies;
  readonly written: (readonly VerifiedLine[])[];
  readonly counted: number[];
  readonly read: ObjectPart[];
} {
  const written: (readonly VerifiedLine[])[] = [];
  const counted: number[] = [];
  const read: ObjectPart[] = [];
  const dependencies: VerifyRangeDependencies = {
    lists: {
      find: () => Promise.resolve(found),
      countVerifiedRange: (counting, { number }) => {
        counted.push(number);
        return Promise.resolve(counting);
      },
    },
    objects: {
      async *readBytes(part) {
        read.push(part);
        const { offsetBytes = 0, lengthBytes = 0 } = part;
        const bytes = Buffer.from(content).subarray(offsetBytes, offsetBytes + lengthBytes);
        yield await Promise.resolve(bytes.subarray(0, 10));
        yield bytes.subarray(10);
      },
      writeVerified: (_, __, lines) => {
        written.push(lines);
        return Promise.resolve();
      },
    },
  };
  return { dependencies, written, counted, read };
}

describe('verifying a range of a list', () => {
  it('reads its bytes of the version that was planned, writes its lines and counts it', async () => {
    const { dependencies, written, counted, read } = world(list);

    const verified = await verifyRange({ listId: 'L1', range }, dependencies);

    expect(verified).toEqual({ outcome: 'verified', lineCount: 2, invalidCount: 1 });
    expect(written).toMatchObject([
      [
        { line: 3, reference: 'R2', status: 'invalid' },
        { line: 4, reference: 'R3', status: 'usable' },
      ],
    ]);
    expect(counted).toEqual([2]);
    expect(read).toMatchObject([{ key: 'incoming/rsu/january.csv', versionId: 'v7' }]);
  });

  it('writes the same lines when the message is delivered again', async () => {
    const { dependencies, written } = world(list);

    await verifyRange({ listId: 'L1', range }, dependencies);
    await verifyRange({ listId: 'L1', range }, dependencies);

    expect(written[1]).toEqual(written[0]);
  });

  it('reads the unpacked file of a list that came packed', async () => {
    const { dependencies, read } = world({ ...list, key: 'incoming/rsu/january.csv.gz' });

    await verifyRange({ listId: 'L1', range }, dependencies);

    expect(read).toMatchObject([{ key: 'work/L1/plain' }]);
  });

  it.each(['LINKING', 'CLOSED', 'REFUSED'] as const)(
    'changes nothing of a list that is %s',
    async (state) => {
      const { dependencies, written, counted } = world({ ...list, state });

      expect(await verifyRange({ listId: 'L1', range }, dependencies)).toMatchObject({
        outcome: 'not-verifying',
      });
      expect([...written, ...counted]).toEqual([]);
    },
  );

  it.each([
    ['a list nobody knows yet', undefined, range],
    ['a list that is not planned yet', { ...list, state: 'RECEIVED' } satisfies List, range],
    ['other bytes than were planned', list, { ...range, lineCount: 3 }],
    ['fewer bytes than were planned', list, { ...range, lengthBytes: 10_000 }],
  ])('is tried again for %s, and nothing is written', async (_, found, asked) => {
    const { dependencies, written, counted } = world(found);

    await expect(verifyRange({ listId: 'L1', range: asked }, dependencies)).rejects.toThrow();
    expect([...written, ...counted]).toEqual([]);
  });
});
