import { ArabicDateReader } from '../../../contexts/pages/imaging/arabic-date-reader.ts';
import { ScanPageBitmaps } from '../../../contexts/pages/imaging/page-bitmaps.ts';
import { sureBarcodes } from '../../../contexts/pages/imaging/sure-barcodes.ts';
import { ZxingBarcodeReader } from '../../../contexts/pages/imaging/zxing-barcodes.ts';
import { examineScan } from '../../../contexts/intake/use-cases/examine-scan.ts';
import { articleCodeOf } from '../../../contexts/reading/domain/medicines/medicine-labels.ts';
import { inpeOf } from '../../../contexts/reading/domain/who/inpe-barcodes.ts';
import { mediaTypeOf } from '../../../contexts/intake/domain/media-type.ts';
import { drawingLimits } from '../../../contexts/pages/domain/drawing-limits.ts';
import type { PageBitmap } from '../../../contexts/reading/ports/page-bitmaps.ts';
import { PageNotDrawableError, PageTooCostlyError } from '../../../contexts/reading/ports/page-errors.ts';
import * as z from 'zod';
import { jsonOf, jsonSeed } from '../json-input.ts';
import { jpegMutators } from '../mutators/jpeg.ts';
import { jsonMutators } from '../mutators/json.ts';
import { PDF_WORDS, pdfMutators } from '../mutators/pdf.ts';
import { pngMutators } from '../mutators/png.ts';
import { tiffMutators } from '../mutators/tiff.ts';
import { KeptPageCounter } from '../support/kept-page-counter.ts';
import { arabicDatePages } from '../seeds/arabic-date-seeds.ts';
import { barcodePages } from '../seeds/barcode-seeds.ts';
import { pdfSeeds } from '../seeds/pdf-seeds.ts';
import { jpegSeeds, pngSeeds, tiffSeeds } from '../seeds/picture-seeds.ts';
import { accepted, refused, USUAL_BOUNDS, type Mutator, type Target, type Verdict } from '../target.ts';

const MOST_PAGES = 3;

/** Only what intake lets through is ever drawn. */
const intake = { maxFileBytes: 8 * 1024 * 1024, maxPages: 40, pageCounter: new KeptPageCounter() };

/** Each file is changed as its type is. */
const byType = (pick: (type: string) => readonly Mutator[]): readonly Mutator[] =>
  Array.from({ length: 4 }, (): Mutator => (bytes, random, other) => {
    const mutators = pick(mediaTypeOf(bytes) ?? '');
    return mutators[random.whole(0, mutators.length - 1)]?.(bytes, random, other) ?? bytes;
  });

function mutatorsOf(type: string): readonly Mutator[] {
  if (type === 'image/jpeg') return jpegMutators;
  if (type === 'image/png') return pngMutators;
  return type === 'image/tiff' ? tiffMutators : pdfMutators;
}

async function drawAll(bytes: Uint8Array): Promise<Verdict> {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === undefined) return refused('no type');
  const examined = await examineScan(bytes, intake);
  if (!examined.accepted) return refused(examined.reason);
  try {
    const pages = await new ScanPageBitmaps(drawingLimits).open(bytes, mediaType);
    try {
      for (let page = 1; page <= Math.min(MOST_PAGES, pages.pageCount); page++) await pages.bitmapOf(page);
    } finally {
      pages.close();
    }
    return accepted;
  } catch (error) {
    if (error instanceof PageTooCostlyError) return refused('too costly');
    if (error instanceof PageNotDrawableError) return refused('not drawable');
    throw error;
  }
}

const foundSchema = z.array(
  z.object({
    page: z.int().positive(),
    symbology: z.enum(['CODE_39', 'CODE_128', 'EAN_13', 'DATA_MATRIX', 'QR_CODE']),
    text: z.string(),
    lineCount: z.number(),
    box: z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() }),
  }),
);

function judgeBarcodes(bytes: Uint8Array): Verdict {
  const found = foundSchema.safeParse(jsonOf(bytes));
  if (!found.success) return refused('no barcodes');
  const sure = sureBarcodes(found.data).map((barcode) => ({ ...barcode, page: 1 }));
  if (sure.length === 0) return refused('none that is sure');
  for (const barcode of sure) if (articleCodeOf(barcode) === undefined) inpeOf(barcode);
  return accepted;
}

const BARCODE_WORDS = [
  '060708091',
  '*060708091*',
  '3400930000007',
  '\x1d',
  '0',
  '-',
  ' ',
  '\0',
  'é',
  '９',
  '٣',
];
const box = { left: 0.1, top: 0.1, width: 0.2, height: 0.03 };
const barcodeSeeds = [
  [{ page: 1, symbology: 'CODE_39', text: '060708091', lineCount: 12, box }],
  [
    { page: 1, symbology: 'CODE_128', text: '060708091', lineCount: 4, box },
    { page: 1, symbology: 'CODE_128', text: '060708097', lineCount: 1, box },
    { page: 1, symbology: 'EAN_13', text: '3400930000007', lineCount: 9, box: { ...box, top: 0.5 } },
  ],
  [
    { page: 1, symbology: 'QR_CODE', text: '060708091', lineCount: 0, box },
    { page: 1, symbology: 'DATA_MATRIX', text: '0103400930000007', lineCount: 0, box: { ...box, top: 0.7 } },
  ],
].map(jsonSeed);

/** Pixels as a page that is about as wide as it is high. */
function pageOf(pixels: Uint8Array): PageBitmap | undefined {
  const widthPixels = Math.max(1, Math.floor(Math.sqrt(pixels.byteLength)));
  const heightPixels = Math.floor(pixels.byteLength / widthPixels);
  return heightPixels === 0
    ? undefined
    : { pixels: pixels.subarray(0, widthPixels * heightPixels), widthPixels, heightPixels };
}

/** Places of months that words may tell of, one of them across the page and one of no width. */
const MONTH_GAPS = [
  [0.2, 0.3],
  [0, 1],
  [0.5, 0.5],
].map(([left = 0, right = 0]) => ({
  left: { x: left, top: 0.4, bottom: 0.45 },
  right: { x: right, top: 0.4, bottom: 0.45 },
}));

/** Pictures of pages, and the barcodes and Arabic dates on them. */
export const drawingTargets: readonly Target[] = [
  {
    name: 'drawing',
    share: 3,
    prepare: async () => ({
      seeds: [...(await pdfSeeds()), ...(await tiffSeeds()), ...(await jpegSeeds()), ...(await pngSeeds())],
      words: PDF_WORDS,
      mutators: byType(mutatorsOf),
      parse: drawAll,
    }),
  },
  {
    name: 'barcode-engine',
    share: 2,
    bounds: { ...USUAL_BOUNDS, maxProcessorMilliseconds: 3000 },
    prepare: async () => {
      const reader = new ZxingBarcodeReader();
      return {
        seeds: await barcodePages(),
        words: ['\0', '\xff'],
        mutators: [],
        parse: async (pixels) => {
          const page = pageOf(pixels);
          if (page === undefined) return refused('no pixels');
          return (await reader.read(page)).length > 0 ? accepted : refused('nothing found');
        },
      };
    },
  },
  {
    name: 'arabic-dates',
    share: 2,
    bounds: { ...USUAL_BOUNDS, maxProcessorMilliseconds: 3000 },
    prepare: async () => {
      const reader = new ArabicDateReader();
      return {
        seeds: [...(await arabicDatePages()), ...(await barcodePages())],
        words: ['\0', '\xff'],
        mutators: [],
        parse: (pixels) => {
          const page = pageOf(pixels);
          if (page === undefined) return Promise.resolve(refused('no pixels'));
          const found = reader.read(
            page,
            { quarterTurns: pixels.byteLength % 4, monthGaps: MONTH_GAPS },
            2027,
          );
          return Promise.resolve(found.length > 0 ? accepted : refused('nothing found'));
        },
      };
    },
  },
  {
    name: 'barcode-texts',
    share: 50,
    prepare: () =>
      Promise.resolve({
        seeds: barcodeSeeds,
        words: BARCODE_WORDS,
        mutators: jsonMutators(BARCODE_WORDS),
        parse: judgeBarcodes,
      }),
  },
];
