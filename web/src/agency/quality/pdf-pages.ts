import { getDocument, GlobalWorkerOptions, type PDFPageProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { PageCheck } from './page-check.ts';
import { checkPage } from './page-checker.ts';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Pages are drawn at this size: what page quality looks at. */
const LONG_SIDE_PIXELS = 1_700;
/** A file of care forms has two to five pages; of a longer one the first are looked at, so that nobody waits. */
const MOST_PAGES = 12;

/**
 * Looks at the pages of a PDF, as most scanners of agencies write it. Fax and JPEG 2000 pictures within are decoded by
 * JavaScript: the policy of the pages lets no WebAssembly run.
 */
export async function checkPdf(
  file: Blob,
): Promise<{ readonly pages: readonly PageCheck[]; readonly pageCount: number }> {
  const task = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    useWasm: false,
    wasmUrl: new URL('/pdf/', location.href).href,
    enableXfa: false,
    // A picture that cannot be decoded would leave the page blank.
    stopAtErrors: true,
  });
  try {
    const document = await task.promise;
    const pages: PageCheck[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++) {
      const drawn = await draw(await document.getPage(number));
      if (drawn !== undefined) pages.push(await checkPage(number, drawn));
    }
    return { pages, pageCount: document.numPages };
  } finally {
    await task.destroy();
  }
}

/** @returns undefined where something on the page cannot be drawn here: then nothing is said about it */
async function draw(page: PDFPageProxy) {
  const whole = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: LONG_SIDE_PIXELS / Math.max(whole.width, whole.height) });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  try {
    await page.render({ canvas, viewport, background: '#fff' }).promise;
  } catch {
    return undefined;
  }
  const { width, height } = canvas;
  const rgba = canvas.getContext('2d')?.getImageData(0, 0, width, height).data.buffer;
  page.cleanup();
  if (rgba === undefined) throw new Error('The browser draws no pictures here');
  return { rgba, widthPixels: width, heightPixels: height };
}
