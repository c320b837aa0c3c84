import { Command } from 'commander';

/** What a fit is asked for. */
export interface FitOptions {
  readonly sheets: number;
  /** Seed. */
  readonly from: number;
  /** ISO day. */
  readonly day: string;
}

/** @param sheets how many are drawn where nothing else is asked for */
export function fitOptions(name: string, description: string, sheets: number): FitOptions {
  return new Command(name)
    .description(description)
    .option('--sheets <number>', 'how many are drawn', Number, sheets)
    .option('--from <number>', 'seed', Number, 1)
    .requiredOption('--day <day>', 'ISO day that the model is marked with')
    .parse()
    .opts<FitOptions>();
}
