import { inWorkFolder } from '../../local/cloud/folders.ts';
import { startLocalCloud, type LocalCloud } from '../../local/cloud/start-local-cloud.ts';
import type { Report } from './group.ts';

export interface BenchCloud extends LocalCloud {
  /** Answers that the OCR service gives instead of reading. */
  readonly recordedAnswersDirectory: string;
}

/** Starts a cloud beside any other that runs, points the AWS variables of this process to it, and stops it at the end. */
export async function withBenchCloud<Result>(
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
  try {
    return await use({ ...cloud, recordedAnswersDirectory });
  } finally {
    await cloud.stop();
    for (const name of Object.keys(cloud.variables)) Reflect.deleteProperty(process.env, name);
  }
}
