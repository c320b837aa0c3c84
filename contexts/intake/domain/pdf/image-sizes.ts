import type { FileLimits } from '#claims';
import { FileFault } from '../file-fault.ts';
import type { PdfFile } from './pdf-file.ts';
import { JpegScans } from '../jpeg-scans.ts';
import { findFrame, headerOf } from '../jpeg-frame.ts';
import { demandDecodable, pictureHeader } from '../picture-header.ts';
import { plainContent } from './page-content.ts';
import { isJpeg, unfoldedBytesPerPixel } from './image-samples.ts';
import { entryOf, type PdfDictionary, type PdfValue } from './pdf-value.ts';

/** Entries of resources that name what is drawn: images, forms, patterns. */
const NAMED = ['XObject', 'Pattern'];
/** Entries of these that lead to more of it: resources of a form, masks of an image. */
const FURTHER = ['Resources', 'SMask', 'Mask'];

/** Looks at each image of a file once, however often and however deep in forms it is used. */
export class ImageSizes {
  readonly #file: PdfFile;
  readonly #limits: FileLimits;
  readonly #checked = new Set<PdfValue>();
  readonly #scans: JpegScans;

  constructor(file: PdfFile, limits: FileLimits) {
    this.#scans = new JpegScans(file.byteLength);
    this.#file = file;
    this.#limits = limits;
  }

  /**
   * An image may have no more pixels than the largest that a page can be, and unfold to no more bytes than can be drawn in a
   * second: it would be decoded to be read.
   * @throws FileFault `PAGE_TOO_LARGE`; `TOO_COMPLEX` of a JPEG of scan upon scan; `DAMAGED` and `INCOMPLETE` of objects that it looks at
   */
  demandWithin(resources: PdfValue): void {
    const pending = [resources];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const object = this.#file.resolve(next);
      if (object.kind !== 'dictionary' || this.#checked.has(object)) continue;
      this.#checked.add(object);
      this.#demandPixels(object);
      if (isJpeg(object, (value) => this.#file.resolve(value))) this.#demandJpeg(next, object);
      for (const key of FURTHER) pending.push(entryOf(object, key));
      for (const key of NAMED) {
        const named = this.#file.resolve(entryOf(object, key));
        if (named.kind !== 'dictionary') continue;
        for (const value of named.entries.values()) pending.push(value);
      }
    }
  }

  #demandPixels(object: PdfDictionary): void {
    const pixels = this.#sideOf(object, 'Width') * this.#sideOf(object, 'Height');
    if (pixels === 0) return;
    const { maxSidePixels, maxHeldBytes } = this.#limits;
    const bytes = pixels * unfoldedBytesPerPixel(object, (value) => this.#file.resolve(value));
    if (pixels > maxSidePixels ** 2 || bytes > maxHeldBytes) throw new FileFault('PAGE_TOO_LARGE');
  }

  /** The data say how large a JPEG is, whatever the dictionary says; a progressive one is held whole beside what is made of it. */
  #demandJpeg(image: PdfValue, dictionary: PdfDictionary): void {
    const data = this.#file.fromDataOf(image);
    const frame = data && findFrame(data);
    if (data === undefined || frame === undefined) return;
    this.#scans.demandFew(plainContent(data, this.#file.resolve(entryOf(dictionary, 'Length'))));
    const { decodedBytes } = headerOf(frame);
    const picture = frame.widthPixels * frame.heightPixels * frame.components.length;
    const all = frame.isProgressive ? decodedBytes + picture : picture;
    demandDecodable(pictureHeader(frame, all / (frame.widthPixels * frame.heightPixels), true), this.#limits);
  }

  #sideOf(object: PdfDictionary, key: string): number {
    const side = this.#file.resolve(entryOf(object, key));
    return side.kind === 'number' ? Math.max(0, side.number) : 0;
  }
}
