import type { ScanFile, UploadRef } from '#claims';
import type { OpenBitmaps, PageBitmap, PageBitmaps } from '../../ports/page-bitmaps.ts';
import { PageNotDrawableError } from '../../ports/page-errors.ts';

export interface FilePagesDependencies {
  readonly bitmaps: PageBitmaps;
  readonly readUpload: (upload: UploadRef) => Promise<Uint8Array>;
}

/** The pages of a file as bitmaps: fetched and opened when the first is asked for, and only then. */
export class FilePages {
  readonly #file: ScanFile;
  readonly #dependencies: FilePagesDependencies;
  #pages: Promise<OpenBitmaps> | undefined;

  constructor(file: ScanFile, dependencies: FilePagesDependencies) {
    this.#file = file;
    this.#dependencies = dependencies;
  }

  /** @throws PageNotDrawableError; or what the bucket says */
  async count(): Promise<number> {
    return (await this.#opened()).pageCount;
  }

  /** @throws PageNotDrawableError, also where the file has no such page */
  async bitmapOf(page: number, longSidePixels?: number): Promise<PageBitmap> {
    const pages = await this.#opened();
    if (page < 1 || page > pages.pageCount) throw new PageNotDrawableError('The file has no such page');
    return pages.bitmapOf(page, longSidePixels);
  }

  async close(): Promise<void> {
    try {
      (await this.#pages)?.close();
    } catch {
      // What could not be opened, or died while it was drawn, has nothing left to close.
    }
  }

  async #opened(): Promise<OpenBitmaps> {
    this.#pages ??= this.#open();
    return this.#pages;
  }

  async #open(): Promise<OpenBitmaps> {
    const { bitmaps, readUpload } = this.#dependencies;
    return bitmaps.open(await readUpload(this.#file.upload), this.#file.mediaType ?? '');
  }
}
