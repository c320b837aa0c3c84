import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { loadRegistry } from '../../contexts/registry/use-cases/load-registry.ts';
import { plural, print } from '../view/print.ts';
import { demandFile } from '../view/demand-file.ts';
import { connect, globalOptions } from './connect.ts';
import { addMedicineCommands } from './medicines.ts';
import { addReferenceCommands } from './reference.ts';

export function addRegistryCommands(program: Command): void {
  const registry = program
    .command('registry')
    .description('Who is insured, with which rights and which account');
  addReferenceCommands(registry);
  addMedicineCommands(registry);
  registry
    .command('load')
    .description(
      'load persons, dependants, coverages, contributions, accounts, prior approvals, providers and their accounts',
    )
    .argument('<file>', 'JSON Lines, one record a line (docs/schemas/registry-record.schema.json)')
    .action(async (file: string, _options: unknown, command: Command) => {
      demandFile(file);
      const { registry: store } = await connect(command);
      const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
      const loaded = await loadRegistry(lines, store);
      print(globalOptions(command).json, loaded, () =>
        [
          ...loaded.refused.map(({ line, reason }) => `line ${line} refused: ${reason}`),
          `${plural(loaded.loadedCount, 'record')} loaded, ${loaded.refused.length} refused`,
        ].join('\n'),
      );
      if (loaded.refused.length > 0) process.exitCode = 1;
    });
}
