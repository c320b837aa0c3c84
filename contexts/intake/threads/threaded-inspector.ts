import { threadFile, TooMuchWorkError, WorkThread } from '#shared/aws';
import { type FileInspection, type InspectionLimits, refuse } from '../domain/inspect-file.ts';
import type { FileInspector } from '../ports/file-inspector.ts';

export interface InspectionQuestion {
  readonly bytes: Uint8Array;
  readonly limits: InspectionLimits;
}

/** What is found is small; entries of a million objects take about a tenth of it. */
const MAX_HEAP_MEGABYTES = 768;
/** A file of 20 MB with hundreds of thousands of objects takes half of it. */
const MAX_PROCESSOR_SECONDS = 1;
/** Inspects files in a thread that is ended when one takes too long. */
export class ThreadedInspector implements FileInspector {
  readonly #thread: WorkThread<InspectionQuestion, FileInspection>;
  readonly #timeoutSeconds: number;

  constructor(timeoutSeconds: number, file = threadFile('./inspection-thread', import.meta.url)) {
    this.#thread = new WorkThread(file, {
      maxHeapMegabytes: MAX_HEAP_MEGABYTES,
      maxProcessorSeconds: MAX_PROCESSOR_SECONDS,
    });
    this.#timeoutSeconds = timeoutSeconds;
  }

  async inspect(bytes: Uint8Array, limits: InspectionLimits): Promise<FileInspection> {
    try {
      return await this.#thread.ask({ bytes, limits }, this.#timeoutSeconds);
    } catch (error) {
      if (error instanceof TooMuchWorkError) return { ...refuse('TOO_COMPLEX', limits), isUncertain: true };
      throw error;
    }
  }
}
