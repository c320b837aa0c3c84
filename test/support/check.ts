import path from 'node:path';
import { execa } from 'execa';
import pc from 'picocolors';

interface Check {
  readonly name: string;
  /** The npm script that runs it alone. */
  readonly script: string;
}

// `npm test`: every check there is, in the order in which a fault is found soonest. The same as CI runs. The checks of one
// round run side by side; tests that use all cores, or that show their progress, have a round of their own.
const ROUNDS: readonly (readonly Check[])[] = [
  [
    { name: 'types', script: 'check:types' },
    { name: 'formatting', script: 'check:format' },
    { name: 'layers', script: 'check:layers' },
    { name: 'dead code', script: 'check:unused' },
  ],
  [
    { name: 'lint', script: 'check:lint' },
    { name: 'infrastructure tests', script: 'test:infra' },
  ],
  [{ name: 'unit and contract tests', script: 'test:unit' }],
  [{ name: 'flows on the local cloud', script: 'test:flow' }],
];

// Whichever Node started npm: the checks run on the one that the project brings.
const bin = path.resolve(import.meta.dirname, '../../node_modules/.bin');
const env = { PATH: [bin, process.env['PATH'] ?? ''].join(path.delimiter) };

async function run({ name, script }: Check, isAlone: boolean): Promise<boolean> {
  const startedAt = Date.now();
  console.log(pc.bold(`▶ ${name}`));
  const { failed, all } = await execa('npm', ['run', '--silent', script], {
    env,
    stdin: 'ignore',
    ...(isAlone ? { stdout: 'inherit', stderr: 'inherit' } : { all: true }),
    reject: false,
  });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  if (failed) {
    if (typeof all === 'string') console.error(all);
    console.error(pc.red(`✖ ${name} failed after ${seconds} s. Run it alone with: npm run ${script}`));
  } else console.log(`${pc.green('✔')} ${name} (${seconds} s)`);
  return !failed;
}

for (const round of ROUNDS) {
  const results = await Promise.all(round.map((check) => run(check, round.length === 1)));
  if (results.includes(false)) process.exit(1);
}
