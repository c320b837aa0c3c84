import { CognitoStaffSignIn } from '../../adapters/aws/cognito-staff-sign-in.ts';
import { createCognitoClient } from '../../adapters/aws/clients.ts';
import { apiLambda } from '../runtime/api/api-lambda.ts';
import { createConsoleApp } from './app.ts';
import { readEnv } from './env.ts';

const env = readEnv();

const app = createConsoleApp({
  signIn: new CognitoStaffSignIn(createCognitoClient(), env.STAFF_CLIENT_ID),
});

export const handler = apiLambda(app);
