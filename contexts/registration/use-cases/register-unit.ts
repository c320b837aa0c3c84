import pMap from 'p-map';
import type { RuleBook } from '#rules';
import type { LinkedLine } from '../records/list-lines.ts';
import type { RegisterUnit } from '../records/work-messages.ts';
import { decideUnit } from '../domain/decide-unit.ts';
import { NO_FACTS } from '../domain/identity-facts.ts';
import type { LineDecision, ListContext } from '../domain/line-decision.ts';
import type { List } from '../domain/lists/list.ts';
import type { ListObjects, ListStore } from '../ports/lists.ts';
import type { RegistrationStore } from '../ports/registration.ts';
import { writeLine, type WrittenLine } from './write-line.ts';

export interface RegisterUnitDependencies {
  readonly lists: Pick<ListStore, 'find' | 'countRegisteredUnit'>;
  readonly objects: Pick<ListObjects, 'readUnit' | 'writeOutcomes'>;
  readonly registrations: RegistrationStore;
  readonly rules: RuleBook;
}

export interface RegisteredUnit {
  /** `past`: the list is beyond registering, or was refused; nothing was changed. */
  readonly outcome: 'registered' | 'decided' | 'past';
  readonly lineCount: number;
  /** Lines by outcome code. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Lines written side by side: as many transactions as one function's connections carry without waiting. */
const PARALLEL_LINES = 20;
/** Another list may take a person between the look and the write; that this happens again and again is a fault. */
const MAX_ROUNDS = 5;

/**
 * Registers the people of one unit of a list, once however often the message comes; a dry run only decides. A line that cannot be
 * written does not hold the others: they are written, then the message fails and comes again, and what was written counts as the
 * same.
 * @throws Error that names the lines which could not be written, by number
 */
export async function registerUnit(
  { listId, unit }: RegisterUnit,
  { lists, objects, registrations, rules }: RegisterUnitDependencies,
): Promise<RegisteredUnit> {
  const list = await lists.find(listId);
  if (list === undefined) throw new Error('The list of the unit is not in the registry table');
  if (list.state === 'CLOSING' || list.state === 'CLOSED' || list.state === 'REFUSED')
    return { outcome: 'past', lineCount: 0, counts: {} };
  if (list.state !== 'REGISTERING') throw new Error('The list is not registering yet');
  const lines = await objects.readUnit(listId, unit);
  const decisions = await decideAndWrite(lines, list, { registrations, context: contextOf(list, rules) });
  const outcomes = decisions.map(({ outcome }) => outcome);
  await objects.writeOutcomes(listId, unit, outcomes);
  await lists.countRegisteredUnit(list, unit, lines.length);
  const byCode = Object.entries(Object.groupBy(outcomes, ({ code }) => code));
  return {
    outcome: list.isDryRun ? 'decided' : 'registered',
    lineCount: lines.length,
    counts: Object.fromEntries(byCode.map(([code, some]) => [code, some.length])),
  };
}

function contextOf({ listId, source, asOf }: List, rules: RuleBook): ListContext {
  if (asOf === undefined) throw new Error('The list has no date: it was not planned');
  return { listId, source, asOf, rules };
}

interface Writing {
  readonly registrations: RegistrationStore;
  readonly context: ListContext;
}

/** Decides and writes; what someone else changed meanwhile is looked at and decided again. */
async function decideAndWrite(
  lines: readonly LinkedLine[],
  { isDryRun }: List,
  writing: Writing,
): Promise<readonly LineDecision[]> {
  const settled = new Map<number, LineDecision>();
  let open = lines;
  for (let round = 1; open.length > 0; round += 1) {
    if (round > MAX_ROUNDS) throw new Error(`Others keep changing the people of ${namesOf(open)}`);
    const decisions = await decide(open, writing);
    const written = isDryRun ? decisions : await writeAll(decisions, writing.registrations);
    for (const line of written) if (line !== 'changed-meanwhile') settled.set(line.outcome.line, line);
    const changed = new Set(
      open.flatMap(({ verified }, index) =>
        written[index] === 'changed-meanwhile' ? [groupOf(verified)] : [],
      ),
    );
    open = open.filter(({ verified }) => changed.has(groupOf(verified)));
  }
  return lines.map(({ verified }) => {
    const decision = settled.get(verified.line);
    if (decision === undefined) throw new Error(`Line ${verified.line} has no outcome`);
    return decision;
  });
}

async function decide(
  lines: readonly LinkedLine[],
  { registrations, context }: Writing,
): Promise<readonly LineDecision[]> {
  const records = lines.flatMap(({ verified }) => (verified.status === 'usable' ? [verified.record] : []));
  const found = (await registrations.findFacts(records))[Symbol.iterator]();
  const facts = lines.map(({ verified }) =>
    verified.status === 'usable' ? (found.next().value ?? NO_FACTS) : NO_FACTS,
  );
  return decideUnit(lines, facts, context);
}

async function writeAll(
  decisions: readonly LineDecision[],
  registrations: RegistrationStore,
): Promise<readonly WrittenLine[]> {
  const failed: { readonly line: number; readonly cause: unknown }[] = [];
  const written = await pMap(
    decisions,
    async (decision): Promise<WrittenLine> => {
      try {
        return await writeLine(decision, registrations);
      } catch (cause) {
        failed.push({ line: decision.outcome.line, cause });
        return decision;
      }
    },
    { concurrency: PARALLEL_LINES },
  );
  const [first] = failed;
  if (first !== undefined)
    throw new Error(
      `${failed.length} lines could not be written: ${failed.map(({ line }) => line).join(', ')}`,
      {
        cause: first.cause,
      },
    );
  return withNumbersOfHeads(decisions, written);
}

/** Members of a new household have the number that their head was given. */
function withNumbersOfHeads(
  decisions: readonly LineDecision[],
  written: readonly WrittenLine[],
): readonly WrittenLine[] {
  const byLine = new Map(decisions.map(({ outcome }, index) => [outcome.line, written[index]]));
  return written.map((line) => {
    if (line === 'changed-meanwhile' || line.numberFromLine === undefined) return line;
    const head = byLine.get(line.numberFromLine);
    if (head === undefined || head === 'changed-meanwhile') return 'changed-meanwhile';
    return { ...line, outcome: { ...line.outcome, registrationNumber: head.outcome.registrationNumber } };
  });
}

/** Lines that are decided together. */
function groupOf(verified: LinkedLine['verified']): string {
  if (verified.status === 'usable' && verified.record.kind === 'member')
    return `household ${verified.record.household}`;
  return `line ${verified.line}`;
}

const namesOf = (lines: readonly LinkedLine[]): string =>
  `lines ${lines.map(({ verified }) => verified.line).join(', ')}`;
