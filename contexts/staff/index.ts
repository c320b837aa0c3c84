export type { AccessDetails, AccessLog, AccessRecord } from './ports/audit.ts';
export type { SessionTokens } from './ports/sign-in.ts';
export type { StaffDirectory } from './ports/staff-directory.ts';
