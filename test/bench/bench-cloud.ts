import { inWorkFolder } from '../../local/cloud/folders.ts';
import { startLocalCloud, type LocalCloud } from '../../local/cloud/start-local-cloud.ts';
import { untilStopped } from '../../local/until-stopped.ts';
import type { Report } from './group.ts';

export interface BenchCloud extends LocalCloud {
  /** Answers that the OCR service gives instead of reading. */
  readonly recordedAnswersDirectory: string;
}

/** Someone pressed Ctrl-C: nothing more is to be measured. */
export class InterruptedError extends Error {
  override name = 'InterruptedError';
}

/** Starts a cloud beside any other that runs, points the AWS variables of this process to it, and stops it at the end. */
export async function withBenchCloud<Result extends object>(
  report: Report,
  use: (cloud: BenchCloud) => Promise<Result>,
): Promise<Result> {
  const recordedAnswersDirectory = inWorkFolder('bench', 'recorded-answers');
  const cloud = await startLocalCloud({
    name: 'bench',
    report,
    ocrFlags: ['--recorded-answers-directory', recordedAnswersDirectory],
  });
  Object.assign(process.env, cloud.variables);
  const finished = new AbortController();
  const interrupted = untilStopped(finished.signal).then(() => {
    if (!finished.signal.aborted) throw new InterruptedError('The benchmark was interrupted');
  });
  try {
    const result = await Promise.race([use({ ...cloud, recordedAnswersDirectory }), interrupted]);
    if (result === undefined) throw new Error('The waiting for an interruption ended before the benchmark');
    return result;
  } finally {
    finished.abort();
    await cloud.stop();
    for (const name of Object.keys(cloud.variables)) Reflect.deleteProperty(process.env, name);
  }
}
