import { drawCareForm } from './forms/draw-care-form.ts';
import { LAYOUTS, type LayoutName } from './forms/layouts/index.ts';
import { LOOKS, type LookName } from './forms/looks.ts';
import { encodeJpeg, encodePng, encodeTiff } from './files/encode-image.ts';
import { encodePdf } from './files/encode-pdf.ts';
import type { DrawnPage } from './drawing/page-pen.ts';
import { drawAttachment, type AttachmentSpec } from './pages/attachment.ts';
import { seedOf } from './random.ts';
import { recognisedPage } from './recognised-page.ts';
import type { RecognisedPage } from '../ocr/engine/ocr-engine.ts';
import { scanPage, type ScannedPage } from './scanner/scan-page.ts';
import type { Degradation } from './scanner/degradation.ts';
import type { CareFormFields, PageTruth } from './truth.ts';

/** A care form, or a page that comes with one. */
type PageContent =
  | {
      readonly kind: 'care-form';
      readonly layout: LayoutName;
      readonly look: LookName;
      readonly fields: CareFormFields;
    }
  | AttachmentSpec;

export interface PageSpec {
  readonly content: PageContent;
  readonly degradation: Degradation;
}

export interface ScanSpec {
  /** File name without its extension; noise and other chance come from it. */
  readonly name: string;
  readonly fileType: 'jpeg' | 'png' | 'tiff' | 'pdf';
  readonly pages: readonly PageSpec[];
}

export interface RenderedScan {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** One a page. */
  readonly truths: readonly PageTruth[];
  /** What a perfect OCR engine would answer, one a page. */
  readonly recognisedPages: readonly RecognisedPage[];
}

const FILE_TYPES = {
  jpeg: { extension: 'jpg', contentType: 'image/jpeg' },
  png: { extension: 'png', contentType: 'image/png' },
  tiff: { extension: 'tiff', contentType: 'image/tiff' },
  pdf: { extension: 'pdf', contentType: 'application/pdf' },
} as const;

/**
 * Draws the pages, scans them and writes the file: the same spec gives the same bytes.
 * @throws Error when an image type that holds one page is asked to hold several
 */
export async function renderScan(spec: ScanSpec): Promise<RenderedScan> {
  const pages: ScannedPage[] = [];
  // One after the other: each page is about 4 million pixels.
  for (const [index, page] of spec.pages.entries())
    pages.push(await renderPage(`${spec.name}-${index + 1}`, page));
  const { extension, contentType } = FILE_TYPES[spec.fileType];
  return {
    fileName: `${spec.name}.${extension}`,
    bytes: await encode(spec, pages),
    contentType,
    truths: pages.map((page) => page.truth),
    recognisedPages: pages.map((page) => recognisedPage(page.truth)),
  };
}

function renderPage(id: string, { content, degradation }: PageSpec): Promise<ScannedPage> {
  const seed = seedOf(id);
  if (content.kind !== 'care-form')
    return scanPage(id, drawAttachment(content, degradation.dpi, seed), degradation, seed);
  const drawn = drawCareForm(
    content.fields,
    LAYOUTS[content.layout],
    LOOKS[content.look],
    degradation.dpi,
    seed,
  );
  return scanPage(id, drawn, degradation, seed, printedFields(content.fields, drawn));
}

/** A layout does not print every field: the truth names only those that stand on the page. */
function printedFields(fields: CareFormFields, page: DrawnPage): CareFormFields {
  const printed = new Set([
    ...page.words.map((word) => word.field),
    ...page.checkBoxes.map((box) => box.name.split('.')[0]),
  ]);
  const kept = Object.entries(fields).filter(([name]) => name === 'actes' || printed.has(name));
  return { actes: fields.actes, ...Object.fromEntries(kept) };
}

function encode({ name, fileType }: ScanSpec, pages: readonly ScannedPage[]): Promise<Uint8Array> {
  if (fileType === 'pdf') return encodePdf(pages);
  if (fileType === 'tiff') return encodeTiff(pages);
  const [page, ...others] = pages;
  if (page === undefined || others.length > 0)
    throw new Error(`${name}: a ${fileType} file holds exactly one page`);
  return fileType === 'jpeg' ? encodeJpeg(page) : encodePng(page);
}
