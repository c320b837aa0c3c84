import { openSource } from '../../../contexts/pages/imaging/open-source.ts';
import { TurnedScanUprighter } from '../../../contexts/pages/imaging/scan-uprighter.ts';
import {
  examineScan,
  type ExamineScanDependencies,
} from '../../../contexts/intake/use-cases/examine-scan.ts';
import type { MediaType } from '../../../contexts/intake/domain/media-type.ts';
import { countingLimits, drawingLimits } from '../../../contexts/pages/domain/drawing-limits.ts';
import { PageNotDrawableError } from '../../../contexts/reading/ports/page-errors.ts';
import { jpegMutators } from '../mutators/jpeg.ts';
import { PDF_WORDS, pdfMutators } from '../mutators/pdf.ts';
import { pngMutators } from '../mutators/png.ts';
import { tiffMutators } from '../mutators/tiff.ts';
import { pdfSeeds } from '../seeds/pdf-seeds.ts';
import { jpegSeeds, pngSeeds, tiffSeeds } from '../seeds/picture-seeds.ts';
import type { Mutator, Target, Verdict } from '../target.ts';
import { KeptPageCounter } from '../support/kept-page-counter.ts';
import { refused } from '../target.ts';

const SMALL_PIXELS = 64;
/** Stages give 20 MB and 30 pages. Opening a TIFF page by page takes as long as its pages squared: 4 seconds for 262. */
const LIMITS = { maxFileBytes: 8 * 1024 * 1024, maxPages: 40 };
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

/** What intake makes of a file, as whoever sends it meets it: is it whole, and do all who open it see the same pages. */
export const fileTargets: readonly Target[] = fileKinds.map(
  ({ name, share, mediaType, words, mutators, seeds }): Target => ({
    name,
    share,
    prepare: async () => ({
      seeds: await seeds(),
      words,
      mutators,
      parse: examine,
      judge: (bytes) => pagesWhenDrawn(bytes, mediaType),
    }),
  }),
);

const intake: ExamineScanDependencies = {
  ...LIMITS,
  pageCounter: new KeptPageCounter(),
  uprighter: new TurnedScanUprighter(countingLimits.pageSeconds),
};

async function examine(bytes: Uint8Array): Promise<Verdict> {
  const examined = await examineScan(bytes, intake);
  return examined.accepted ? { outcome: 'accepted', pages: examined.pageCount } : refused(examined.reason);
}

/** As the library counts them that draws the pages, and draws the first: PDFium, and libvips of pictures. */
async function pagesWhenDrawn(bytes: Uint8Array, mediaType: MediaType): Promise<number | undefined> {
  try {
    const source = await openSource(bytes, mediaType, drawingLimits);
    try {
      const picture = await source.picture(1, SMALL_PIXELS);
      await picture.resize({ width: SMALL_PIXELS, height: SMALL_PIXELS, fit: 'inside' }).raw().toBuffer();
      return source.pageCount;
    } finally {
      source.close();
    }
  } catch (error) {
    if (error instanceof PageNotDrawableError) return undefined;
    throw error;
  }
}
