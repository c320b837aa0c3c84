import { PDFDocument, PDFHexString, PDFName } from '@cantoo/pdf-lib';
import { seededRandom } from '../random.ts';

/** What happens to files on their way. */
export type Damage =
  /** A PDF that asks for a password. */
  | 'password'
  /** The line broke before the end. */
  | 'truncated';

/** Spoils a file; the same bytes in give the same bytes out. `password` needs a PDF. */
export async function damaged(bytes: Uint8Array, damage: Damage): Promise<Uint8Array> {
  return damage === 'password' ? withPassword(bytes) : bytes.subarray(0, Math.floor(bytes.length * 0.6));
}

/**
 * Marks a PDF as encrypted for a password that nobody knows. Its strings and images are then as unreadable as those of a
 * PDF that was encrypted in earnest, but without random keys: a real encryption would give other bytes on every run.
 */
async function withPassword(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const random = seededRandom(bytes.length);
  const hex = (count: number): PDFHexString =>
    PDFHexString.of(
      Array.from({ length: count }, () => random.whole(0, 255).toString(16).padStart(2, '0')).join(''),
    );
  const { context } = document;
  const encryption = context.obj({
    Filter: PDFName.of('Standard'),
    V: 2,
    R: 3,
    Length: 128,
    P: -3904,
    O: hex(32),
    U: hex(32),
  });
  const id = hex(16);
  context.trailerInfo.ID = context.obj([id, id]);
  context.trailerInfo.Encrypt = context.register(encryption);
  return document.save({ useObjectStreams: false });
}
