import { Command } from 'commander';
import { expect, it } from 'vitest';
import { submissionDateSchema, withSubmissionDate } from '../../../bin/commands/submission-date.ts';

const parsed = (...options: string[]) =>
  submissionDateSchema.parse(
    withSubmissionDate(new Command()).exitOverride().parse(options, { from: 'user' }).opts(),
  );

it.each(['--submission-date', '--deposit-date'])(
  'a channel may declare the day of submission with %s',
  (name) => {
    expect(parsed(name, '2026-11-18')).toEqual({ submissionDate: '2026-11-18' });
  },
);

it('a file without a declared day leaves it to intake', () => {
  expect(parsed()).toEqual({ submissionDate: undefined });
});

it('a day that is none in the calendar is refused before anything is uploaded', () => {
  const command = withSubmissionDate(new Command())
    .exitOverride()
    .configureOutput({ writeErr: () => undefined });
  expect(() => command.parse(['--submission-date', '2026-02-30'], { from: 'user' })).toThrow('YYYY-MM-DD');
});
