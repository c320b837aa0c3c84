import { buildApp } from '../lib/app.ts';

// What `cdk` runs: see cdk.json.
buildApp({}, process.env['CDK_DEFAULT_ACCOUNT']).app.synth();
