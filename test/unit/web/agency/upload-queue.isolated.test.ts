import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FileCheck } from '../../../../web/src/agency/quality/page-check.ts';

const sent: string[] = [];
let arrived: (id: string, uploadId: string) => void = () => undefined;

vi.mock('../../../../web/src/agency/uploader.ts', () => ({
  Uploader: class {
    constructor(listener: { onArrived: typeof arrived }) {
      arrived = listener.onArrived;
    }
    send(id: string): void {
      sent.push(id);
    }
    forget(): void {
      // Nothing is kept here.
    }
  },
}));
vi.mock('../../../../web/src/agency/quality/check-file.ts', () => ({
  checkFile: async (file: File): Promise<FileCheck> =>
    Promise.resolve(
      (await file.text()) === 'empty'
        ? { kind: 'refused', refusal: 'EMPTY' }
        : {
            kind: 'checked',
            mediaType: 'image/jpeg',
            pages: [{ page: 1, faults: (await file.text()) === 'cut' ? ['PART'] : [], cutEdges: [] }],
          },
    ),
}));
vi.mock('../../../../web/src/api/client.ts', () => ({
  client: {
    POST: () =>
      Promise.resolve({
        data: { fileId: '7Q2MK8D10ABCDEFG', receipt: '7Q2M-K8D1-0ABC-DEFG', channelId: 'a', uploadedAt: '' },
      }),
  },
}));
vi.stubGlobal('addEventListener', () => undefined);
vi.stubGlobal('setInterval', () => 0);

interface Queue {
  files(): readonly { readonly id: string; readonly state: string }[];
  sent(): ReadonlyMap<string, unknown>;
  add(chosen: readonly File[], depositDate: string | undefined): void;
  sendAnyway(id: string): void;
  sendAllAnyway(): void;
  remove(id: string): void;
}

// Not by its name: what it sends with brings the types of browsers along, which nothing else here may have.
const queueModule = '../../../../web/src/agency/upload-queue.ts';
const { UploadQueue } = (await import(queueModule)) as { UploadQueue: new () => Queue };

const fileOf = (name: string, content: string): File => new File([content], name);

describe('the files of a clerk', () => {
  beforeEach(() => {
    sent.length = 0;
  });

  it('are all sent at once although pages are hard to read, and those that are no scans stay', async () => {
    const queue = new UploadQueue();
    const chosen = [
      fileOf('a.jpg', 'cut'),
      fileOf('b.jpg', 'cut'),
      fileOf('c.jpg', 'good'),
      fileOf('d.jpg', 'empty'),
    ];
    queue.add(chosen, undefined);
    await vi.waitFor(() => expect(queue.files().every(({ state }) => state !== 'checking')).toBe(true));
    expect(queue.files().map(({ state }) => state)).toEqual([
      'questionable',
      'questionable',
      'sending',
      'refused',
    ]);

    queue.sendAllAnyway();

    expect(queue.files().map(({ state }) => state)).toEqual(['sending', 'sending', 'sending', 'refused']);
    expect(sent).toHaveLength(3);
  });

  it('are known by their name as long as the window is open, also when they are taken off the list', async () => {
    const queue = new UploadQueue();
    queue.add([fileOf('fatima.jpg', 'cut')], undefined);
    await vi.waitFor(() => expect(queue.files()[0]?.state).toBe('questionable'));
    const id = queue.files()[0]?.id ?? '';
    queue.sendAnyway(id);
    arrived(id, '2026-11-21/1');
    await vi.waitFor(() => expect(queue.files()[0]?.state).toBe('sent'));
    queue.remove(id);

    expect(queue.files()).toEqual([]);
    expect(queue.sent().get('7Q2MK8D10ABCDEFG')).toMatchObject({
      name: 'fatima.jpg',
      check: { pages: [{ faults: ['PART'] }] },
    });
  });
});
