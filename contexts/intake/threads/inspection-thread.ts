/** Runs in a worker thread: looks into files of others, where it can be ended. */
import { parentPort } from 'node:worker_threads';
import { inspectFile } from '../domain/inspect-file.ts';
import type { InspectionQuestion } from './threaded-inspector.ts';

parentPort?.on('message', ({ bytes, limits }: InspectionQuestion) => {
  void inspectFile(bytes, limits).then((inspection) => parentPort?.postMessage(inspection));
});
