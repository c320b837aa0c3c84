/** Runs in a worker thread: PDFium draws what others made, for as long as they please, and can be ended here only. */
import { parentPort } from 'node:worker_threads';
import { PDFiumLibrary, type PDFiumDocument, type PDFiumPage } from '@hyzyla/pdfium';
import { imageBytesOfPages } from '#intake';
import { isWasmBroken, limitWasmMemory } from './wasm-memory.ts';
import type { PdfAnswer, PdfQuestion } from './pdf-messages.ts';

const loaded = PDFiumLibrary.init();
const documents = new Map<number, PDFiumDocument>();
const broken: PdfAnswer = { kind: 'broken' };
let maxMemoryBytes = Number.POSITIVE_INFINITY;

const wasMemoryUsedUp = limitWasmMemory(() => maxMemoryBytes);

parentPort?.on('message', (question: PdfQuestion) => {
  // What had no memory is not as it should be, whatever PDFium says: it draws the rest of a page without a word.
  void answer(question).then((reply) => parentPort?.postMessage(wasMemoryUsedUp() ? broken : reply));
});

async function answer(question: PdfQuestion): Promise<PdfAnswer> {
  switch (question.kind) {
    case 'open':
      maxMemoryBytes = question.maxMemoryBytes;
      return open(question.document, question.bytes);
    case 'count':
      maxMemoryBytes = question.maxMemoryBytes;
      return count(question.bytes, question.mostPages);
    case 'draw':
      return draw(documents.get(question.document), question.page, question.longSidePixels);
    case 'close':
      documents.get(question.document)?.destroy();
      documents.delete(question.document);
      return { kind: 'closed' };
  }
}

async function open(key: number, bytes: Uint8Array): Promise<PdfAnswer> {
  const library = await loaded;
  try {
    const document = await library.loadDocument(bytes);
    documents.set(key, document);
    return { kind: 'opened', pageCount: document.getPageCount(), imageBytes: imageBytesOfPages(bytes) };
  } catch (error) {
    return { kind: isWasmBroken(error) ? 'broken' : 'unreadable' };
  }
}

/** Loads each page, which goes over its contents, and draws none. */
async function count(bytes: Uint8Array, mostPages: number): Promise<PdfAnswer> {
  const library = await loaded;
  try {
    const document = await library.loadDocument(bytes);
    const pageCount = document.getPageCount();
    if (pageCount > mostPages) {
      document.destroy();
      return { kind: 'counted', pageCount };
    }
    let drawable = 0;
    for (let page = 0; page < pageCount; page += 1)
      if (longSideOf(document.getPage(page)) !== undefined) drawable += 1;
    document.destroy();
    return { kind: 'counted', pageCount, drawable };
  } catch (error) {
    return { kind: isWasmBroken(error) ? 'broken' : 'unreadable' };
  }
}

/** So many times as long as it is wide, it is no page: made small, it would have no pixel across. */
const MOST_SIDES = 50;

/** In points; undefined of what cannot be drawn. PDFium gives a page that it cannot load no size, and would draw it white. */
function longSideOf(page: PDFiumPage): number | undefined {
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const longSide = Math.max(originalWidth, originalHeight);
  return longSide > 0 && longSide <= MOST_SIDES * Math.min(originalWidth, originalHeight)
    ? longSide
    : undefined;
}

/** Draws at the size that is wanted: no pixels are made that are thrown away. */
async function draw(
  document: PDFiumDocument | undefined,
  page: number,
  longSidePixels: number,
): Promise<PdfAnswer> {
  if (document === undefined) return { kind: 'not-open' };
  try {
    const sheet = document.getPage(page - 1);
    const longSide = longSideOf(sheet);
    if (longSide === undefined) return { kind: 'unreadable' };
    const { data, width, height } = await sheet.render({
      scale: longSidePixels / longSide,
      renderFormFields: true,
      // The bitmap is PDFium's own memory, and gone when this returns.
      render: (bitmap) => Promise.resolve(Uint8Array.from(bitmap.data)),
    });
    // Asked for small, it may have none across all the same.
    return width > 0 && height > 0
      ? { kind: 'drawn', picture: { data, width, height } }
      : { kind: 'unreadable' };
  } catch (error) {
    return { kind: isWasmBroken(error) ? 'broken' : 'unreadable' };
  }
}
