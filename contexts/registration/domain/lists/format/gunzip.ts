import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/** Unpacks gzip as it comes. @throws an error for which `isGzipError` holds, where it is damaged or ends too early */
export function gunzip(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  // A fault of the source or of the data destroys the stream, so that whoever reads it gets the error.
  return pipeline(Readable.from(chunks, { objectMode: true }), createGunzip(), () => undefined);
}

export function isGzipError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}
