import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { UploadRef } from '../../../../contexts/claims/domain/scan-file.ts';
import { fileIdOf } from '../../../../contexts/intake/domain/receipt.ts';
import { createHandler } from '../../../../lambdas/receive-file/handler.ts';
import { logError } from '../../../../lambdas/runtime/log.ts';
import { count } from '../../../../lambdas/runtime/metrics.ts';
import { jpegOf } from '../../intake/domain/support/fixtures.ts';
import { MemoryFiles, MemoryScans } from '../../../support/memory-files.ts';

vi.mock('../../../../lambdas/runtime/metrics.ts', () => ({ count: vi.fn() }));
vi.mock('../../../../lambdas/runtime/log.ts', () => ({ logError: vi.fn() }));

const [honest, forged] = [await jpegOf(40, 40), await jpegOf(40, 40)];
const OF = { channel: 'incoming/agency-rabat-01/form-1', portal: 'requests/0123456789abcdef.jpg' } as const;

function world(bucket: 'scans' | 'evidence') {
  const scans = new MemoryScans(undefined, bucket);
  const files = new MemoryFiles();
  const handle = createHandler({
    files: files.store,
    scans,
    evidenceBucket: 'evidence',
    maxFileBytes: 100_000,
    maxPages: 10,
    farBackdatedDaysOn: () => 30,
  });
  const receive = async ({ key, versionId }: UploadRef, announcedVersion = versionId) =>
    handle(
      { detail: { bucket: { name: bucket }, object: { key, 'version-id': announcedVersion } } },
      { deliveryCount: 1 },
    );
  return { scans, files, receive };
}

beforeEach(() => vi.clearAllMocks());

describe.each([
  ['a channel', 'scans', OF.channel],
  ['the portal', 'evidence', OF.portal],
] as const)('an upload form of %s that is used a second time', (_, bucket, key) => {
  it('is counted and named once, with both files, where another one came', async () => {
    const { scans, receive } = world(bucket);
    const first = scans.put(key, honest);
    await receive(first);
    expect(count).not.toHaveBeenCalledWith('UploadFormsReused');
    const second = scans.put(key, forged);
    expect(await receive(second)).toMatchObject({ outcome: 'form-used' });
    expect(vi.mocked(count).mock.calls.filter(([name]) => name === 'UploadFormsReused')).toHaveLength(1);
    expect(logError).toHaveBeenCalledWith('UPLOAD_FORM_REUSED', {
      fileId: fileIdOf(second),
      firstFileId: fileIdOf(first),
      channelId: bucket === 'scans' ? 'agency-rabat-01' : 'portal',
    });
  });

  it('is nothing to report where the same bytes came again', async () => {
    const { scans, receive } = world(bucket);
    await receive(scans.put(key, honest));
    expect(await receive(scans.put(key, honest))).toMatchObject({ outcome: 'duplicate' });
    expect(count).not.toHaveBeenCalledWith('UploadFormsReused');
    expect(logError).not.toHaveBeenCalled();
  });

  it('is distinguished from the first, whichever was announced first', async () => {
    const { scans, receive } = world(bucket);
    const [first, second] = [scans.put(key, honest), scans.put(key, forged)];
    await receive(second);
    await receive(first);
    expect(vi.mocked(count).mock.calls.filter(([name]) => name === 'UploadFormsReused')).toHaveLength(1);
    expect(logError).toHaveBeenCalledWith(
      'UPLOAD_FORM_REUSED',
      expect.objectContaining({ fileId: fileIdOf(second) }),
    );
  });
});

describe('a document of the portal', () => {
  it('is no file of a channel: nothing is recorded, and nothing quarantined', async () => {
    const { scans, files, receive } = world('evidence');
    expect(await receive(scans.put(OF.portal, honest))).toMatchObject({ outcome: 'first' });
    expect(files.all).toEqual([]);
    expect(scans.quarantined).toEqual(new Set());
    expect(count).not.toHaveBeenCalled();
  });

  it('that was removed meanwhile is done', async () => {
    const { scans, receive } = world('evidence');
    const upload = scans.put(OF.portal, honest);
    scans.remove(upload);
    expect(await receive(upload)).toMatchObject({ outcome: 'gone' });
  });
});
