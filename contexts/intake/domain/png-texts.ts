import { inflateSync } from 'node:zlib';
import { FileFault } from './file-fault.ts';
import { chunkType } from './png-header.ts';

/** Packed texts (PNG specification, 11.3.4): a keyword, an end of it, a method, and the text. */
const PACKED_TEXT = chunkType('zTXt');
/** With a language and a translated keyword before the text; packed or not. */
const WORLD_TEXT = chunkType('iTXt');
/** All that cameras and editors write beside a picture is some hundred kilobytes. */
const MOST_UNPACKED_BYTES = 8 * 1024 * 1024;
/** No data unfold to more than this many times their length (RFC 1951). */
const MOST_UNFOLDED_TIMES = 1032;
const METHOD_BYTES = 1;

/**
 * Adds up what the packed texts of a PNG unfold to. Decoders unfold all of them before the first pixel and keep them, twice: 2 MB of
 * file took 5 GB of memory.
 */
export class PngTexts {
  #bytesLeft = MOST_UNPACKED_BYTES;

  /** @throws FileFault `TOO_COMPLEX` */
  count(type: number, chunk: Uint8Array): void {
    const packed = packedText(type, chunk);
    if (packed === undefined) return;
    try {
      this.#bytesLeft -= inflateSync(packed, { maxOutputLength: this.#bytesLeft }).byteLength;
    } catch (error) {
      const isTooLong = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      if (isTooLong) throw new FileFault('TOO_COMPLEX');
      // A decoder unfolds what it can of it before it sees that it is broken.
      this.#bytesLeft -= MOST_UNFOLDED_TIMES * packed.byteLength;
    }
    if (this.#bytesLeft <= 0) throw new FileFault('TOO_COMPLEX');
  }
}

/** @returns undefined of what is no packed text */
function packedText(type: number, chunk: Uint8Array): Uint8Array | undefined {
  const keywordEnd = chunk.indexOf(0);
  if (keywordEnd < 0) return undefined;
  const rest = chunk.subarray(keywordEnd + 1);
  if (type === PACKED_TEXT) return rest.subarray(METHOD_BYTES);
  if (type !== WORLD_TEXT || rest[0] !== 1) return undefined;
  const languageEnd = rest.indexOf(0, 2);
  const translatedEnd = languageEnd < 0 ? -1 : rest.indexOf(0, languageEnd + 1);
  return translatedEnd < 0 ? undefined : rest.subarray(translatedEnd + 1);
}
