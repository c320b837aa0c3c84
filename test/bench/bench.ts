#!/usr/bin/env node
import { Command, InvalidArgumentError } from 'commander';
import { reportError } from '../../bin/view/report-error.ts';
import { accuracyGroup } from './accuracy.ts';
import { barcodesGroup } from './barcodes.ts';
import { InterruptedError } from './bench-cloud.ts';
import { burstGroup } from './burst.ts';
import { consoleGroup } from './console.ts';
import { costGroup } from './cost.ts';
import { functionsGroup } from './functions.ts';
import { firstLoadGroup } from './first-load.ts';
import type { BenchGroup, BenchOptions, GroupResult } from './group.ts';
import { linkageGroup } from './linkage.ts';
import { listParseGroup } from './list-parse.ts';
import { listsGroup } from './lists.ts';
import { describeMachine, loadNow } from './machine.ts';
import { medicinesGroup } from './medicines.ts';
import { misreadsGroup } from './misreads.ts';
import { machineText, missesText, resultText } from './report.ts';
import { paymentRunGroup } from './payment-run.ts';
import { speedGroup } from './speed.ts';
import { wordMisreadsGroup } from './word-misreads.ts';

// `npm run bench`: what a claim costs, how fast and how right Milaf is. Figures are compared between commits by people.
const groups: readonly BenchGroup[] = [
  costGroup,
  functionsGroup,
  speedGroup,
  paymentRunGroup,
  medicinesGroup,
  barcodesGroup,
  accuracyGroup,
  misreadsGroup,
  wordMisreadsGroup,
  burstGroup,
  listParseGroup,
  linkageGroup,
  listsGroup,
  consoleGroup,
  firstLoadGroup,
];

interface Flags {
  readonly only?: readonly string[];
  readonly json?: true;
  readonly scansPerKind: number;
  readonly generatedClaims: number;
  readonly misreadClaims: number;
  readonly burstFiles: number;
  readonly linkagePeople: number;
}

const names = groups.map(({ name }) => name).join(', ');
const program = new Command('npm run bench --')
  .description('Measures cost, size, speed and accuracy')
  .option('--only <groups>', `some groups only, parted by commas: ${names}`, groupNames)
  .option('--json', 'the raw figures as JSON')
  .option('--scans-per-kind <number>', 'degraded scans of each layout and quality', wholeNumber, 2)
  .option('--generated-claims <number>', 'claims on forms of random structure', wholeNumber, 300)
  .option('--misread-claims <number>', 'claims of which OCR misreads one word', wholeNumber, 20_000)
  .option('--burst-files <number>', 'files of the burst', wholeNumber, 500)
  .option(
    '--linkage-people <number>',
    'people of the list that record linkage is measured on',
    wholeNumber,
    50_000,
  )
  .showHelpAfterError();
program.parse();
const { only, json, scansPerKind, generatedClaims, misreadClaims, burstFiles, linkagePeople } =
  program.opts<Flags>();

const report = (message: string): void => console.error(`  ${message}`);
const machine = describeMachine();
const today = new Date().toISOString().slice(0, 10);
const options: BenchOptions = {
  report,
  today,
  scansPerKind,
  generatedClaims,
  misreadClaims,
  burstFiles,
  linkagePeople,
};
const results = new Map<string, GroupResult>();
for (const group of groups.filter(({ name }) => only?.includes(name) ?? true)) {
  try {
    const result = await group.run(options);
    results.set(group.name, result);
    if (json !== true) console.log(resultText(result));
  } catch (error) {
    if (error instanceof InterruptedError) process.exit(130);
    // One part that cannot be measured must not hide the others.
    report(`${group.name} could not be measured:`);
    reportError(error);
    process.exitCode = 1;
  }
}
const loadAfter = loadNow();
if (json === true) {
  const raw = Object.fromEntries(
    [...results].map(([name, { figures, details }]) => [name, { figures, details }]),
  );
  console.log(JSON.stringify({ machine: { ...machine, loadAfter }, today, groups: raw }, null, 2));
} else {
  console.log(
    `\n${results.size === 0 ? '' : missesText([...results.values()])}\n${machineText(machine, loadAfter)}`,
  );
}

function groupNames(text: string): readonly string[] {
  const wanted = text.split(',').map((name) => name.trim());
  const unknown = wanted.filter((name) => groups.every((group) => group.name !== name));
  if (unknown.length > 0) throw new InvalidArgumentError(`${unknown.join(', ')}: choose among ${names}.`);
  return wanted;
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1)
    throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return value;
}
