import { createInterface } from 'node:readline/promises';
import { UserError } from './user-error.ts';

/**
 * Lets a person think again before something that cannot be undone by a command.
 * @param question ends with what must be typed
 * @throws UserError when something else is typed, or nobody is there who could type
 */
export async function confirm(question: string, answer: string): Promise<void> {
  if (!process.stdin.isTTY)
    throw new UserError(
      'This has to be confirmed, and nobody is at the keyboard.',
      'Give --yes, if it is meant.',
    );
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    if ((await terminal.question(`${question} `)).trim() === answer) return;
  } finally {
    terminal.close();
  }
  throw new UserError('Nothing was done.', `Type ${answer} to confirm.`, { code: 'refused' });
}
