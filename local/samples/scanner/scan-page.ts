import sharp from 'sharp';
import type { DrawnPage, PixelQuad } from '../drawing/page-pen.ts';
import type {
  CareFormFields,
  PageTruth,
  TruthBarcode,
  TruthBox,
  TruthCheckBox,
  TruthPoint,
  TruthPolygon,
  TruthWord,
} from '../truth.ts';
import type { Degradation } from './degradation.ts';
import { project, scanGeometry, type ScanGeometry } from './homography.ts';
import { soil, toBlackAndWhite } from './soil.ts';
import { warp, type RawImage } from './warp.ts';

const LID = [226, 226, 222] as const;

export interface ScannedPage {
  readonly image: RawImage;
  readonly dpi: number;
  /** JPEG quality that the scanner was set to. */
  readonly jpegQuality: number;
  readonly bilevel: boolean;
  readonly truth: PageTruth;
}

/** Scans a drawn page; the truth goes through the same mapping as the pixels. */
export async function scanPage(
  id: string,
  page: DrawnPage,
  degradation: Degradation,
  seed: number,
  fields?: CareFormFields,
): Promise<ScannedPage> {
  const geometry = scanGeometry(page.widthPixels, page.heightPixels, degradation);
  const gray = degradation.gray === true || degradation.bilevel === true;
  const image = await blurred(
    warp(page.canvas, geometry, degradation.background ?? LID, gray),
    degradation.blur,
  );
  soil(image, degradation, seed);
  if (degradation.bilevel === true) toBlackAndWhite(image);
  return {
    image,
    dpi: degradation.dpi,
    jpegQuality: degradation.jpeg ?? 75,
    bilevel: degradation.bilevel === true,
    truth: scanTruth(id, page, degradation, seed, fields),
  };
}

/** What a scan of a page holds, without the picture. */
export function scanTruth(
  id: string,
  page: DrawnPage,
  degradation: Degradation,
  seed: number,
  fields?: CareFormFields,
): PageTruth {
  const geometry = scanGeometry(page.widthPixels, page.heightPixels, degradation);
  return {
    id,
    image: { width: geometry.widthPixels, height: geometry.heightPixels, dpi: degradation.dpi },
    degradation: { ...degradation, seed },
    ...(fields === undefined ? {} : { fields }),
    words: page.words.map((word): TruthWord => truthWord(word, geometry)),
    checkBoxes: page.checkBoxes.map((box): TruthCheckBox => {
      const polygon = truthPolygon(box.quad, geometry);
      return { name: box.name, selected: box.selected, box: boundingBox(polygon), polygon };
    }),
    ...(page.barcodes.length === 0
      ? {}
      : { barcodes: page.barcodes.map((barcode) => truthBarcode(barcode, geometry)) }),
  };
}

async function blurred(image: RawImage, sigma: number | undefined): Promise<RawImage> {
  // sharp refuses less than 0.3, which would not be seen anyway.
  if (sigma === undefined || sigma < 0.3) return image;
  const { width, height, channels } = image;
  const data = await sharp(image.data, { raw: { width, height, channels } })
    .blur(sigma)
    .toColourspace(channels === 1 ? 'b-w' : 'srgb')
    .raw()
    .toBuffer();
  return { data, width, height, channels };
}

function truthWord(word: DrawnPage['words'][number], geometry: ScanGeometry): TruthWord {
  const polygon = truthPolygon(word.quad, geometry);
  return {
    t: word.text,
    f: word.field,
    box: boundingBox(polygon),
    polygon,
    ...(word.stamp ? { stamp: true } : {}),
    ...(word.arabic ? { arabic: true } : {}),
    ...(word.cells === undefined
      ? {}
      : {
          comb: true,
          cells: word.cells.map((cell) => ({ t: cell.text, polygon: truthPolygon(cell.quad, geometry) })),
        }),
  };
}

function truthBarcode(
  { quad, ...barcode }: DrawnPage['barcodes'][number],
  geometry: ScanGeometry,
): TruthBarcode {
  const polygon = truthPolygon(quad, geometry);
  return { ...barcode, box: boundingBox(polygon), polygon };
}

function truthPolygon(quad: PixelQuad, geometry: ScanGeometry): TruthPolygon {
  const at = (index: 0 | 1 | 2 | 3): TruthPoint => {
    const { x, y } = project(geometry.toScan, quad[index]);
    return { x: ratio(x / geometry.widthPixels), y: ratio(y / geometry.heightPixels) };
  };
  return [at(0), at(1), at(2), at(3)];
}

function boundingBox(polygon: TruthPolygon): TruthBox {
  const xs = polygon.map((point) => point.x);
  const ys = polygon.map((point) => point.y);
  const left = Math.min(...xs);
  const top = Math.min(...ys);
  return { Left: left, Top: top, Width: ratio(Math.max(...xs) - left), Height: ratio(Math.max(...ys) - top) };
}

function ratio(value: number): number {
  return Math.round(value * 100_000) / 100_000;
}
