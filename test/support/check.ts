import { constants, setPriority } from 'node:os';
import path from 'node:path';
import { execa } from 'execa';
import pc from 'picocolors';
import { reportError } from '../../bin/view/report-error.ts';
import { installMinistack } from '../../local/python/ministack.ts';
import { installRecogniser } from '../../local/python/recogniser.ts';
import { findChromium } from './browser/chromium.ts';

interface Check {
  readonly name: string;
  /** The npm script that runs it alone. */
  readonly script: string;
}

// `npm test`: every check there is, in the order in which a fault is found soonest. The same as CI runs.
const QUICK: readonly Check[] = [
  { name: 'types', script: 'check:types' },
  { name: 'formatting', script: 'check:format' },
  { name: 'layers', script: 'check:layers' },
  { name: 'dead code', script: 'check:unused' },
];
// Flows and pages spend much of their time waiting (for a quota, for messages that come back, for a page): two clouds run side
// by side. The others use the processor meanwhile and stand back where both want it, so that no test starves.
const FLOWS: Check = { name: 'flows of claims on the local cloud', script: 'test:flow' };
const LISTS: Check = { name: 'flows of lists on the local cloud', script: 'test:lists' };
const PAGES: Check = { name: 'pages in a browser', script: 'test:browser' };
const MEANWHILE: readonly Check[] = [
  { name: 'unit and contract tests', script: 'test:unit' },
  { name: 'engines, pictures and hostile inputs', script: 'test:heavy' },
  { name: 'lint', script: 'check:lint' },
  { name: 'infrastructure tests', script: 'test:infra' },
];

// Whichever Node started npm: the checks run on the one that the project brings.
const bin = path.resolve(import.meta.dirname, '../../node_modules/.bin');
const env = { PATH: [bin, process.env['PATH'] ?? ''].join(path.delimiter) };

/** In front: shows what it prints as it comes. Beside and behind: prints its faults only; behind also stands back. */
type Place = 'front' | 'beside' | 'behind';

async function run({ name, script }: Check, place: Place): Promise<boolean> {
  const startedAt = Date.now();
  console.log(pc.bold(`▶ ${name}`));
  const check = execa('npm', ['run', '--silent', script], {
    env,
    stdin: 'ignore',
    ...(place === 'front' ? { stdout: 'inherit', stderr: 'inherit' } : { all: true }),
    reject: false,
  });
  if (place === 'behind' && check.pid !== undefined)
    setPriority(check.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const { failed, all } = await check;
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  if (failed) {
    if (typeof all === 'string') console.error(all);
    console.error(pc.red(`✖ ${name} failed after ${seconds} s. Run it alone with: npm run ${script}`));
  } else console.log(`${pc.green('✔')} ${name} (${seconds} s)`);
  return !failed;
}

/** Runs checks one after the other, then those that are left for whoever comes first, behind the others. */
async function runInTurn(checks: readonly (readonly [Check, Place])[], left: Check[]): Promise<boolean> {
  let isRight = true;
  for (const [check, place] of checks) isRight = (await run(check, place)) && isRight;
  for (let next = left.shift(); next !== undefined; next = left.shift())
    isRight = (await run(next, 'behind')) && isRight;
  return isRight;
}

// Once, before three clouds would do it at the same moment.
try {
  await Promise.all([installMinistack(), installRecogniser(), findChromium()]);
} catch (error) {
  reportError(error);
  process.exit(1);
}
const quick = await Promise.all(QUICK.map((check) => run(check, 'beside')));
if (quick.includes(false)) process.exit(1);
// Three run at a time: whichever lane has done its own takes the next of what is left.
const left = [...MEANWHILE];
const rest = await Promise.all([
  runInTurn([[FLOWS, 'front']], left),
  runInTurn(
    [
      [LISTS, 'beside'],
      [PAGES, 'beside'],
    ],
    left,
  ),
  runInTurn([], left),
]);
if (rest.includes(false)) process.exit(1);
