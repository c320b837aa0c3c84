import { type FileInspection, type InspectionLimits, refuse } from '../../core/domain/intake/inspect-file.ts';
import type { FileInspector } from '../../core/ports/documents.ts';
import { threadFile, TooMuchWorkError, WorkThread } from '../threads/work-thread.ts';

export interface InspectionQuestion {
  readonly bytes: Uint8Array;
  readonly limits: InspectionLimits;
}

/** What is found is small; entries of a million objects take about a tenth of it. */
const MAX_HEAP_MEGABYTES = 768;
/** A machine that is busy may be slow once; a file that takes too long does so again. */
const TRIES = 2;

/** Inspects files in a thread that is ended when one takes too long. */
export class ThreadedInspector implements FileInspector {
  readonly #thread: WorkThread<InspectionQuestion, FileInspection>;
  readonly #timeoutSeconds: number;

  constructor(timeoutSeconds: number, file = threadFile('./inspection-thread', import.meta.url)) {
    this.#thread = new WorkThread(file, { maxHeapMegabytes: MAX_HEAP_MEGABYTES });
    this.#timeoutSeconds = timeoutSeconds;
  }

  async inspect(bytes: Uint8Array, limits: InspectionLimits): Promise<FileInspection> {
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      try {
        return await this.#thread.ask({ bytes, limits }, this.#timeoutSeconds);
      } catch (error) {
        if (!(error instanceof TooMuchWorkError)) throw error;
      }
    }
    return refuse('TOO_COMPLEX', limits);
  }
}
