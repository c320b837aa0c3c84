import * as z from 'zod';
import {
  collectReading,
  type CollectReadingDependencies,
} from '../../contexts/reading/use-cases/collect-reading.ts';
import { checkReadingSchema, readingCompletedSchema } from '../../contexts/reading/records/work-messages.ts';
import { parseReadingTag } from '../../contexts/claims/domain/reading-attempt.ts';
import type { LogFields } from '../runtime/log.ts';
import { count } from '../runtime/metrics.ts';

/** Either Textract's completion message or Milaf's own reminder; both ask for the same. */
export const collectMessageSchema = z.union([
  checkReadingSchema,
  readingCompletedSchema.transform(({ JobId: jobId, JobTag }) => ({
    ...parseReadingTag(JobTag),
    jobId,
    throttledCount: 0,
  })),
]);

export function createHandler(dependencies: CollectReadingDependencies) {
  return async (message: z.output<typeof collectMessageSchema>): Promise<LogFields> => {
    const outcome = await collectReading(message, dependencies);
    if (outcome === 'throttled') count('TextractThrottled');
    if (outcome === 'quarantined') count('FilesQuarantined');
    return { fileId: message.fileId, jobId: message.jobId, outcome };
  };
}
