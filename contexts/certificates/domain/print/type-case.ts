import { create, type Font } from '@cantoo/fontkit';
import type { PDFDocument, PDFFont } from '@cantoo/pdf-lib';

export type Weight = 'regular' | 'bold';

/** Bytes of the fonts (TrueType or WOFF): those that are asked first come first. */
export interface FontFiles {
  readonly latin: Readonly<Record<Weight, readonly Uint8Array[]>>;
  readonly arabic: Readonly<Record<Weight, readonly Uint8Array[]>>;
}

/** A font as it measures text, and as it is embedded in a document. */
export interface Face {
  readonly metrics: Font;
  readonly embedded: PDFFont;
}

/** The fonts of one document. Only the glyphs that are used are embedded. */
export class TypeCase {
  readonly #faces: Readonly<Record<Weight, readonly Face[]>>;

  private constructor(faces: Readonly<Record<Weight, readonly Face[]>>) {
    this.#faces = faces;
  }

  static async embed(document: PDFDocument, files: FontFiles): Promise<TypeCase> {
    const facesOf = async (weight: Weight): Promise<Face[]> => {
      const faces: Face[] = [];
      // One after the other: fonts are numbered in the order of embedding, and a document must come out the same each time.
      for (const bytes of [...files.latin[weight], ...files.arabic[weight]]) {
        faces.push({
          metrics: openFont(bytes),
          embedded: await document.embedFont(bytes, { subset: true }),
        });
      }
      return faces;
    };
    const regular = await facesOf('regular');
    return new TypeCase({ regular, bold: await facesOf('bold') });
  }

  /** The first font that has each character of a text; undefined where none has. */
  faceForAll(text: string, weight: Weight): Face | undefined {
    return this.#faces[weight].find((face) => hasAll(face, text));
  }
}

/** Whether a font has each character of a text. */
export function hasAll({ metrics }: Face, text: string): boolean {
  return Array.from(text).every((character) => metrics.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
}

function openFont(bytes: Uint8Array): Font {
  const font = create(bytes);
  if (!('layout' in font)) throw new Error('A font file holds no single font');
  return font;
}
