import { existsSync } from 'node:fs';
import { inRepository } from '../../local/cloud/folders.ts';
import { UserError } from '../view/user-error.ts';

/** @throws UserError where there are no sources: the installed package has the command line only */
export function demandRepository(): void {
  if (existsSync(inRepository('cdk.json'))) return;
  throw new UserError(
    'This needs the sources of Milaf, and this is its command line alone.',
    'Run it in a clone of the repository, after npm ci.',
    { code: 'machine-not-ready' },
  );
}
