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
  );
}

/** A list as its sender wants to see it: what it is, where it has got to, or what to do about it. */
export function listHead(list: List, now: Date): string {
  const { listId, source, receivedAt, asOf, lineCount, closedAt, isDryRun } = list;
  const of = asOf === undefined ? '' : `, records as of ${asOf}`;
  const closed = closedAt === undefined ? '' : `, closed ${closedAt}`;
  return [
    `List ${formatReceipt(listId)} of ${source}: ${colouredState(list)}`,
    `  ${fileNameOf(list)}, received ${receivedAt}${closed}`,
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
  return lines === undefined ? STATE_TEXT[list.state] : `${STATE_TEXT[list.state]}: ${lines}`;
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

function colouredState({ state, isDryRun }: List): string {
  const text = isDryRun ? `${STATE_TEXT[state]} (dry run)` : STATE_TEXT[state];
  if (state === 'CLOSED') return pc.green(text);
  return state === 'REFUSED' ? pc.red(text) : pc.yellow(text);
}

const fileNameOf = ({ key }: List): string => key.slice(key.lastIndexOf('/') + 1);
