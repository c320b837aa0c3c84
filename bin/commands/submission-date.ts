import { InvalidArgumentError, Option, type Command } from 'commander';
import * as z from 'zod';
import { submissionDateOf } from '../../contexts/intake/domain/submission-date.ts';
import { UserError } from '../view/user-error.ts';

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

/**
 * Intake does not believe a day that has not come, and lets the day of upload count instead: better said before.
 * @throws UserError
 */
export function demandSubmissionDate(declared: string | undefined, now: Date): void {
  const { findings, receivedOn } = submissionDateOf(
    { declared, uploadedAt: now },
    { farBackdatedDays: Infinity },
  );
  if (findings.some(({ code }) => code === 'DEPOSIT_DATE_INVALID'))
    throw new UserError(
      `${declared ?? ''} lies after today, ${receivedOn}: no paper can have been handed in then.`,
      'Give the day the paper was handed in with --submission-date, or leave it out for today.',
    );
}

function parseDay(text: string): string {
  const parsed = z.iso.date().safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError('A day is written as YYYY-MM-DD.');
  return parsed.data;
}
