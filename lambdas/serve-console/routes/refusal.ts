import { ReviewRefusal } from '../../../contexts/review/use-cases/review-refusal.ts';
import { ApiProblem } from '../../runtime/api/problem.ts';

/** Waits for a step of a review; one that was refused becomes an answer that says why. */
export async function orRefuse<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    if (!(error instanceof ReviewRefusal)) throw error;
    const faults = error.places.map(({ field, line }) => ({
      path: line === undefined ? field : `${field}.${line}`,
      message: error.message,
    }));
    throw new ApiProblem(error.status, error.code, error.message, faults.length > 0 ? faults : undefined);
  }
}
