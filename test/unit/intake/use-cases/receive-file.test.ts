import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it, vi } from 'vitest';
import {
  receiveFile,
  type ReceiveFileDependencies,
} from '../../../../contexts/intake/use-cases/receive-file.ts';
import type { UploadRef } from '../../../../contexts/claims/domain/scan-file.ts';
import { refuse } from '../../../../contexts/intake/domain/inspect-file.ts';
import { fileIdOf } from '../../../../contexts/intake/domain/receipt.ts';
import { MemoryFiles, MemoryScans } from '../../../support/memory-files.ts';

const scanOf = (background: string): Promise<Uint8Array> =>
  sharp({ create: { width: 40, height: 40, channels: 3, background } })
    .jpeg()
    .toBuffer();
const honest = await scanOf('white');
const forged = await scanOf('grey');
const rubbish = honest.subarray(0, 60);
const KEY = 'incoming/agency-rabat-01/2026-11-21/form-1';

function world(pause?: () => Promise<void>) {
  const scans = new MemoryScans(pause);
  const files = new MemoryFiles(pause);
  const dependencies: ReceiveFileDependencies = {
    files: files.store,
    scans,
    maxFileBytes: 100_000,
    maxPages: 10,
    farBackdatedDaysOn: () => 30,
  };
  const receive = async (upload: UploadRef) => (await receiveFile(upload, dependencies)).at(-1)!;
  return { scans, files, receive, dependencies };
}

describe('an upload form', () => {
  it('leads to one file: another one that comes later is quarantined with advice, and counted', async () => {
    const { scans, files, receive } = world();
    const first = scans.put(KEY, honest);
    expect(await receive(first)).toMatchObject({ outcome: 'accepted' });
    const second = scans.put(KEY, forged);
    expect(await receive(second)).toEqual({
      fileId: fileIdOf(second),
      firstFileId: fileIdOf(first),
      channelId: 'agency-rabat-01',
      outcome: 'form-used',
    });
    expect(await files.store.find(fileIdOf(second))).toMatchObject({
      state: 'QUARANTINED',
      quarantineReason: 'UPLOAD_FORM_USED',
      upload: second,
    });
    expect(await files.store.find(fileIdOf(first))).toMatchObject({ state: 'ACCEPTED', upload: first });
    expect(scans.quarantined).toEqual(new Set([fileIdOf(second)]));
    expect(files.laterVersionsOf(first)).toBe(1);
  });

  it('may be sent once more by a browser that did not hear the answer', async () => {
    const { scans, files, receive } = world();
    const first = scans.put(KEY, honest);
    await receive(first);
    const again = scans.put(KEY, honest);
    expect(await receive(again)).toMatchObject({ outcome: 'duplicate', firstFileId: fileIdOf(first) });
    expect(await files.store.find(fileIdOf(again))).toMatchObject({
      state: 'DUPLICATE',
      duplicateOf: fileIdOf(first),
    });
  });

  it('does not lead to a second file where the first was removed from the bucket', async () => {
    const { scans, receive } = world();
    const first = scans.put(KEY, honest);
    await receive(first);
    scans.remove(first);
    expect(await receive(scans.put(KEY, forged))).toMatchObject({ outcome: 'form-used' });
  });

  it('does not lead to a second file where the first was received before keys were held', async () => {
    const { scans, files, receive, dependencies } = world();
    const first = scans.put(KEY, honest);
    await receive(first);
    const withoutHolders = {
      ...dependencies,
      files: { ...files.store, findHolder: () => Promise.resolve(undefined) },
    };
    const later = await receiveFile(scans.put(KEY, forged), withoutHolders);
    expect(later.at(-1)).toMatchObject({ outcome: 'form-used' });
  });

  it('asks for a new upload where the same bytes come again after they could not be read', async () => {
    const { scans, files, receive } = world();
    const first = scans.put(KEY, honest);
    await receive(first);
    files.change(fileIdOf(first), { state: 'QUARANTINED', quarantineReason: 'OCR_FAILED' });
    expect(await receive(scans.put(KEY, honest))).toMatchObject({ outcome: 'form-used' });
    expect(await receive(scans.put(`${KEY}-new`, honest))).toMatchObject({ outcome: 'accepted' });
  });

  it('still takes the whole file after a half-written one, as scanners write under one name', async () => {
    const { scans, receive } = world();
    expect(await receive(scans.put(KEY, rubbish))).toMatchObject({ outcome: 'quarantined' });
    expect(await receive(scans.put(KEY, honest))).toMatchObject({ outcome: 'accepted' });
    expect(await receive(scans.put(KEY, forged))).toMatchObject({ outcome: 'form-used' });
  });

  it('takes in what was never announced: with the last version, those before it are on record too', async () => {
    const { scans, files, receive } = world();
    const [first, second, third] = [scans.put(KEY, honest), scans.put(KEY, forged), scans.put(KEY, honest)];
    expect(await receive(third)).toMatchObject({ outcome: 'duplicate' });
    expect(await files.store.find(fileIdOf(first))).toMatchObject({ state: 'ACCEPTED' });
    expect(await files.store.find(fileIdOf(second))).toMatchObject({ quarantineReason: 'UPLOAD_FORM_USED' });
    expect(files.laterVersionsOf(first)).toBe(2);
  });

  it('takes in what was never announced after the first was received, too', async () => {
    const { scans, files, receive } = world();
    const first = scans.put(KEY, honest);
    await receive(first);
    const [second, third] = [scans.put(KEY, forged), scans.put(KEY, honest)];
    expect(await receive(third)).toMatchObject({ outcome: 'duplicate' });
    expect(await files.store.find(fileIdOf(second))).toMatchObject({ quarantineReason: 'UPLOAD_FORM_USED' });
    expect(files.laterVersionsOf(first)).toBe(2);
  });

  it('that is filled with rubbish again and again costs one look at each, and no look at all in the end', async () => {
    const { scans, files, receive } = world();
    const read = vi.spyOn(scans, 'read');
    const uploads = Array.from({ length: 60 }, () => scans.put(KEY, rubbish));
    const outcomes = new Map<string, number>();
    for (const upload of uploads) {
      const { outcome } = await receive(upload);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect(Object.fromEntries(outcomes)).toEqual({ quarantined: 21, 'form-used': 39 });
    expect(read).toHaveBeenCalledTimes(21);
    expect(files.all).toHaveLength(60);
    // The last of many is quarantined without a look at those before it, which are announced themselves.
    const late = scans.put(KEY, honest);
    read.mockClear();
    expect(await receive(late)).toMatchObject({ outcome: 'form-used' });
    expect(read).not.toHaveBeenCalled();
    expect(await receive(scans.put(`${KEY}-new`, honest))).toMatchObject({ outcome: 'accepted' });
  });

  it('holds for a file whose content came under another key before', async () => {
    const { scans, receive } = world();
    await receive(scans.put(`${KEY}-other`, honest));
    expect(await receive(scans.put(KEY, honest))).toMatchObject({ outcome: 'duplicate' });
    expect(await receive(scans.put(KEY, forged))).toMatchObject({ outcome: 'form-used' });
  });
});

describe('versions of one key, announced in any order and as often as S3 likes', () => {
  const contents = { honest, forged, rubbish } as const;
  const kinds = fc.array(fc.constantFrom(...(['honest', 'forged', 'rubbish'] as const)), {
    minLength: 1,
    maxLength: 5,
  });

  it('give one received file, the first that can be read, and a record for each of the others', async () => {
    await fc.assert(
      fc.asyncProperty(
        kinds,
        fc.array(fc.nat(), { maxLength: 12 }),
        fc.scheduler(),
        async (kinds, repeats, s) => {
          const { scans, files, dependencies } = world(() => s.schedule(Promise.resolve()));
          const uploads = kinds.map((kind) => scans.put(KEY, contents[kind]));
          const events = [...uploads, ...repeats.map((at) => uploads[at % uploads.length]!)];
          const order = repeats.reduce(
            (list, at, index) => {
              const [moved] = list.splice(at % list.length, 1);
              list.splice(index % (list.length + 1), 0, moved!);
              return list;
            },
            [...events],
          );
          // At once: S3 announces, and the queue hands out, as they like.
          await s.waitFor(Promise.all(order.map((upload) => receiveFile(upload, dependencies))));

          const firstReadable = kinds.findIndex((kind) => kind !== 'rubbish');
          const received = uploads[firstReadable];
          expect(files.all).toHaveLength(uploads.length);
          expect(files.all.filter(({ state }) => state === 'ACCEPTED').map(({ upload }) => upload)).toEqual(
            received === undefined ? [] : [received],
          );
          for (const [index, upload] of uploads.entries()) {
            const file = await s.waitFor(files.store.find(fileIdOf(upload)));
            expect(file?.upload).toEqual(upload);
            if (index <= firstReadable || received === undefined) continue;
            expect(file).toMatchObject(
              kinds[index] === kinds[firstReadable]
                ? { state: 'DUPLICATE', duplicateOf: fileIdOf(received) }
                : { state: 'QUARANTINED', quarantineReason: 'UPLOAD_FORM_USED' },
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a file that takes too long to look into', () => {
  const { dependencies, scans } = world();
  const tooComplex = {
    inspect: () => Promise.resolve({ ...refuse('TOO_COMPLEX', dependencies), isUncertain: true }),
  };

  it('is tried again, because the machine may have been busy, and quarantined in the end', async () => {
    const upload = scans.put(KEY, new Uint8Array([1]));
    const slow = { ...dependencies, inspector: tooComplex };
    await expect(receiveFile(upload, { ...slow, isLastTry: false })).rejects.toThrow('tried again');
    expect(await receiveFile(upload, { ...slow, isLastTry: true })).toMatchObject([
      { outcome: 'quarantined' },
    ]);
  });

  it('is quarantined at once where it takes too much on any machine', async () => {
    const inspector = { inspect: () => Promise.resolve(refuse('TOO_COMPLEX', dependencies)) };
    const upload = scans.put(`${KEY}-certain`, new Uint8Array([1]));
    expect(await receiveFile(upload, { ...dependencies, inspector, isLastTry: false })).toMatchObject([
      { outcome: 'quarantined' },
    ]);
  });
});
