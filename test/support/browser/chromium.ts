import { existsSync } from 'node:fs';
import { execa } from 'execa';
import { MachineNotReadyError } from '../../../local/cloud/machine-not-ready-error.ts';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The Chromium of this machine; on a Debian machine that has none and lets us, it is installed.
 * @throws MachineNotReadyError with what to do about it
 */
export async function findChromium(): Promise<string> {
  const given = process.env['MILAF_CHROMIUM'];
  if (given !== undefined) return given;
  const found = PLACES.find((place) => existsSync(place));
  if (found !== undefined) return found;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('  installing Chromium (first time: a minute)');
    const options = { env: { DEBIAN_FRONTEND: 'noninteractive' }, reject: false };
    await execa('apt-get', ['update', '-qq'], options);
    await execa('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], options);
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  throw new MachineNotReadyError(
    'The tests of the pages need Chromium or Chrome.',
    'Install it (Debian and Ubuntu: apt-get install chromium), or give the path of one in MILAF_CHROMIUM, and start again.',
  );
}
