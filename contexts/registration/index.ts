export { LIST_FOLDERS, listObjects } from './domain/lists/list.ts';
export type { ListObjects, ListStore } from './ports/lists.ts';
export type { RegistrationStore } from './ports/registration.ts';
export { type LineOutcome, lineOutcomeSchema } from './records/list-lines.ts';
