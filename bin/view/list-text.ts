import pc from 'picocolors';
import { formatReceipt } from '../../contexts/shared/identifiers/receipt-number.ts';
import { explainRefusal } from '../../contexts/registration/domain/lists/format/explain-refusal.ts';
import type { List } from '../../contexts/registration/domain/lists/list.ts';
import {
  progressOf,
  type ListProgress,
} from '../../contexts/registration/domain/lists/progress/list-progress.ts';
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

/** In a table of lists there is no room for more. */
const SHORT_STATE_TEXT: Readonly<Record<List['state'], string>> = {
  RECEIVED: 'reading',
  REFUSED: 'refused',
  VERIFYING: 'verifying',
  LINKING: 'linking',
  REGISTERING: 'registering',
  CLOSING: 'answering',
  CLOSED: 'closed',
};

/** One row a list. */
export function listsTable(lists: readonly List[], now: Date): string {
  return table(
    ['List', 'Source', 'File', 'Received UTC', 'State', 'Lines'],
    lists.map((list) => [
      formatReceipt(list.listId),
      list.source,
      fileNameOf(list),
      list.receivedAt.slice('2026-'.length, 16).replace('T', ' '),
      coloured(list, shortStateText(list, now)),
      list.lineCount === undefined ? '' : quantity(list.lineCount),
    ]),
    { numbers: ['Lines'] },
  );
}

/** A list as its sender wants to see it: what it is, where it has got to, or what to do about it. */
export function listHead(list: List, now: Date): string {
  const { listId, source, receivedAt, asOf, lineCount, closedAt, isDryRun } = list;
  const of = asOf === undefined ? '' : `, records as of ${asOf}`;
  const closed = closedAt === undefined ? '' : `, closed ${instantText(closedAt)}`;
  return [
    `List ${formatReceipt(listId)} of ${source}: ${coloured(list, isDryRun ? `${stateText(list)} (dry run)` : stateText(list))}`,
    `  ${fileNameOf(list)}, received ${instantText(receivedAt)}${closed}`,
    ...(lineCount === undefined ? [] : [`  ${lineCountText(lineCount)}${of}`]),
    ...(isDryRun ? ['  Dry run: nothing is changed, nobody gets a number.'] : []),
    ...progressLines(list, now),
  ].join('\n');
}

/** Why a list was refused and what to do; undefined where it was not. */
export function refusalText({ refusal, refusalDetail }: List): string | undefined {
  if (refusal === undefined) return undefined;
  const detail =
    refusal === 'KNOWN_LIST' && refusalDetail !== undefined ? formatReceipt(refusalDetail) : refusalDetail;
  return `${refusal}: ${explainRefusal(refusal, detail)}`;
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
  const rate = perSecond === 0 ? '' : `, ${quantity(Math.round(perSecond))} lines/s`;
  const left = secondsLeft === undefined || done === total ? '' : `, ${spell(secondsLeft)} left`;
  return `${quantity(done)} of ${quantity(total)} (${percentText(done, total)})${rate}${left}`;
}

/** A dry run registers nobody. */
const stateText = ({ state, isDryRun }: List): string =>
  isDryRun && state === 'REGISTERING' ? 'deciding about people' : STATE_TEXT[state];

function shortStateText(list: List, now: Date): string {
  const { lines } = progressOf(list, now);
  return [
    SHORT_STATE_TEXT[list.state],
    ...(lines === undefined ? [] : [percentText(lines.done, lines.total)]),
    ...(list.isDryRun ? ['(dry)'] : []),
  ].join(' ');
}

const percentText = (done: number, total: number): string =>
  `${total === 0 ? 100 : Math.floor((100 * done) / total)} %`;

function coloured({ state }: List, text: string): string {
  if (state === 'CLOSED') return pc.green(text);
  return state === 'REFUSED' ? pc.red(text) : pc.yellow(text);
}

const fileNameOf = ({ key }: List): string => key.slice(key.lastIndexOf('/') + 1);

/** To the second, as people read it. */
export const instantText = (iso: string): string => `${iso.slice(0, 19).replace('T', ' ')} UTC`;
