import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Option, type Command } from 'commander';
import * as z from 'zod';
import { loadReference, ReferenceListError } from '../../contexts/registration/use-cases/load-reference.ts';
import { referenceSources } from '../../contexts/registry/ports/references.ts';
import { demandFile } from '../view/demand-file.ts';
import { plural, print } from '../view/print.ts';
import { UserError } from '../view/user-error.ts';
import { connect, globalOptions } from './connect.ts';
import { parseOptions } from './parse-options.ts';

const optionsSchema = z.object({ source: z.enum(referenceSources) });

/** Adds `registry reference`: what other schemes and civil status say of people. */
export function addReferenceCommands(registry: Command): void {
  registry
    .command('reference')
    .description('What other schemes and civil status say of people')
    .command('load')
    .description('load a list of people who are covered by another scheme, or who have died')
    .argument('<file>', 'CSV with column names, or JSON Lines (docs/schemas/reference-cover.schema.json)')
    .addOption(
      new Option('--source <name>', 'whose list it is').choices([...referenceSources]).makeOptionMandatory(),
    )
    .action(async (file: string, options: unknown, command: Command) => {
      demandFile(file);
      const { source } = parseOptions(optionsSchema, options);
      const { references } = await connect(command);
      const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
      const loaded = await loadReference(lines, source, references).catch((error: unknown) => {
        throw error instanceof ReferenceListError
          ? new UserError(error.message, 'Then load it again.')
          : error;
      });
      print(globalOptions(command).json, loaded, () =>
        [
          ...loaded.refused.map(({ line, reason }) => `line ${line} refused: ${reason}`),
          `${plural(loaded.loadedCount, 'line')} loaded, ${loaded.refused.length} refused`,
        ].join('\n'),
      );
      if (loaded.refused.length > 0) process.exitCode = 1;
    });
}
