export type { SignInCodeQueue } from './ports/insured-sign-in.ts';
export type { SendSignInCode } from './records/work-messages.ts';
