import { openSource } from '../../../adapters/imaging/open-source.ts';
import { inspectFile } from '../../../core/domain/intake/inspect-file.ts';
import type { MediaType } from '../../../core/domain/intake/media-type.ts';
import { drawingLimits } from '../../../core/domain/pages/drawing-limits.ts';
import { PageNotDrawableError } from '../../../core/ports/page-images.ts';
import { jpegMutators } from '../mutators/jpeg.ts';
import { PDF_WORDS, pdfMutators } from '../mutators/pdf.ts';
import { pngMutators } from '../mutators/png.ts';
import { tiffMutators } from '../mutators/tiff.ts';
import { pdfSeeds } from '../seeds/pdf-seeds.ts';
import { jpegSeeds, pngSeeds, tiffSeeds } from '../seeds/picture-seeds.ts';
import type { Mutator, Target, Verdict } from '../target.ts';
import { refused } from '../target.ts';

const LIMITS = { maxFileBytes: 8 * 1024 * 1024, maxPages: 300 };
const PICTURE_WORDS = [
  '\xff\xd8\xff',
  '\xff\xd9',
  '\xff\xda',
  'II*\0',
  'MM\0*',
  'II+\0',
  'IHDR',
  'IDAT',
  'IEND',
  'Exif\0\0',
];

interface FileKind {
  readonly name: string;
  readonly share: number;
  readonly mediaType: MediaType;
  readonly words: readonly string[];
  readonly mutators: readonly Mutator[];
  readonly seeds: () => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
}

const fileKinds: readonly FileKind[] = [
  {
    ...{ name: 'pdf', share: 170, mediaType: 'application/pdf' },
    ...{ words: PDF_WORDS, mutators: pdfMutators, seeds: pdfSeeds },
  },
  {
    ...{ name: 'tiff', share: 90, mediaType: 'image/tiff' },
    ...{ words: PICTURE_WORDS, mutators: tiffMutators, seeds: tiffSeeds },
  },
  {
    ...{ name: 'jpeg', share: 90, mediaType: 'image/jpeg' },
    ...{ words: PICTURE_WORDS, mutators: jpegMutators, seeds: jpegSeeds },
  },
  {
    ...{ name: 'png', share: 60, mediaType: 'image/png' },
    ...{ words: PICTURE_WORDS, mutators: pngMutators, seeds: pngSeeds },
  },
];

/** What intake makes of a file: is it whole, and how many pages has it. */
export const fileTargets: readonly Target[] = fileKinds.map(
  ({ name, share, mediaType, words, mutators, seeds }): Target => ({
    name,
    share,
    prepare: async () => ({
      seeds: await seeds(),
      words,
      mutators,
      parse: inspect,
      judge: (bytes) => pagesWhenDrawn(bytes, mediaType),
    }),
  }),
);

async function inspect(bytes: Uint8Array): Promise<Verdict> {
  const inspection = await inspectFile(bytes, LIMITS);
  return inspection.accepted
    ? { outcome: 'accepted', pages: inspection.pageCount }
    : refused(inspection.reason);
}

/** As the library counts them that draws the pages: PDFium, and libvips of pictures. */
async function pagesWhenDrawn(bytes: Uint8Array, mediaType: MediaType): Promise<number | undefined> {
  try {
    const source = await openSource(bytes, mediaType, drawingLimits);
    source.close();
    return source.pageCount;
  } catch (error) {
    if (error instanceof PageNotDrawableError) return undefined;
    throw error;
  }
}
