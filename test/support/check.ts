import { spawnSync } from 'node:child_process';
import path from 'node:path';
import pc from 'picocolors';

// `npm test`: every check there is, in the order in which a fault is found soonest. The same as CI runs.
const CHECKS: readonly (readonly [string, string])[] = [
  ['types', 'check:types'],
  ['formatting', 'check:format'],
  ['layers', 'check:layers'],
  ['dead code', 'check:unused'],
  ['lint', 'check:lint'],
  ['unit and contract tests', 'test:unit'],
  ['infrastructure tests', 'test:infra'],
  ['flows on the local cloud', 'test:flow'],
];

// Whichever Node started npm: the checks run on the one that the project brings.
const bin = path.resolve(import.meta.dirname, '../../node_modules/.bin');
const env = { ...process.env, PATH: [bin, process.env['PATH'] ?? ''].join(path.delimiter) };

for (const [name, script] of CHECKS) {
  const startedAt = Date.now();
  console.log(pc.bold(`▶ ${name}`));
  const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: 'inherit', env });
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  if (status !== 0) {
    console.error(pc.red(`✖ ${name} failed after ${seconds} s. Run it alone with: npm run ${script}`));
    process.exit(1);
  }
  console.log(`${pc.green('✔')} ${name} (${seconds} s)`);
}
