import pc from 'picocolors';
import { formatReceipt } from '../../core/domain/intake/receipt.ts';
import { explainRefusal } from '../../core/domain/lists/format/explain-refusal.ts';
import type { List } from '../../core/domain/lists/list.ts';
import { progressOf, type ListProgress } from '../../core/domain/lists/progress/list-progress.ts';
import { table } from './print.ts';
import { lineCountText, quantity, spell } from './quantity.ts';

const STATE_TEXT: Readonly<Record<List['state'], string>> = {
  RECEIVED: 'looking at the whole file',
  REFUSED: 'refused',
  VERIFYING: 'verifying lines',
  LINKING: 'looking for people who are in it twice',
  REGISTERING: 'registering people',
  CLOSING: 'writing the answer',
  CLOSED: 'closed',
};

/** One row a list. */
export function listsTable(lists: readonly List[], now: Date): string {
  return table(
    ['List', 'Source', 'File', 'Received', 'State', 'Lines'],
    lists.map((list) => [
      formatReceipt(list.listId),
      list.source,
      fileNameOf(list),
      list.receivedAt.slice(0, 16).replace('T', ' '),
      colouredState(list),
      linesText(progressOf(list, now)) ?? (list.lineCount === undefined ? '' : quantity(list.lineCount)),
    ]),
    [],
    ['Lines'],
  );
}

/** A list as its sender wants to see it: what it is, where it has got to, or what to do about it. */
export function listHead(list: List, now: Date): string {
  const { listId, source, receivedAt, asOf, lineCount, closedAt, isDryRun } = list;
  const of = asOf === undefined ? '' : `, records as of ${asOf}`;
  const closed = closedAt === undefined ? '' : `, closed ${instant(closedAt)}`;
  return [
    `List ${formatReceipt(listId)} of ${source}: ${colouredState(list)}`,
    `  ${fileNameOf(list)}, received ${instant(receivedAt)}${closed}`,
    ...(lineCount === undefined ? [] : [`  ${lineCountText(lineCount)}${of}`]),
    ...(isDryRun ? ['  Dry run: nothing is changed, nobody gets a number.'] : []),
    ...progressLines(list, now),
  ].join('\n');
}

/** Why a list was refused and what to do; undefined where it was not. */
export function refusalText({ refusal, refusalDetail }: List): string | undefined {
  return refusal === undefined ? undefined : `${refusal}: ${explainRefusal(refusal, refusalDetail)}`;
}

/** One line that tells where a list has got to. */
export function progressLine(list: List | undefined, now: Date): string {
  if (list === undefined) return 'uploaded, waiting to be looked at';
  const lines = linesText(progressOf(list, now));
  return lines === undefined ? stateText(list) : `${stateText(list)}: ${lines}`;
}

function progressLines(list: List, now: Date): string[] {
  const refusal = refusalText(list);
  if (refusal !== undefined) return [`  ${refusal}`];
  return list.state === 'CLOSED' ? [] : [`  ${progressLine(list, now)}`];
}

function linesText({ lines }: ListProgress): string | undefined {
  if (lines === undefined) return undefined;
  const { done, total, perSecond, secondsLeft } = lines;
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  const rate = perSecond === 0 ? '' : `, ${quantity(Math.round(perSecond))} lines/s`;
  const left = secondsLeft === undefined || done === total ? '' : `, ${spell(secondsLeft)} left`;
  return `${quantity(done)} of ${quantity(total)} (${percent} %)${rate}${left}`;
}

/** A dry run registers nobody. */
const stateText = ({ state, isDryRun }: List): string =>
  isDryRun && state === 'REGISTERING' ? 'deciding about people' : STATE_TEXT[state];

function colouredState(list: List): string {
  const { state, isDryRun } = list;
  const text = isDryRun ? `${stateText(list)} (dry run)` : stateText(list);
  if (state === 'CLOSED') return pc.green(text);
  return state === 'REFUSED' ? pc.red(text) : pc.yellow(text);
}

const fileNameOf = ({ key }: List): string => key.slice(key.lastIndexOf('/') + 1);

const instant = (iso: string): string => `${iso.slice(0, 19).replace('T', ' ')} UTC`;
