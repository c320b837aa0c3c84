import { client } from '../api/client.ts';
import { problemOf } from '../api/problem.ts';
import type { components } from '../api/schema.d.ts';
import { checkFile } from './quality/check-file.ts';
import type { FileCheck } from './quality/page-check.ts';
import { Uploader, type Setback } from './uploader.ts';

export type UploadReceipt = components['schemas']['UploadReceipt'];

export type UploadState =
  /** Its pages are being looked at. */
  | 'checking'
  /** No scan, or cannot be opened: it is not sent. */
  | 'refused'
  /** A page is hard to read, or could not be looked at in time: scan it again, or send it as it is. */
  | 'questionable'
  | 'sending'
  /** The network is away; it goes on by itself. */
  | 'waiting'
  /** S3 has it; the receipt is being fetched. */
  | 'confirming'
  | 'sent'
  | 'failed';

export interface QueuedFile {
  readonly id: string;
  /** Shown on this screen only. */
  readonly name: string;
  readonly sizeBytes: number;
  readonly sentBytes: number;
  readonly state: UploadState;
  readonly check?: Exclude<FileCheck, { kind: 'refused' }> | undefined;
  /** Why it was refused or failed: a key of the words. */
  readonly faultCode?: string | undefined;
  readonly depositDate?: string | undefined;
  readonly receipt?: UploadReceipt | undefined;
}

/** What the window knows of a file that it has sent: a name that a person gave it never leaves the machine. */
export type SentFile = Pick<QueuedFile, 'name' | 'check'>;

const RETRY_MILLISECONDS = 5_000;

/**
 * Files of one clerk on their way, from being chosen to the receipt. They are kept in the memory of the window and nowhere else
 * (scans are medical data, and computers at counters are shared), through any time without a network.
 */
export class UploadQueue {
  #files: readonly QueuedFile[] = [];
  readonly #data = new Map<string, File>();
  #sent: ReadonlyMap<string, SentFile> = new Map();
  readonly #uploadIds = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  readonly #uploader = new Uploader({
    onProgress: (id, sentBytes) => this.#change(id, { state: 'sending', sentBytes }),
    onArrived: (id, uploadId) => {
      this.#uploadIds.set(id, uploadId);
      void this.#confirm(id, uploadId);
    },
    onSetback: (id, setback) => this.#setBack(id, setback),
  });

  constructor() {
    addEventListener('online', () => this.#goOn());
    addEventListener('beforeunload', (event) => {
      if (this.hasUnsent) event.preventDefault();
    });
    setInterval(() => navigator.onLine && this.#goOn(), RETRY_MILLISECONDS);
  }

  get hasUnsent(): boolean {
    return this.#files.some(({ state }) => state !== 'sent' && state !== 'refused');
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly files = (): readonly QueuedFile[] => this.#files;

  /** Files that were sent from this window, by the id of their receipt, also those taken off the list; gone with the window. */
  readonly sent = (): ReadonlyMap<string, SentFile> => this.#sent;

  /** @param depositDate ISO date on which the paper was taken in; undefined for today */
  add(chosen: readonly File[], depositDate: string | undefined): void {
    const added = chosen.map((file): QueuedFile => {
      const id = crypto.randomUUID();
      this.#data.set(id, file);
      return {
        id,
        name: file.name,
        sizeBytes: file.size,
        sentBytes: 0,
        state: 'checking',
        depositDate,
      };
    });
    this.#files = [...added, ...this.#files];
    this.#tell();
    void this.#check(added);
  }

  /** Sends a file although a page is hard to read. */
  sendAnyway(id: string): void {
    const file = this.#find(id);
    if (file?.state === 'questionable') this.#send(file);
  }

  /** Sends all files of which a page is hard to read: whoever looked at the papers knows that there is nothing better. */
  sendAllAnyway(): void {
    for (const { id } of this.#files) this.sendAnyway(id);
  }

  retry(id: string): void {
    this.#change(id, { state: 'waiting', faultCode: undefined });
    this.#goOn();
  }

  remove(id: string): void {
    this.#uploader.forget(id);
    this.#data.delete(id);
    this.#files = this.#files.filter((file) => file.id !== id);
    this.#tell();
  }

  /** One after the other: a scan needs much memory while it is looked at. */
  async #check(added: readonly QueuedFile[]): Promise<void> {
    for (const { id } of added) {
      const data = this.#data.get(id);
      if (data === undefined) continue;
      const check = await checkFile(data);
      if (check.kind === 'refused') {
        this.#change(id, { state: 'refused', faultCode: check.refusal });
        continue;
      }
      const isGood = check.isCutShort !== true && check.pages.every(({ faults }) => faults.length === 0);
      this.#change(id, { check, ...(isGood ? {} : { state: 'questionable' }) });
      const file = this.#find(id);
      if (isGood && file !== undefined) this.#send(file);
    }
  }

  #send({ id, check, depositDate }: QueuedFile): void {
    const data = this.#data.get(id);
    if (data === undefined || check === undefined) return;
    this.#change(id, { state: 'sending' });
    this.#uploader.send(id, data, check.mediaType, depositDate);
  }

  async #confirm(id: string, uploadId: string): Promise<void> {
    this.#change(id, { state: 'confirming' });
    const { data, error } = await client.POST('/api/console/uploads/confirmation', { body: { uploadId } });
    if (data !== undefined) {
      const file = this.#find(id);
      if (file !== undefined)
        this.#sent = new Map([...this.#sent, [data.fileId, { name: file.name, check: file.check }]]);
      this.#change(id, { state: 'sent', receipt: data });
      this.#data.delete(id);
      return;
    }
    const { code, status } = problemOf(error);
    if (code === 'NOT_UPLOADED') {
      this.#uploadIds.delete(id);
      this.#setBack(id, 'waiting');
    } else this.#setBack(id, status >= 500 || status === 429 ? 'waiting' : { failedWith: code });
  }

  #setBack(id: string, setback: Setback): void {
    // A file goes as a whole: what was sent of it is sent again.
    if (setback === 'waiting') this.#change(id, { state: 'waiting', sentBytes: 0 });
    else this.#change(id, { state: 'failed', faultCode: setback.failedWith });
  }

  /** Whatever waits is tried again: the receipt of what has arrived, or the file. */
  #goOn(): void {
    for (const { id } of this.#files.filter(({ state }) => state === 'waiting')) {
      const uploadId = this.#uploadIds.get(id);
      if (uploadId !== undefined) void this.#confirm(id, uploadId);
      else {
        this.#change(id, { state: 'sending' });
        this.#uploader.retry(id);
      }
    }
  }

  #find(id: string): QueuedFile | undefined {
    return this.#files.find((file) => file.id === id);
  }

  #change(id: string, change: Partial<QueuedFile>): void {
    this.#files = this.#files.map((file) => (file.id === id ? { ...file, ...change } : file));
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
