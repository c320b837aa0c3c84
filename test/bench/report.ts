import CliTable from 'cli-table3';
import pc from 'picocolors';
import type { GroupResult, Table } from './group.ts';
import { isMet } from './group.ts';
import type { Machine } from './machine.ts';

export function machineText(machine: Machine, loadAfter: number): string {
  const changes = machine.hasUncommittedChanges ? ' with uncommitted changes' : '';
  return (
    `Milaf at ${machine.commit}${changes}; Node ${machine.node}; ${machine.cores} cores of ${machine.processor}, ` +
    `${machine.memoryGigabytes} GB; load ${machine.loadBefore} before, ${loadAfter} after`
  );
}

export function resultText({ tables, notes }: GroupResult): string {
  return [...tables.map(tableText), ...notes.map((note) => pc.dim(note))].join('\n');
}

/** One line for each figure that misses its target. */
export function missesText(results: readonly GroupResult[]): string {
  const misses = results
    .flatMap(({ figures }) => figures)
    .filter(({ value, target }) => target !== undefined && !isMet(value, target));
  return misses.length === 0
    ? pc.green('Every figure meets its target.')
    : pc.red(`Missed: ${misses.map(({ name }) => name).join('; ')}`);
}

function tableText({ title, head, rows }: Table): string {
  const table = new CliTable({ head: [...head], style: { head: [], border: [], compact: true } });
  for (const row of rows) table.push([...row]);
  return `\n${pc.bold(title)}\n${table.toString()}`;
}
