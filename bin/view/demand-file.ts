import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from './user-error.ts';

/** @throws UserError when there is no such file */
export function demandFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined)
    throw new UserError(`There is no file ${file}.`, 'Check the path and try again.', { code: 'not-found' });
  if (!found.isFile()) throw new UserError(`${file} is not a file.`, 'Give the path of one file.');
}

/** @throws UserError when there is no folder for a file that is to be written */
export function demandFolderOf(file: string): void {
  const folder = dirname(file);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UserError(
      `There is no folder ${folder} to write ${file} to.`,
      'Make it first, or name another one.',
      { code: 'not-found' },
    );
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true)
    throw new UserError(`${file} is a folder.`, 'Name the file that is to be written in it.');
}

/** @throws UserError when what is to be a folder is a file */
export function demandNoFile(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new UserError(`${folder} is a file.`, 'Name a folder; it is made where there is none.');
}
