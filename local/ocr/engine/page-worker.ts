// Runs in a thread of its own: the loops over pixels would otherwise hold up whoever asks for pages.
import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { readPage } from './read-page.ts';
import type { Readers } from './second-look.ts';
import { startStripReader } from './strips/strip-reader.ts';
import { startTesseract } from './tesseract.ts';
import type { RecognisedPage } from './ocr-engine.ts';

/** What a page worker is given when it starts: folders of Tesseract's models, and the file of the strip reader's. */
const PageModels = z.object({ textModels: z.string(), shapeModels: z.string(), stripModel: z.string() });
export type PageModels = z.infer<typeof PageModels>;

/** What a page worker is sent: the image of one page. */
const PageTask = z.object({ image: z.instanceof(Uint8Array) });

/** What a page worker answers: once that it is ready, then to each page. */
export type PageWorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'page'; readonly page: RecognisedPage }
  | { readonly kind: 'failed'; readonly message: string };

async function startReaders(): Promise<Readers> {
  const { textModels, shapeModels, stripModel } = PageModels.parse(workerData);
  const [text, shapes, orientation, strips] = await Promise.all([
    startTesseract('neural', 'fra+eng', textModels),
    startTesseract('shapes', 'eng', shapeModels),
    startTesseract('shapes', 'osd', shapeModels),
    startStripReader(stripModel),
  ]);
  return { text, shapes, orientation, strips };
}

async function answer(image: Uint8Array, readers: Readers): Promise<PageWorkerMessage> {
  try {
    return { kind: 'page', page: await readPage(image, readers) };
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) };
  }
}

const port = parentPort;
if (port === null) throw new Error('page-worker.ts is started by the OCR engine, in a worker thread.');
const readers = await startReaders();
port.on('message', (task: unknown) => {
  void answer(PageTask.parse(task).image, readers).then((message) => port.postMessage(message));
});
port.postMessage({ kind: 'ready' } satisfies PageWorkerMessage);
