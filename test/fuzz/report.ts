import CliTable from 'cli-table3';
import { numberText } from '../bench/number-text.ts';
import type { Failure, Tally } from './run/tally.ts';

const HEAD = [
  ...['parser', 'inputs', 'accepted', 'refused', 'failures', 'slowest ms', 'peak MB'],
  'pages: same, other, unread',
] as const;

function rowOf(name: string, tally: Tally): readonly string[] {
  const { inputs, accepted, refusedBy, failures, slowestMilliseconds, peakMegabytes, judged } = tally;
  const kinds = Object.keys(refusedBy).length;
  const refusedCount = Object.values(refusedBy).reduce((sum, count) => sum + count, 0);
  const isJudged = judged.same + judged.other + judged.unread > 0;
  return [
    name,
    numberText(inputs),
    numberText(accepted),
    refusedCount === 0 ? '0' : `${numberText(refusedCount)} (${kinds} ${kinds === 1 ? 'kind' : 'kinds'})`,
    numberText(failures.length),
    numberText(Math.round(slowestMilliseconds.value)),
    numberText(Math.round(peakMegabytes.value)),
    isJudged ? [judged.same, judged.other, judged.unread].map(numberText).join(', ') : '',
  ];
}

/** What became of all inputs, by parser. */
export function summaryText(tallies: ReadonlyMap<string, Tally>): string {
  const table = new CliTable({ head: [...HEAD], style: { head: [], border: [], compact: true } });
  for (const [name, tally] of tallies) table.push([...rowOf(name, tally)]);
  const reasons = [...tallies].map(([name, { refusedBy }]) => `${name}: ${reasonsText(refusedBy)}`);
  return [table.toString(), '', 'Refused by reason', ...reasons].join('\n');
}

function reasonsText(refusedBy: Tally['refusedBy']): string {
  const sorted = Object.entries(refusedBy).toSorted(([, one], [, other]) => other - one);
  return sorted.map(([reason, count]) => `${reason} ${numberText(count)}`).join('; ') || 'none';
}

/** One line for each cause, with a file that shows it. */
export function failureText(name: string, { kind, what }: Failure, count: number, file: string): string {
  return `${name}: ${kind}, ${numberText(count)} times: ${what}\n  npm run fuzz -- --only ${name} --replay ${file}`;
}
