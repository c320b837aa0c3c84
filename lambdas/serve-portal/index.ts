import { apiLambda } from '../runtime/api/api-lambda.ts';
import { createPortalApp } from './app.ts';
import { readEnv } from './env.ts';

readEnv();

export const handler = apiLambda(createPortalApp());
