import type { ListEvent } from '../../contexts/events/events.ts';
import { listMachine } from '../../contexts/registration/domain/lists/list-states.ts';
import type { LineRange, List, ListRefusal } from '../../contexts/registration/domain/lists/list.ts';
import { mayMove } from '../../contexts/shared/state-machine.ts';
import type { WriteResult } from '../../contexts/shared/ports/write-result.ts';
import type { ListStore, PlannedFacts } from '../../contexts/registration/ports/lists.ts';
import type { Clock } from '../../contexts/shared/time/clock.ts';

type Stamp = Pick<ListEvent, 'eventId' | 'occurredAt' | 'listId' | 'source' | 'isDryRun'>;

/** Lists in memory, with the conditions of the registry table: each change and its event together, once. */
export class MemoryListStore implements ListStore {
  /** What was committed, in its order: what the relay would send. */
  readonly events: ListEvent[] = [];
  readonly #lists = new Map<string, List>();
  readonly #contents = new Map<string, string>();
  readonly #done = new Set<string>();
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  find(listId: string): Promise<List | undefined> {
    return Promise.resolve(this.#lists.get(listId));
  }

  listByMonth(month: string): Promise<readonly List[]> {
    const lists = [...this.#lists.values()].filter(({ receivedAt }) => receivedAt.startsWith(month));
    return Promise.resolve(lists.toSorted((one, other) => (one.receivedAt < other.receivedAt ? 1 : -1)));
  }

  receive(list: List): Promise<WriteResult> {
    if (this.#lists.has(list.listId)) return Promise.resolve('known');
    this.#lists.set(list.listId, list);
    this.events.push({ type: 'list.received.v1', ...this.#stamp(list) });
    return Promise.resolve('applied');
  }

  refuse(list: List, refusal: ListRefusal, detail: string | undefined): Promise<WriteResult> {
    const next: List = { ...this.#moved(list, 'REFUSED'), refusal, refusalDetail: detail };
    return this.#move(list, next, { type: 'list.refused.v1', ...this.#stamp(next), reason: refusal });
  }

  plan(list: List, found: PlannedFacts): Promise<WriteResult | { readonly knownAs: string }> {
    const { contentSha256, lineCount, rangeCount } = found;
    const knownAs = this.#contents.get(contentSha256);
    if (knownAs !== undefined && knownAs !== list.listId) return Promise.resolve({ knownAs });
    const next: List = { ...this.#moved(list, 'VERIFYING'), ...found };
    const event: ListEvent = { type: 'list.planned.v1', ...this.#stamp(next), lineCount, rangeCount };
    const result = this.#moveNow(list, next, event);
    if (result === 'applied' && !list.isDryRun) this.#contents.set(contentSha256, list.listId);
    return Promise.resolve(result);
  }

  countVerifiedRange(
    list: List,
    { number: range, lineCount }: Pick<LineRange, 'number' | 'lineCount'>,
  ): Promise<List> {
    const change = `VERIFY#${range}`;
    const event: ListEvent = {
      type: 'list.range-verified.v1',
      ...this.#stamp(list, change),
      range,
      lineCount,
    };
    return this.#countOnce(list, change, event, (now) => ({
      ...now,
      verifiedRangeCount: now.verifiedRangeCount + 1,
      verifiedLineCount: now.verifiedLineCount + lineCount,
    }));
  }

  startLinking(list: List): Promise<WriteResult> {
    const next = this.#moved(list, 'LINKING');
    return this.#move(list, next, { type: 'list.verified.v1', ...this.#stamp(next) });
  }

  startRegistering(list: List, unitCount: number): Promise<WriteResult> {
    const next: List = { ...this.#moved(list, 'REGISTERING'), unitCount };
    return this.#move(list, next, { type: 'list.linked.v1', ...this.#stamp(next), unitCount });
  }

  countRegisteredUnit(list: List, unit: number, lineCount: number): Promise<List> {
    const change = `REGISTER#${unit}`;
    const event: ListEvent = {
      type: 'list.unit-registered.v1',
      ...this.#stamp(list, change),
      unit,
      lineCount,
    };
    return this.#countOnce(list, change, event, (now) => ({
      ...now,
      registeredUnitCount: now.registeredUnitCount + 1,
      registeredLineCount: now.registeredLineCount + lineCount,
    }));
  }

  startClosing(list: List): Promise<WriteResult> {
    const next = this.#moved(list, 'CLOSING');
    return this.#move(list, next, { type: 'list.registered.v1', ...this.#stamp(next) });
  }

  close(list: List, counts: Readonly<Record<string, number>>): Promise<WriteResult> {
    const next = this.#moved(list, 'CLOSED');
    const closed: List = { ...next, closedAt: next.stateSince, counts: { ...counts } };
    const lineCount = Object.values(counts).reduce((sum, count) => sum + count, 0);
    return this.#move(list, closed, { type: 'list.closed.v1', ...this.#stamp(next), lineCount });
  }

  #moved(list: List, state: List['state']): List {
    return { ...list, state, version: list.version + 1, stateSince: this.#clock().toISOString() };
  }

  #stamp({ listId, source, isDryRun, version }: List, change = String(version)): Stamp {
    return {
      eventId: `${listId}#${change}`,
      occurredAt: this.#clock().toISOString(),
      listId,
      source,
      isDryRun,
    };
  }

  #move(from: List, to: List, event: ListEvent): Promise<WriteResult> {
    return Promise.resolve(this.#moveNow(from, to, event));
  }

  /** At once, as a transaction is: nothing comes between the look and the change. */
  #moveNow(from: List, to: List, event: ListEvent): WriteResult {
    const now = this.#lists.get(from.listId);
    if (now?.version === from.version && mayMove(listMachine, now.state, to.state)) {
      this.#lists.set(to.listId, { ...to, ...countersOf(now) });
      this.events.push(event);
      return 'applied';
    }
    return now?.state === to.state ? 'known' : 'refused';
  }

  #countOnce(list: List, change: string, event: ListEvent, add: (now: List) => List): Promise<List> {
    const now = this.#lists.get(list.listId);
    if (now === undefined) return Promise.reject(new Error('The list that was counted on is not there'));
    const marker = `${list.listId}#${change}`;
    if (this.#done.has(marker)) return Promise.resolve(now);
    this.#done.add(marker);
    const after = add(now);
    this.#lists.set(list.listId, after);
    this.events.push(event);
    return Promise.resolve(after);
  }
}

/** Counters are kept apart from the list's item: a move that was decided before a count does not undo it. */
function countersOf({
  verifiedRangeCount,
  verifiedLineCount,
  registeredUnitCount,
  registeredLineCount,
}: List) {
  return { verifiedRangeCount, verifiedLineCount, registeredUnitCount, registeredLineCount };
}
