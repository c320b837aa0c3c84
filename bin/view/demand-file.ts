import { statSync } from 'node:fs';
import { UserError } from './user-error.ts';

/** @throws UserError when there is no such file */
export function demandFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new UserError(`There is no file ${file}. Check the path and try again.`);
  if (!found.isFile()) throw new UserError(`${file} is not a file. Give the path of one file.`);
}
