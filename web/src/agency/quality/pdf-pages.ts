import { getDocument, type PDFPageProxy } from 'pdfjs-dist';
import type { DocumentInitParameters, RenderParameters } from 'pdfjs-dist/types/src/display/api.js';
// PDF.js finds its parser here and parses where it draws, in this worker: who ends one ends both.
import 'pdfjs-dist/build/pdf.worker.min.mjs';
import { greyOfRgba, type GreyRaster } from '../../../../contexts/intake/domain/page-quality/grey-raster.ts';
import { checkLimits } from './check-limits.ts';
import { judgePage } from './judge-page.ts';
import type { Tell } from './page-check.ts';
import { surroundings } from './pdf-surroundings.ts';

/** Pages are drawn at this size: what page quality looks at. */
const LONG_SIDE_PIXELS = 1_700;

/**
 * Looks at the pages of a PDF, as most scanners of agencies write it. Fax and JPEG 2000 pictures within are decoded by
 * JavaScript: the policy of the pages lets no WebAssembly run.
 */
export async function lookAtPdf(file: Blob, tell: Tell): Promise<void> {
  const question: DocumentInitParameters = {
    data: new Uint8Array(await file.arrayBuffer()),
    useWasm: false,
    wasmUrl: new URL('/pdf/', location.origin).href,
    enableXfa: false,
    // A picture that cannot be decoded would leave the page blank.
    stopAtErrors: true,
    maxImageSize: checkLimits.maxPdfImagePixels,
  };
  Object.assign(question, surroundings);
  const task = getDocument(question);
  try {
    const document = await task.promise;
    tell({ kind: 'counted', pageCount: document.numPages });
    for (let number = 1; number <= Math.min(document.numPages, checkLimits.maxPages); number++) {
      const drawn = await draw(await document.getPage(number));
      if (drawn !== undefined) tell({ kind: 'page', page: judgePage(number, drawn) });
    }
  } finally {
    await task.destroy();
  }
}

/** @returns undefined where something on the page cannot be drawn here: then nothing is said about it */
async function draw(page: PDFPageProxy): Promise<GreyRaster | undefined> {
  const whole = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: LONG_SIDE_PIXELS / Math.max(whole.width, whole.height) });
  const width = Math.max(1, Math.round(viewport.width));
  const height = Math.max(1, Math.round(viewport.height));
  const canvasContext = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
  if (canvasContext === null) throw new Error('The browser draws no pictures here');
  const question: RenderParameters = { canvas: null, viewport, background: '#fff' };
  Object.assign(question, { canvasContext });
  try {
    await page.render(question).promise;
  } catch {
    return undefined;
  }
  page.cleanup();
  return greyOfRgba(canvasContext.getImageData(0, 0, width, height).data, width, height);
}
