import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import * as z from 'zod';
import { ScanPageBitmaps } from '../../contexts/pages/imaging/page-bitmaps.ts';
import { tilted } from '../../contexts/pages/imaging/tilted.ts';
import { ZxingBarcodeReader } from '../../contexts/pages/imaging/zxing-barcodes.ts';
import type { PageBitmap } from '../../contexts/reading/ports/page-bitmaps.ts';
import { inRepository } from '../../local/cloud/folders.ts';
import type { BenchGroup, Figure } from './group.ts';
import { figureTable } from './number-text.ts';

const FOLDER = inRepository('..', 'shared', 'data', 'layouts');
/** Long side of A4 at 150 dpi. */
const COARSE_PIXELS = 1754;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.pdf': 'application/pdf',
  '.jpg': 'image/jpeg',
  '.tif': 'image/tiff',
};

const truthSchema = z.object({
  files: z.array(
    z.object({
      file: z.string(),
      barcodes: z.array(z.object({ page: z.int(), text: z.string(), condition: z.string().optional() })),
    }),
  ),
});

/** What is done to a page before it is searched. */
const CONDITIONS: readonly {
  readonly name: string;
  readonly of: (page: PageBitmap) => Promise<PageBitmap>;
  readonly atLeast?: number;
}[] = [
  { name: 'as scanned', of: (page) => Promise.resolve(page), atLeast: 95 },
  { name: 'at 150 dpi', of: coarse },
  { name: '8 degrees askew', of: async (page) => (await tilted(page, 8)).bitmap },
  { name: '12 degrees askew', of: async (page) => (await tilted(page, -12)).bitmap },
];

/** How many labels are read, whether one is ever misread, and what a page takes. */
export const barcodesGroup: BenchGroup = {
  name: 'barcodes',
  run: async ({ report }) => {
    const pages = await pagesWithLabels();
    const reader = new ZxingBarcodeReader();
    const figures: Figure[] = [];
    for (const { name, of, atLeast } of CONDITIONS) {
      report(`barcodes: ${pages.length} pages ${name}`);
      let [labels, read, wrong] = [0, 0, 0];
      const before = process.cpuUsage();
      for (const { bitmap, texts } of pages) {
        const found = (await reader.read(await of(bitmap))).map(({ text }) => text);
        labels += texts.length;
        for (const text of new Set(texts)) read += Math.min(countOf(found, text), countOf(texts, text));
        wrong += found.filter((text) => !texts.includes(text)).length;
      }
      const { user, system } = process.cpuUsage(before);
      if (labels === 0) continue;
      figures.push(
        {
          name: `labels read, ${name}, %`,
          value: (100 * read) / labels,
          ...(atLeast === undefined ? {} : { target: { atLeast } }),
        },
        { name: `labels misread, ${name}`, value: wrong, target: { atMost: 0 } },
        { name: `processor ms a page, ${name}`, value: (user + system) / 1000 / pages.length },
      );
    }
    return {
      figures,
      tables: [figureTable('Barcodes', figures)],
      notes: [
        'Pages of ../shared/data/layouts, where they are there: Code 39 and EAN-13 on clean, turned, skewed, photographed and faxed pages; some labels askew or crossed out. One whose bars are torn off is not counted.',
      ],
    };
  },
};

async function pagesWithLabels() {
  if (!existsSync(path.join(FOLDER, 'truth.json'))) return [];
  const { files } = truthSchema.parse(JSON.parse(readFileSync(path.join(FOLDER, 'truth.json'), 'utf8')));
  const pages: { readonly bitmap: PageBitmap; readonly texts: readonly string[] }[] = [];
  for (const { file, barcodes } of files) {
    const bytes = readFileSync(path.join(FOLDER, 'scans', file));
    const open = await new ScanPageBitmaps().open(bytes, MEDIA_TYPES[path.extname(file)] ?? '');
    for (let page = 1; page <= open.pageCount; page++) {
      const texts = barcodes
        .filter((barcode) => barcode.page === page && barcode.condition !== 'torn')
        .map(({ text }) => text);
      pages.push({ bitmap: await open.bitmapOf(page), texts });
    }
    open.close();
  }
  return pages;
}

async function coarse({ pixels, widthPixels, heightPixels }: PageBitmap): Promise<PageBitmap> {
  const { data, info } = await sharp(pixels, {
    raw: { width: widthPixels, height: heightPixels, channels: 1 },
  })
    .resize({ width: COARSE_PIXELS, height: COARSE_PIXELS, fit: 'inside' })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, widthPixels: info.width, heightPixels: info.height };
}

const countOf = (texts: readonly string[], wanted: string): number =>
  texts.filter((text) => text === wanted).length;
