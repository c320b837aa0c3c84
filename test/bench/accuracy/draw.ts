#!/usr/bin/env node
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command, Option } from 'commander';
import { anyFormScan } from '../../../local/samples/any-form/any-form-sample.ts';
import type { Half } from '../../../local/samples/any-form/half.ts';
import { GENERATED_ON } from './generated-scans.ts';

// Draws claims on forms of random structure into a folder: the scan, its truth, what a perfect OCR would read, the registry.
const program = new Command('draw')
  .addOption(new Option('--half <half>', 'which half').choices(['build', 'test']).default('build'))
  .option('--from <number>', 'first seed', Number, 0)
  .option('--count <number>', 'how many', Number, 10)
  .option('--medicines', 'forms with the part of a pharmacy')
  .option('--care-types', 'of the build half: forms that ask for the kind of care')
  .option('--providers', 'forms whose rows name further providers')
  .requiredOption('--out <folder>', 'where to');
program.parse();
const { half, from, count, medicines, providers, careTypes, out } = program.opts<{
  half: Half;
  from: number;
  count: number;
  medicines?: true;
  providers?: true;
  careTypes?: true;
  out: string;
}>();

mkdirSync(out, { recursive: true });
const write = (name: string, value: unknown): void =>
  writeFileSync(path.join(out, name), `${JSON.stringify(value, null, 1)}\n`);
for (let seed = from; seed < from + count; seed += 1) {
  const scan = await anyFormScan(seed, {
    half,
    day: GENERATED_ON,
    medicines: medicines === true,
    providers: providers === true,
    careTypes: careTypes === true,
  });
  const { id, claim, design, fields, meant, truths, perfectPages, fileName, bytes } = scan;
  writeFileSync(path.join(out, fileName), bytes);
  write(`${id}.truth.json`, {
    id,
    file: fileName,
    half,
    family: design.family,
    structure: design.structure,
    claimCase: claim.claimCase,
    day: claim.day,
    expected: claim.expected,
    registrationNumber: claim.household.registrationNumber,
    inpe: claim.provider.inpe,
    fields,
    meant,
    pages: truths,
  });
  write(`${id}.perfect.json`, { pages: perfectPages });
  write(`${id}.records.json`, claim.records);
  if (claim.dispensing !== undefined) write(`${id}.medicines.json`, claim.dispensing.listed);
  console.log(path.join(out, fileName));
}
