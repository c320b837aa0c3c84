/** Runs in a worker thread: a chain of pages that leads to itself is followed for ever, and can be ended here only. */
import { parentPort } from 'node:worker_threads';
import { pageCount } from 'tiff';

parentPort?.on('message', (bytes: Uint8Array) => {
  try {
    parentPort?.postMessage(pageCount(Uint8Array.from(bytes).buffer));
  } catch {
    parentPort?.postMessage(undefined);
  }
});
