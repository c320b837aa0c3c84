import { FileFault } from './file-fault.ts';

const START_OF_SCAN = Buffer.from([0xff, 0xda]);
/** A progressive picture has about ten; each is a walk over all of its pixels, and may be a few bytes of the file. */
const MAX_SCANS = 12;
/** Pictures that share bytes with others are walked over again for each. */
const WALKS_PER_BYTE = 4;

/** Counts the scans of the JPEG pictures inside another file, where no decoder refuses those of thousands. */
export class JpegScans {
  /** How far each was walked over, by where it begins. */
  readonly #walked = new Map<number, number>();
  #bytesLeft: number;

  /** @param fileBytes of the file around them */
  constructor(fileBytes: number) {
    this.#bytesLeft = WALKS_PER_BYTE * fileBytes;
  }

  /**
   * @param picture as it lies in the file
   * @throws FileFault `TOO_COMPLEX` where it has more scans than any writer makes
   */
  demandFew(picture: Uint8Array): void {
    const { buffer, byteOffset, byteLength } = picture;
    if ((this.#walked.get(byteOffset) ?? 0) >= byteLength) return;
    this.#walked.set(byteOffset, byteLength);
    this.#bytesLeft -= byteLength;
    if (this.#bytesLeft < 0) throw new FileFault('TOO_COMPLEX');
    const bytes = Buffer.from(buffer, byteOffset, byteLength);
    let scans = 0;
    // In coded data, the byte behind FF is never this one.
    for (let at = bytes.indexOf(START_OF_SCAN); at >= 0; at = bytes.indexOf(START_OF_SCAN, at + 2)) {
      scans += 1;
      if (scans > MAX_SCANS) throw new FileFault('TOO_COMPLEX');
    }
  }
}
