import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { TurnedScanUprighter } from '../../../../contexts/pages/imaging/scan-uprighter.ts';
import { receiveFile } from '../../../../contexts/intake/use-cases/receive-file.ts';
import { startReading } from '../../../../contexts/reading/use-cases/start-reading.ts';
import type { UploadRef } from '../../../../contexts/claims/domain/scan-file.ts';
import type { OcrService } from '../../../../contexts/reading/ports/ocr-service.ts';
import type { WorkQueues } from '../../../../contexts/reading/ports/work-queues.ts';
import { MemoryFiles, MemoryScans } from '../../../support/memory-files.ts';

const scanOf = (orientation: number): Promise<Uint8Array> =>
  sharp({ create: { width: 60, height: 40, channels: 3, background: 'white' } })
    .withMetadata({ orientation })
    .jpeg()
    .toBuffer();

async function whatIsRead(orientation: number) {
  const scans = new MemoryScans();
  const files = new MemoryFiles();
  const upload = scans.put('incoming/agency-rabat-01/2026-11-21/photo', await scanOf(orientation));
  const steps: string[] = [];
  let copy: Uint8Array | undefined;
  const [{ fileId, channelId } = { fileId: '', channelId: '' }] = await receiveFile(upload, {
    files: {
      ...files.store,
      accept: (...file) => {
        steps.push('accepted');
        return files.store.accept(...file);
      },
    },
    scans,
    uprighter: new TurnedScanUprighter(10),
    copies: {
      save: (id, bytes) => {
        steps.push('copied');
        copy = bytes;
        return Promise.resolve({ bucket: 'readings', key: `upright/${id}`, versionId: '' });
      },
    },
    maxFileBytes: 100_000,
    maxPages: 10,
    farBackdatedDaysOn: () => 30,
  });
  const read: UploadRef[] = [];
  const ocr: Pick<OcrService, 'start'> = {
    start: (from) => {
      read.push(from);
      return Promise.resolve('job');
    },
  };
  await startReading(
    { fileId, channelId, throttledCount: 0 },
    {
      files: files.store as never,
      ocr: ocr as OcrService,
      queues: { checkReading: () => Promise.resolve() } as unknown as WorkQueues,
      pace: () => Promise.resolve(),
      random: () => 0,
      readingCheckSeconds: 60,
    },
  );
  return { upload, read, steps, copy, fileId };
}

describe('the OCR', () => {
  it('reads a file as it was uploaded where it is stored upright', async () => {
    const { upload, read, steps } = await whatIsRead(1);
    expect(read).toEqual([upload]);
    expect(steps).toEqual(['accepted']);
  });

  it('reads an upright copy where the camera was held otherwise, which is there before the file is accepted', async () => {
    const { read, steps, copy, fileId } = await whatIsRead(6);
    expect(read).toEqual([{ bucket: 'readings', key: `upright/${fileId}`, versionId: '' }]);
    expect(steps).toEqual(['copied', 'accepted']);
    expect(await sharp(copy).metadata()).toMatchObject({ width: 40, height: 60 });
  });
});
