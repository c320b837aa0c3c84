/** Runs in a worker thread: PDFium draws for tens of milliseconds a page, which must not hold up polling. */
import { parentPort } from 'node:worker_threads';
import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { isWasmBroken, limitWasmMemory } from '../../../contexts/pages/imaging/wasm-memory.ts';
import { pdfMaximumSidePoints } from './document-limits.ts';
import type { PdfProblem, PdfReply, PdfRequest } from './pdf-messages.ts';

const pointsPerInch = 72;
const rasterDpi = 200;
/** A page drawn larger than this would take more memory than it is worth: it is drawn at fewer dots an inch. */
const maximumPixels = 40_000_000;
/** Pages are drawn larger here than anywhere else, on a machine with room. */
const maximumMemoryBytes = 1024 ** 3;

if (parentPort === null) {
  throw new Error('pdf-thread.ts runs as a worker thread only');
}
const port = parentPort;
limitWasmMemory(() => maximumMemoryBytes);
const library = await PDFiumLibrary.init();
const documents = new Map<number, PDFiumDocument>();

port.on('message', (request: PdfRequest) => {
  void answer(request).then((reply) => port.postMessage(reply));
});

async function answer(request: PdfRequest): Promise<PdfReply> {
  switch (request.kind) {
    case 'open':
      return await open(request.id, request.document, request.bytes);
    case 'render':
      return await render(request.id, request.document, request.pageNumber);
    case 'close':
      documents.get(request.document)?.destroy();
      documents.delete(request.document);
      return { id: request.id, kind: 'closed' };
  }
}

async function open(id: number, key: number, bytes: Uint8Array): Promise<PdfReply> {
  try {
    const document = await library.loadDocument(bytes);
    documents.set(key, document);
    return { id, kind: 'opened', pages: document.getPageCount() };
  } catch (error) {
    endIfBroken(error);
    // PDFium's wrapper tells its reasons apart by message only.
    const isEncrypted = error instanceof Error && /password|security/i.test(error.message);
    return problem(id, isEncrypted ? 'encrypted' : 'broken');
  }
}

async function render(id: number, key: number, pageNumber: number): Promise<PdfReply> {
  try {
    const page = documents.get(key)?.getPage(pageNumber - 1);
    const size = page?.getOriginalSize() ?? { originalWidth: 0, originalHeight: 0 };
    const { originalWidth: width, originalHeight: height } = size;
    // PDFium gives a page that it cannot load no size, and would draw it as a white one.
    if (page === undefined || width <= 0 || height <= 0 || Math.max(width, height) > pdfMaximumSidePoints) {
      return problem(id, 'page-not-readable');
    }
    const fittingScale = Math.sqrt(maximumPixels / (width * height));
    const drawn = await page.render({
      scale: Math.min(rasterDpi / pointsPerInch, fittingScale),
      renderFormFields: true,
      render: async (bitmap) =>
        await sharp(bitmap.data, { raw: { width: bitmap.width, height: bitmap.height, channels: 4 } })
          .flatten({ background: 'white' })
          .withMetadata({ density: rasterDpi })
          .png({ compressionLevel: 2 })
          .toBuffer(),
    });
    return { id, kind: 'rendered', image: drawn.data };
  } catch (error) {
    endIfBroken(error);
    return problem(id, 'page-not-readable');
  }
}

/** What waits for an answer is told that the thread has ended; the next PDF starts another. */
function endIfBroken(error: unknown): void {
  if (isWasmBroken(error)) process.exit(1);
}

function problem(id: number, what: PdfProblem): PdfReply {
  return { id, kind: 'problem', problem: what };
}
