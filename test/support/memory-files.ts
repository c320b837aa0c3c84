import type { ScanFile, UploadRef } from '../../contexts/claims/domain/scan-file.ts';
import type { ReceiveFileDependencies } from '../../contexts/intake/use-cases/receive-file.ts';
import type { ScanStore } from '../../contexts/claims/ports/scan-store.ts';

const keyOf = ({ bucket, key }: UploadRef): string => JSON.stringify([bucket, key]);

/** The bucket of scans in memory: every version of every key, and what was copied into quarantine. */
export class MemoryScans implements ScanStore {
  readonly #versions: { upload: UploadRef; bytes: Uint8Array; uploadedAt: Date }[] = [];
  readonly quarantined = new Set<string>();
  #count = 0;
  readonly #bucket: string;
  readonly #pause: () => Promise<void>;

  constructor(pause: () => Promise<void> = () => Promise.resolve(), bucket = 'scans') {
    this.#pause = pause;
    this.#bucket = bucket;
  }

  put(key: string, bytes: Uint8Array): UploadRef {
    const upload = { bucket: this.#bucket, key, versionId: `v${++this.#count}` };
    this.#versions.push({ upload, bytes, uploadedAt: new Date('2026-11-21T09:00:00Z') });
    return upload;
  }

  remove(upload: UploadRef): void {
    this.#versions.splice(this.#at(upload), 1);
  }

  async describe(upload: UploadRef) {
    await this.#pause();
    const version = this.#versions[this.#at(upload)];
    return (
      version && {
        sizeBytes: version.bytes.length,
        uploadedAt: version.uploadedAt,
        versionId: version.upload.versionId,
        declaredSubmissionDate: undefined,
      }
    );
  }

  async read(upload: UploadRef): Promise<Uint8Array> {
    await this.#pause();
    const version = this.#versions[this.#at(upload)];
    if (version === undefined) throw new Error('There is no such version');
    return version.bytes;
  }

  async listOlderVersions(upload: UploadRef): Promise<readonly UploadRef[]> {
    await this.#pause();
    const ofKey = this.#versions.map((version) => version.upload).filter(({ key }) => key === upload.key);
    const at = ofKey.findIndex(({ versionId }) => versionId === upload.versionId);
    return at < 0 ? [] : ofKey.slice(0, at);
  }

  async copyToQuarantine(_: UploadRef, _channelId: string, fileId: string): Promise<void> {
    await this.#pause();
    this.quarantined.add(fileId);
  }

  #at({ key, versionId }: UploadRef): number {
    return this.#versions.findIndex(({ upload }) => upload.key === key && upload.versionId === versionId);
  }
}

/** Files in memory with the conditions of the claims table; each record is written once. */
export class MemoryFiles {
  readonly #files = new Map<string, ScanFile>();
  readonly #contents = new Map<string, string>();
  readonly #holders = new Map<string, { fileId: string; laterVersions: number }>();
  readonly #pause: () => Promise<void>;

  constructor(pause: () => Promise<void> = () => Promise.resolve()) {
    this.#pause = pause;
  }

  get all(): readonly ScanFile[] {
    return [...this.#files.values()];
  }

  /** What happens to a file after it was received. */
  change(fileId: string, changes: Partial<ScanFile>): void {
    const file = this.#files.get(fileId);
    if (file !== undefined) this.#files.set(fileId, { ...file, ...changes });
  }

  laterVersionsOf(upload: UploadRef): number {
    return this.#holders.get(keyOf(upload))?.laterVersions ?? 0;
  }

  readonly store: ReceiveFileDependencies['files'] = {
    find: async (fileId) => {
      await this.#pause();
      return this.#files.get(fileId);
    },
    findHolder: async (upload) => {
      await this.#pause();
      return this.#holders.get(keyOf(upload))?.fileId;
    },
    accept: async (file, insteadOf = file.fileId) => {
      await this.#pause();
      if (this.#files.has(file.fileId)) return 'known';
      if (this.#isHeldByAnother(file)) return 'refused';
      const first = this.#contents.get(file.contentSha256);
      if (first !== undefined && first !== insteadOf) return { duplicateOf: first };
      this.#contents.set(file.contentSha256, file.fileId);
      return this.#hold(file);
    },
    recordDuplicate: async (file) => {
      await this.#pause();
      if (this.#files.has(file.fileId)) return 'known';
      return this.#isHeldByAnother(file) ? 'refused' : this.#hold(file);
    },
    recordQuarantined: async (file) => {
      await this.#pause();
      if (this.#files.has(file.fileId)) return 'known';
      this.#files.set(file.fileId, file);
      return 'applied';
    },
    recordLaterVersion: async (file, firstFileId) => {
      await this.#pause();
      if (this.#files.has(file.fileId)) return 'known';
      this.#files.set(file.fileId, file);
      const { fileId = firstFileId, laterVersions = 0 } = this.#holders.get(keyOf(file.upload)) ?? {};
      this.#holders.set(keyOf(file.upload), { fileId, laterVersions: laterVersions + 1 });
      return 'applied';
    },
  };

  #isHeldByAnother({ fileId, upload }: ScanFile): boolean {
    const holder = this.#holders.get(keyOf(upload));
    return holder !== undefined && holder.fileId !== fileId;
  }

  #hold(file: ScanFile): 'applied' {
    this.#files.set(file.fileId, file);
    this.#holders.set(keyOf(file.upload), { fileId: file.fileId, laterVersions: 0 });
    return 'applied';
  }
}
