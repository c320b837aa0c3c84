import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { fileIdInIndex, indexedFile, stateInIndex } from '../../../../contexts/claims/aws/channel-day.ts';
import { DynamoFileStore } from '../../../../contexts/claims/aws/file-store.ts';
import type { ScanFile } from '../../../../contexts/claims/domain/scan-file.ts';
import { DynamoReceiptList } from '../../../../contexts/intake/aws/receipt-list.ts';
import { writeUnits, type TableShape } from '../../../bench/cost/capacity-units.ts';
import { wireItemSchema } from '../../../bench/cost/item-size.ts';

const file: ScanFile = {
  fileId: '7Q2MK8D10ABCDEFG',
  state: 'ACCEPTED',
  version: 1,
  channelId: 'agency-rabat-01',
  upload: { bucket: 'scans', key: 'incoming/agency-rabat-01/1', versionId: '1' },
  uploadedAt: '2026-11-21T09:00:00.000Z',
  submissionDate: '2026-11-21',
  receivedOn: '2026-11-21',
  submissionSignals: [],
  readingAttempt: 0,
};

const claimsTable: TableShape = {
  keys: { partition: 'pk', sort: 'sk' },
  indexes: [
    { name: 'queue', keys: { partition: 'gsi1pk', sort: 'gsi1sk' }, projected: ['state'] },
    { name: 'listing', keys: { partition: 'gsi2pk', sort: 'gsi2sk' }, projected: [] },
    { name: 'owner', keys: { partition: 'gsi3pk', sort: 'gsi3sk' }, projected: [] },
  ],
};

const wire = (written: ScanFile) =>
  wireItemSchema.parse(
    marshall(
      { pk: `FILE#${written.fileId}`, sk: 'FILE', ...written, ...indexedFile(written) },
      { removeUndefinedValues: true },
    ),
  );
const indexUnits = (before: ScanFile | undefined, after: ScanFile): number =>
  Object.values(
    writeUnits(before && wire(before), wire(after), { isTransactional: true }, claimsTable).indexes,
  ).reduce((sum, units) => sum + units, 0);

describe('the places of a file in the indexes', () => {
  it('cost two units in the life of a file that is read, as many as one place with its state did', () => {
    const read: ScanFile = { ...file, state: 'READ', version: 2, claimIds: [`${file.fileId}-1`] };
    expect(indexUnits(undefined, file)).toBe(2);
    expect(indexUnits(file, read)).toBe(0);
  });

  it('say what became of a file, but not whether it was read yet', () => {
    const stateOf = (state: ScanFile['state']) => stateInIndex(indexedFile({ ...file, state }).gsi2sk);
    expect([stateOf('ACCEPTED'), stateOf('READ'), stateOf('DUPLICATE'), stateOf('QUARANTINED')]).toEqual([
      'ACCEPTED',
      'ACCEPTED',
      'DUPLICATE',
      'QUARANTINED',
    ]);
    for (const state of ['ACCEPTED', 'DUPLICATE', 'QUARANTINED'] as const)
      expect(fileIdInIndex(indexedFile({ ...file, state }).gsi2sk)).toBe(file.fileId);
  });

  it('have the file under the short receipt of a text message', () => {
    expect(indexedFile(file)).toMatchObject({ gsi3pk: 'RECEIPT#7Q2MK8D1', gsi3sk: file.fileId });
  });
});

/** Some files as they are written now, others as they were before, each in its index; and their items. */
function tableWith(now: readonly ScanFile[], before: readonly ScanFile[]) {
  const places = {
    listing: now.map((each) => ({ gsi2sk: indexedFile(each).gsi2sk })),
    queue: before.map((each) => ({ gsi1sk: `${each.uploadedAt}#${each.fileId}`, state: each.state })),
  };
  const items = [...now, ...before].map(({ submissionDate, submissionSignals, ...each }) => ({
    ...each,
    depositDate: submissionDate,
    depositSignals: submissionSignals,
  }));
  const send = ({ input }: { input: Record<string, unknown> }) => {
    if ('RequestItems' in input) return Promise.resolve({ Responses: { claims: items } });
    const {
      IndexName,
      ExpressionAttributeValues,
      Limit = Infinity,
    } = input as {
      IndexName: 'listing' | 'queue';
      ExpressionAttributeValues: Record<string, string>;
      Limit?: number;
    };
    const sortKey = (place: object): string => String(Object.values(place)[0]);
    const found = places[IndexName].filter(
      (place) => sortKey(place) < (ExpressionAttributeValues[':before'] ?? '~'),
    ).toSorted((one, other) => (sortKey(one) < sortKey(other) ? 1 : -1));
    const shown = found.slice(0, Limit);
    return Promise.resolve({ Items: shown, ...(shown.length < found.length && { LastEvaluatedKey: {} }) });
  };
  // Pages are read by a function that takes no other client.
  return Object.assign(Object.create(DynamoDBDocumentClient.prototype) as DynamoDBDocumentClient, { send });
}

const fileAt = (minute: number, state: ScanFile['state'] = 'ACCEPTED'): ScanFile => ({
  ...file,
  fileId: `FILE${String(minute).padStart(12, '0')}`,
  state,
  uploadedAt: `2026-11-21T09:${String(minute).padStart(2, '0')}:00.000Z`,
});

describe('files of a channel and day, of which some were written before they stood in the list', () => {
  const now = [fileAt(3), fileAt(5, 'QUARANTINED'), fileAt(6)];
  const before = [fileAt(1), fileAt(2, 'DUPLICATE'), fileAt(4, 'READ')];

  it('are all counted, each with what became of it', async () => {
    const store = new DynamoFileStore(tableWith(now, before), 'claims', () => new Date());
    const listed = await store.listByChannelDay('agency-rabat-01', '2026-11-21');
    const states = new Map(listed.map(({ fileId, state }) => [fileId, state]));
    expect(states).toEqual(new Map([...now, ...before].map(({ fileId, state }) => [fileId, state])));
  });

  it('are shown newest first, page after page, each once', async () => {
    const list = new DynamoReceiptList(tableWith(now, before), 'claims');
    const shown: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list.listByDay('agency-rabat-01', '2026-11-21', { limit: 2, cursor });
      shown.push(...page.taken.map(({ file: { uploadedAt } }) => uploadedAt.slice(14, 16)));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(shown).toEqual(['06', '05', '04', '03', '02', '01']);
  });
});
