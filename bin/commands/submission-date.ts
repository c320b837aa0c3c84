import { InvalidArgumentError, Option, type Command } from 'commander';
import * as z from 'zod';

/** What `withSubmissionDate` adds to the options of a command, as parsed. */
export const submissionDateSchema = z
  .object({ submissionDate: z.iso.date().optional(), depositDate: z.iso.date().optional() })
  .transform(({ submissionDate, depositDate }) => ({ submissionDate: submissionDate ?? depositDate }));

/** Adds `--submission-date`, and the name it had before, which scripts of channels may still use. */
export function withSubmissionDate(command: Command): Command {
  return command
    .option(
      '--submission-date <day>',
      'the day the paper was handed in, YYYY-MM-DD; today where it is not given',
      parseDay,
    )
    .addOption(new Option('--deposit-date <day>').argParser(parseDay).hideHelp());
}

function parseDay(text: string): string {
  const parsed = z.iso.date().safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError('A day is written as YYYY-MM-DD.');
  return parsed.data;
}
