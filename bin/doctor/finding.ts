export type FindingState = 'ok' | 'warning' | 'problem';

/** What was looked at, how it is, and what to do about it where it is not well. */
export interface Finding {
  readonly name: string;
  readonly state: FindingState;
  readonly message: string;
  readonly whatToDo?: string | undefined;
}

export const ok = (name: string, message: string): Finding => ({ name, state: 'ok', message });
export const warning = (name: string, message: string, whatToDo: string): Finding => ({
  name,
  state: 'warning',
  message,
  whatToDo,
});
export const problem = (name: string, message: string, whatToDo: string): Finding => ({
  name,
  state: 'problem',
  message,
  whatToDo,
});
