#!/usr/bin/env node
import { Command, InvalidArgumentError, Option } from 'commander';
import * as z from 'zod';
import { startOcrService } from './service.ts';

const positiveNumber = numberThat((value) => value > 0, 'a number above 0');
const numberFromZero = numberThat((value) => value >= 0, 'a number of 0 or more');
const positiveInteger = numberThat((value) => Number.isInteger(value) && value > 0, 'a whole number above 0');
const portNumber = numberThat(
  (value) => Number.isInteger(value) && value >= 0 && value < 65_536,
  'a port number, 0 for any free one',
);

const optionsSchema = z.object({
  port: z.number(),
  host: z.string(),
  cacheDirectory: z.string().optional(),
  recordedAnswersDirectory: z.string().optional(),
  startsPerSecond: z.number().nullable().default(null),
  getsPerSecond: z.number().nullable().default(null),
  syncCallsPerSecond: z.number().nullable().default(null),
  concurrentJobs: z.number().nullable().default(null),
  jobSeconds: z.number().optional(),
  pageTimeoutSeconds: z.number().optional(),
  workers: z.number().optional(),
});

const command = new Command('ocr-server')
  .description('An OCR service on this machine that speaks the wire protocol of Amazon Textract')
  .addOption(option('--port <number>', 'port to listen on', 'OCR_PORT', portNumber).default(4575))
  .addOption(option('--host <address>', 'address to listen on', 'OCR_HOST').default('127.0.0.1'))
  .addOption(option('--cache-directory <path>', 'where readings are kept', 'OCR_CACHE_DIRECTORY'))
  .addOption(
    option(
      '--recorded-answers-directory <path>',
      'answers to give instead of reading',
      'OCR_RECORDED_ANSWERS_DIRECTORY',
    ),
  )
  .addOption(
    option(
      '--starts-per-second <number>',
      'quota of each Start operation',
      'OCR_STARTS_PER_SECOND',
      positiveNumber,
    ),
  )
  .addOption(
    option(
      '--gets-per-second <number>',
      'quota of each Get operation',
      'OCR_GETS_PER_SECOND',
      positiveNumber,
    ),
  )
  .addOption(
    option(
      '--sync-calls-per-second <number>',
      'quota of each synchronous operation',
      'OCR_SYNC_CALLS_PER_SECOND',
      positiveNumber,
    ),
  )
  .addOption(
    option(
      '--concurrent-jobs <number>',
      'jobs that may be in progress',
      'OCR_CONCURRENT_JOBS',
      positiveInteger,
    ),
  )
  .addOption(option('--job-seconds <number>', 'the least a job takes', 'OCR_JOB_SECONDS', numberFromZero))
  .addOption(
    option(
      '--page-timeout-seconds <number>',
      'the most a page may take',
      'OCR_PAGE_TIMEOUT_SECONDS',
      positiveNumber,
    ),
  )
  .addOption(option('--workers <number>', 'pages read at once', 'OCR_WORKERS', positiveInteger));

const { startsPerSecond, getsPerSecond, syncCallsPerSecond, concurrentJobs, ...options } =
  optionsSchema.parse(command.parse().opts());

try {
  const service = await startOcrService({
    ...options,
    quota: { startsPerSecond, getsPerSecond, syncCallsPerSecond, concurrentJobs },
  });
  console.log(`OCR service ready at ${service.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void service.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  const isPortTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(
    isPortTaken
      ? `Port ${options.port} is taken: stop what uses it, or give another one with --port`
      : `The OCR service could not start: ${error instanceof Error ? error.message : String(error)}`,
  );
  process.exitCode = 1;
}

function option(
  flags: string,
  description: string,
  environmentVariable: string,
  parse?: (value: string) => number,
): Option {
  const made = new Option(flags, description).env(environmentVariable);
  return parse === undefined ? made : made.argParser(parse);
}

function numberThat(accepts: (value: number) => boolean, what: string): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (text.trim() === '' || !accepts(value)) {
      throw new InvalidArgumentError(`It must be ${what}.`);
    }
    return value;
  };
}
