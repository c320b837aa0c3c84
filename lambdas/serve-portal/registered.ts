import { NotRegisteredError } from '../../contexts/portal/use-cases/own-file.ts';
import { ApiProblem } from '../runtime/api/problem.ts';

/** A session outlives by some minutes a person who was taken out of the registry. */
export async function registered<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (!(error instanceof NotRegisteredError)) throw error;
    throw new ApiProblem(
      404,
      'NOT_REGISTERED',
      'There is no file of this number (any more). Ask your agency.',
    );
  }
}
