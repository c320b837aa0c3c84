import { lambda } from '../runtime/lambda.ts';
import { readEnv } from './env.ts';

readEnv();

export const handler = lambda((event: unknown) => Promise.resolve(event));
