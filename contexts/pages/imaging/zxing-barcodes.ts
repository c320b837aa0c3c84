import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import {
  prepareZXingModule,
  purgeZXingModule,
  readBarcodes,
  type ReadInputBarcodeFormat,
  type ReaderOptions,
} from 'zxing-wasm/reader';
import type { BarcodeReader, PageBitmap } from '#reading';
import { type FoundBarcode, sureBarcodes } from './sure-barcodes.ts';
import { type Pixel, tilted } from './tilted.ts';

const packages = createRequire(import.meta.url);

/**
 * Chosen on scans whose labels are known (docs/benchmarks.md). Enlarged pictures, smaller ones and inverted codes gave nothing
 * more, and the first two gave misreadings.
 */
const OPTIONS: ReaderOptions = {
  tryHarder: true,
  tryRotate: true,
  tryInvert: false,
  tryDownscale: false,
  // What stands in the code, not what would be printed below it.
  textMode: 'Plain',
};

const LINEAR: readonly ReadInputBarcodeFormat[] = ['Code39Std', 'Code128', 'EAN13'];
const ALL: readonly ReadInputBarcodeFormat[] = [...LINEAR, 'DataMatrix', 'QRCode'];

/**
 * Degrees by which a page is laid askew for another look: along rows of pixels, a linear code is read up to about 8 degrees
 * askew, and labels are glued by hand. Matrix codes are read however they lie.
 */
const TILTS = [0, 12, -12] as const;

const SYMBOLOGIES: Readonly<Record<string, FoundBarcode['symbology']>> = {
  Code39: 'CODE_39',
  Code128: 'CODE_128',
  EANUPC: 'EAN_13',
  DataMatrix: 'DATA_MATRIX',
  QRCode: 'QR_CODE',
};

/** Reads barcodes with ZXing-C++, in WebAssembly: the same on every machine, and from the package, never from the network. */
export class ZxingBarcodeReader implements BarcodeReader {
  /** Loaded with the first page: a file whose pages cannot be drawn does without it. */
  #engine: Promise<unknown> | undefined;

  async read(page: PageBitmap) {
    try {
      this.#engine ??= loadEngine();
      await this.#engine;
      const found: FoundBarcode[] = [];
      for (const degrees of TILTS) found.push(...(await readTilted(page, degrees)));
      return sureBarcodes(found);
    } catch (error) {
      // An engine that broke stays broken; the next page gets another.
      this.#engine = undefined;
      purgeZXingModule();
      throw error;
    }
  }
}

async function loadEngine(): Promise<void> {
  const wasmBinary = await readFile(packages.resolve('zxing-wasm/reader/zxing_reader.wasm'));
  await prepareZXingModule({
    overrides: { wasmBinary: new Uint8Array(wasmBinary).buffer },
    fireImmediately: true,
  });
}

async function readTilted(page: PageBitmap, degrees: number): Promise<readonly FoundBarcode[]> {
  const { bitmap, untilt } = await tilted(page, degrees);
  const formats = [...(degrees === 0 ? ALL : LINEAR)];
  const results = await readBarcodes(pictureOf(bitmap), { ...OPTIONS, formats });
  return results.flatMap(({ symbology: name, text, lineCount, position, isValid }): FoundBarcode[] => {
    const symbology = SYMBOLOGIES[name];
    if (symbology === undefined || !isValid) return [];
    return [{ symbology, text, lineCount, box: boxOf(Object.values(position).map(untilt), page) }];
  });
}

/** ZXing takes what a browser's canvas gives: four bytes a pixel. */
function pictureOf({ pixels, widthPixels: width, heightPixels: height }: PageBitmap) {
  const data = new Uint8ClampedArray(4 * pixels.length);
  const words = new Uint32Array(data.buffer);
  for (let index = 0; index < pixels.length; index++)
    words[index] = 0xff000000 | ((pixels[index] ?? 0) * 0x010101);
  return { data, width, height, colorSpace: 'srgb' };
}

function boxOf(corners: readonly Pixel[], { widthPixels, heightPixels }: PageBitmap): FoundBarcode['box'] {
  const xs = corners.map(({ x }) => Math.min(1, Math.max(0, x / widthPixels)));
  const ys = corners.map(({ y }) => Math.min(1, Math.max(0, y / heightPixels)));
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}
