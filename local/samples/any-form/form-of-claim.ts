import { textractFileLimits } from '../../../contexts/claims/domain/quarantine-reason.ts';
import type { DrawnPage } from '../drawing/page-pen.ts';
import { encodeJpeg, encodePng, encodeTiff } from '../files/encode-image.ts';
import { encodePdf } from '../files/encode-pdf.ts';
import { drawAttachment, type AttachmentSpec } from '../pages/attachment.ts';
import { seededRandom, seedOf } from '../random.ts';
import type { Degradation } from '../scanner/degradation.ts';
import { scanPage, scanTruth, type ScannedPage } from '../scanner/scan-page.ts';
import type { CareFormFields, PageTruth } from '../truth.ts';
import type { ClaimOnForm } from './claim/any-claim.ts';
import type { FormContent } from './content/form-content.ts';
import { printedFields } from './content/printed-fields.ts';
import type { FormDesign } from './design/form-design.ts';
import { drawAnyForm } from './drawing/draw-any-form.ts';
import { drawPharmacySheets } from './drawing/pharmacy-sheets.ts';

/** A claim as the form of a design has it, with the sheets behind it, and how it is scanned. */
export interface FormOfClaim {
  /** What no hand does twice alike comes from it. */
  readonly id: string;
  readonly claim: ClaimOnForm;
  readonly design: FormDesign;
  readonly content: FormContent;
  /** Sheets that are not the pharmacy's. */
  readonly attachments: readonly AttachmentSpec[];
  readonly degradation: Degradation;
}

const FILE_TYPES = {
  jpeg: { extension: 'jpg', contentType: 'image/jpeg' },
  png: { extension: 'png', contentType: 'image/png' },
  tiff: { extension: 'tiff', contentType: 'image/tiff' },
  pdf: { extension: 'pdf', contentType: 'application/pdf' },
} as const;
export type ScanFileType = keyof typeof FILE_TYPES;

/** Draws form and sheets as they lie on the table; with `isWordsOnly` only where the words would stand. */
export function drawnPages(form: FormOfClaim, isWordsOnly: boolean): readonly DrawnPage[] {
  const { claim, content, design, attachments, degradation, id } = form;
  const { dpi } = degradation;
  return [
    ...drawAnyForm(claim, content, design, { dpi, seed: seedOf(id), isWordsOnly }),
    ...drawPharmacySheets(claim, content, design, { dpi, seed: seedOf(`${id} sheets`), isWordsOnly }),
    ...attachments.map((spec, index) =>
      drawAttachment(spec, dpi, seedOf(`${id} attachment ${index}`), isWordsOnly),
    ),
  ];
}

/** Draws and scans all pages. */
export async function scannedPages(
  form: FormOfClaim,
): Promise<{ readonly pages: readonly DrawnPage[]; readonly scanned: readonly ScannedPage[] }> {
  const pages = drawnPages(form, false);
  const scanned: ScannedPage[] = [];
  // One after the other: each page is about 4 million pixels.
  for (const [index, page] of pages.entries()) {
    const id = pageId(form, index);
    scanned.push(await scanPage(id, page, degradationOf(form, index), seedOf(id)));
  }
  return { pages, scanned };
}

/** What is printed on the form, and the truth of each page. */
export function truthsOf(
  form: FormOfClaim,
  pages: readonly DrawnPage[],
): { readonly printed: CareFormFields; readonly truths: readonly PageTruth[] } {
  const printed = printedFields(form.content.fields, pages);
  const truths = pages.map((page, index) => {
    const own = pageId(form, index);
    return scanTruth(own, page, degradationOf(form, index), seedOf(own), index === 0 ? printed : undefined);
  });
  return { printed, truths };
}

/**
 * Writes the file of scanned pages.
 * @throws Error when there is no page
 */
export async function encodedScan(
  name: string,
  fileType: ScanFileType,
  pages: readonly ScannedPage[],
): Promise<{ readonly fileName: string; readonly bytes: Uint8Array; readonly contentType: string }> {
  const [first] = pages;
  if (first === undefined) throw new Error(`${name} has no page`);
  const { bytes, type } = await encoded(fileType, first, pages);
  const { extension, contentType } = FILE_TYPES[type];
  return { fileName: `${name}.${extension}`, bytes, contentType };
}

/** A picture of noise and colour may be larger as PNG than Milaf takes: whoever scans it sends a JPEG then. */
async function encoded(
  fileType: ScanFileType,
  first: ScannedPage,
  pages: readonly ScannedPage[],
): Promise<{ readonly bytes: Uint8Array; readonly type: ScanFileType }> {
  switch (fileType) {
    case 'png': {
      const bytes = await encodePng(first);
      if (bytes.length <= textractFileLimits.maxImageBytes) return { bytes, type: 'png' };
      return { bytes: await encodeJpeg(first), type: 'jpeg' };
    }
    case 'jpeg':
      return { bytes: await encodeJpeg(first), type: 'jpeg' };
    case 'pdf':
      return { bytes: await encodePdf(pages), type: 'pdf' };
    case 'tiff':
      return { bytes: await encodeTiff(pages), type: 'tiff' };
  }
}

const pageId = ({ id }: FormOfClaim, index: number): string => `${id}-${index + 1}`;

/** Sheets of one file lie on the scanner alike, but not quite. */
function degradationOf({ degradation, id }: FormOfClaim, index: number): Degradation {
  if (index === 0) return degradation;
  const random = seededRandom(seedOf(`${id} sheet ${index}`));
  return { ...degradation, turn: 0, rotate: (degradation.rotate ?? 0) + random.next() - 0.5 };
}
