import { readFile } from 'node:fs/promises';
import { InvalidArgumentError, type Command } from 'commander';
import * as z from 'zod';
import { MedicineListError } from '../../contexts/medicines/domain/list/medicine-list-error.ts';
import { loadMedicines, type LoadedMedicines } from '../../contexts/medicines/use-cases/load-medicines.ts';
import { isIsoDate } from '../../contexts/shared/time/calendar.ts';
import { dayInMorocco } from '../../contexts/shared/time/morocco-time.ts';
import { demandFile } from '../view/demand-file.ts';
import { createLiveLine } from '../view/live-line.ts';
import { plural, print } from '../view/print.ts';
import { quantity } from '../view/quantity.ts';
import { UserError } from '../view/user-error.ts';
import { connect, globalOptions } from './connect.ts';
import { parseOptions } from './parse-options.ts';

const optionsSchema = z.object({
  from: z.string().optional(),
  source: z.string().min(1).optional(),
  dryRun: z.boolean().default(false),
  allowPast: z.boolean().default(false),
});

/** Adds `registry medicines`: which boxes there are, what they cost, and what of it is paid back. */
export function addMedicineCommands(registry: Command): void {
  registry
    .command('medicines')
    .description('Which medicines there are, what a box costs, and what of it is reimbursed')
    .command('load')
    .description('load a list of medicines; a changed price ends the one before, past prices never change')
    .argument(
      '<file>',
      'CSV in the columns of the fund’s list, or JSON Lines (docs/schemas/medicine-line.schema.json)',
    )
    .option('--from <day>', 'first day of the prices, where the lines do not say it: YYYY-MM-DD', dayOf)
    .option('--source <text>', 'whose list it is, where the lines do not say it')
    .option('--allow-past', 'take prices that begin before today, though claims of those days were decided')
    .option('--dry-run', 'only say what would become of each line')
    .action(async (file: string, options: unknown, command: Command) => {
      demandFile(file);
      const { from, source, dryRun, allowPast } = parseOptions(optionsSchema, options);
      const { json } = globalOptions(command);
      const { medicines } = await connect(command);
      const line = json ? undefined : createLiveLine();
      const loaded = await loadMedicines(await readFile(file), medicines, {
        ...{ from, source, isDryRun: dryRun },
        notBefore: allowPast ? undefined : dayInMorocco(new Date()),
        report: (done, total) => line?.show(`${quantity(done)} of ${quantity(total)} medicines`, ''),
      }).catch((error: unknown) => {
        throw error instanceof MedicineListError
          ? new UserError(error.message, 'Then load the list again.')
          : error;
      });
      line?.clear();
      print(json, loaded, () => loadedText(loaded, dryRun));
      if (loaded.refused.length > 0) process.exitCode = 1;
    });
}

function loadedText(
  { newCount, changedCount, unchangedCount, missingCount, refused }: LoadedMedicines,
  isDryRun: boolean,
): string {
  return [
    ...refused.map(({ line, reason }) => `line ${line} refused: ${reason}`),
    `${isDryRun ? 'nothing written; it would be ' : ''}${plural(newCount, 'medicine')} new, ${changedCount} changed, ${unchangedCount} unchanged; ${plural(refused.length, 'line')} refused`,
    ...(missingCount === 0
      ? []
      : [`${plural(missingCount, 'code')} on file not in this list: their prices stay as they are`]),
  ].join('\n');
}

function dayOf(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('It must be a day that exists, as YYYY-MM-DD.');
  return text;
}
