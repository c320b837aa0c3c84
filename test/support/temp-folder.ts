import { stopLeftovers } from '../../local/cloud/processes.ts';
import { newTempFolder, removeTempFolder } from '../../local/cloud/temp-folders.ts';

/** A temporary folder for a whole run of tests, and for all processes that they start: it goes with the run, or, where that was killed, with the next one. */
export default function setup(): () => void {
  const before = process.env['TMPDIR'];
  stopLeftovers();
  const folder = newTempFolder('tests');
  process.env['TMPDIR'] = folder;
  return () => {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    removeTempFolder(folder);
  };
}
