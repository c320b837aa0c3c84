import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { ScanPageBitmaps } from '../../../../contexts/pages/imaging/page-bitmaps.ts';
import { sureBarcodes } from '../../../../contexts/pages/imaging/sure-barcodes.ts';
import { ZxingBarcodeReader } from '../../../../contexts/pages/imaging/zxing-barcodes.ts';
import { barcodePicture } from '../../../support/barcode-picture.ts';

const reader = new ZxingBarcodeReader();
const page = { width: 1240, height: 1754 };

interface Label {
  readonly picture: Buffer;
  readonly left: number;
  readonly top: number;
  /** Clockwise. */
  readonly degrees?: number;
}

/** A white page of A4 at 150 dpi with labels on it, as a PNG. */
async function pageWith(labels: readonly Label[], { turned = 0, ink = '' } = {}): Promise<Buffer> {
  const layers = await Promise.all(
    labels.map(async ({ picture, left, top, degrees = 0 }) => ({
      input: await sharp(picture).rotate(degrees, { background: 'white' }).png().toBuffer(),
      left,
      top,
    })),
  );
  const svg = Buffer.from(`<svg width="${page.width}" height="${page.height}">${ink}</svg>`);
  const flat = await sharp({ create: { ...page, channels: 3, background: 'white' } })
    .composite([...layers, { input: svg }])
    .png()
    .toBuffer();
  return sharp(flat).rotate(turned, { background: 'white' }).png().toBuffer();
}

async function read(bytes: Uint8Array, mediaType = 'image/png') {
  const pages = await new ScanPageBitmaps().open(bytes, mediaType);
  return reader.read(await pages.bitmapOf(1));
}

describe('barcodes of a page', () => {
  it.each([
    ['CODE_39', 'Code39', '091842756'],
    ['CODE_128', 'Code128', 'DOSSIER-118420'],
    ['EAN_13', 'EAN13', '6119910006850'],
    ['DATA_MATRIX', 'DataMatrix', '01061199100068501726123110L7'],
    ['QR_CODE', 'QRCode', 'https://milaf.example/7Q2M'],
  ] as const)('are read in %s', async (symbology, format, text) => {
    const picture = await barcodePicture(format, text, { scale: 3 });
    const found = await read(await pageWith([{ picture, left: 300, top: 500 }]));
    expect(found).toMatchObject([{ symbology, text }]);
  });

  it.each([0, 90, 180, 270])('stand where they are on the page as scanned, turned by %i', async (turned) => {
    const picture = await barcodePicture('EAN13', '6119910006850');
    const { width, height } = await sharp(picture).metadata();
    const found = await read(await pageWith([{ picture, left: 200, top: 1500 }], { turned }));
    const x = (200 + width / 2) / page.width;
    const y = (1500 + height / 2) / page.height;
    const wanted = { 0: [x, y], 90: [1 - y, x], 180: [1 - x, 1 - y], 270: [y, 1 - x] }[turned]!;
    expect(found).toHaveLength(1);
    const { box } = found[0]!;
    expect(box.left + box.width / 2).toBeCloseTo(wanted[0]!, 1);
    expect(box.top + box.height / 2).toBeCloseTo(wanted[1]!, 1);
  });

  it.each([-16, -9, 9, 16])('are read %i degrees askew, and once', async (degrees) => {
    const picture = await barcodePicture('EAN13', '6119910006850', { scale: 3, heightPixels: 110 });
    const found = await read(await pageWith([{ picture, left: 400, top: 700, degrees }]));
    expect(found).toMatchObject([{ text: '6119910006850' }]);
    expect(found[0]!.box.left + found[0]!.box.width / 2).toBeGreaterThan(0.35);
  });

  it('are two where two boxes of one medicine were glued side by side', async () => {
    const picture = await barcodePicture('EAN13', '6119910006850');
    const found = await read(
      await pageWith([
        { picture, left: 150, top: 700 },
        { picture, left: 450, top: 705 },
      ]),
    );
    expect(found.map(({ text }) => text)).toEqual(['6119910006850', '6119910006850']);
  });

  it('are read with a pen line across them, as one', async () => {
    const picture = await barcodePicture('EAN13', '6119910006850', { scale: 3, heightPixels: 110 });
    const ink = '<path d="M280 560 L720 540" stroke="#223" stroke-width="5" />';
    const found = await read(await pageWith([{ picture, left: 300, top: 500 }], { ink }));
    expect(found).toMatchObject([{ text: '6119910006850' }]);
  });

  it('say nothing where a third of the bars is torn off', async () => {
    const picture = await barcodePicture('EAN13', '6119910006850', { scale: 3 });
    const ink = '<rect x="500" y="480" width="200" height="200" fill="white" />';
    expect(await read(await pageWith([{ picture, left: 300, top: 500 }], { ink }))).toEqual([]);
  });

  it('are read on a page with more pixels than a scan needs', async () => {
    const picture = await barcodePicture('Code39', '091842756', { scale: 3 });
    const bytes = await pageWith([{ picture, left: 300, top: 500 }]);
    const huge = await sharp(bytes).resize({ width: 3600 }).jpeg().toBuffer();
    const pages = await new ScanPageBitmaps().open(huge, 'image/jpeg');
    const bitmap = await pages.bitmapOf(1);
    expect(bitmap.widthPixels * bitmap.heightPixels).toBeLessThan(4_000_000);
    expect(await reader.read(bitmap)).toMatchObject([{ text: '091842756' }]);
  });
});

describe('a barcode', () => {
  const box = { left: 0.1, top: 0.1, width: 0.15, height: 0.02 };
  const found = { symbology: 'EAN_13', text: '6119910006850', lineCount: 12, box } as const;

  it('is not believed when a check digit is wrong', () => {
    expect(sureBarcodes([{ ...found, text: '6119910006851' }])).toEqual([]);
  });

  it('is not believed when few rows say so', () => {
    expect(sureBarcodes([{ ...found, lineCount: 2 }])).toEqual([]);
  });

  it('is not believed when another was read at the same place', () => {
    const other = {
      ...found,
      text: '9119610039735',
      lineCount: 5,
      box: { ...box, top: 0.125, height: 0.001 },
    };
    expect(sureBarcodes([found, other])).toEqual([]);
    expect(sureBarcodes([{ ...found, lineCount: 15 }, other])).toMatchObject([{ text: found.text }]);
  });

  it('is one when it was read above and below a line across it', () => {
    const above = { ...found, box: { ...box, height: 0.005 } };
    const below = { ...found, box: { ...box, top: 0.115, height: 0.005 } };
    const [label, ...more] = sureBarcodes([above, below]);
    expect(more).toEqual([]);
    expect(label!.box.height).toBeCloseTo(0.02);
  });

  it('is no barcode when it has two characters and no check digit', () => {
    expect(sureBarcodes([{ ...found, symbology: 'CODE_39', text: '7B' }])).toEqual([]);
  });
});
