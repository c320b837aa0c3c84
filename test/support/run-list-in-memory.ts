import { tmpdir } from 'node:os';
import { DuckDbIdentityExtract } from '../../contexts/registration/duckdb/identity-extract.ts';
import { DuckDbLinkEngine } from '../../contexts/registration/duckdb/link-engine.ts';
import { advanceList } from '../../contexts/registration/use-cases/advance-list.ts';
import { closeList } from '../../contexts/registration/use-cases/close-list.ts';
import { linkList } from '../../contexts/registration/use-cases/link-list.ts';
import type { PlanListSettings } from '../../contexts/registration/use-cases/plan-list.ts';
import { receiveList } from '../../contexts/registration/use-cases/receive-list.ts';
import { registerUnit } from '../../contexts/registration/use-cases/register-unit.ts';
import { verifyRange } from '../../contexts/registration/use-cases/verify-range.ts';
import type { ListEvent } from '../../contexts/events/events.ts';
import type { ListSource } from '../../contexts/shared/identifiers/list-source.ts';
import type { ObjectCreated } from '../../contexts/shared/records/object-created.ts';
import type { RegisterUnit, VerifyRange } from '../../contexts/registration/records/work-messages.ts';
import { fileIdOf } from '../../contexts/intake/domain/receipt.ts';
import { parseListKey } from '../../contexts/registration/domain/lists/format/list-name.ts';
import { LIST_FOLDERS } from '../../contexts/registration/domain/lists/list.ts';
import type { LinkEngine, ListQueues, OutcomeReader } from '../../contexts/registration/ports/lists.ts';
import type { RegistrationStore } from '../../contexts/registration/ports/registration.ts';
import type { IdentityExtract } from '../../contexts/registration/ports/staging.ts';
import type { RuleBook } from '../../contexts/rules/rule-book.ts';
import { seededRandom, type Random } from '../../local/samples/random.ts';
import { Killer, wasKilled } from './killing.ts';
import { MemoryListObjects } from './memory-list-objects.ts';
import { MemoryListStore } from './memory-list-store.ts';
import { MemoryOutcomeReader } from './memory-outcome-reader.ts';
import { MemorySigner } from './memory-signer.ts';

const BUCKET = 'lists';

export interface ListWorldOptions {
  readonly registrations: RegistrationStore;
  readonly rules: RuleBook;
  /** How lists are cut; small, so that a small list has many parts. */
  readonly planning?: Partial<PlanListSettings>;
  readonly linesPerUnit?: number;
  /** Instead of the embedded database. */
  readonly engine?: (objects: MemoryListObjects) => LinkEngine;
  readonly outcomes?: (objects: MemoryListObjects) => OutcomeReader;
  readonly identities?: (objects: MemoryListObjects) => IdentityExtract;
}

export interface SubmittedList {
  readonly source: ListSource;
  /** With its ending: `.csv`, `.jsonl`, `.csv.gz`, ... */
  readonly fileName: string;
  readonly content: Uint8Array | string;
  /** Left out where the list has a header of counts, or none at all. */
  readonly manifest?: object;
  readonly isDryRun?: boolean;
  readonly uploadedAt?: Date;
}

/** How badly messages are treated. */
export interface Disorder {
  readonly seed: number;
  /** Each message is delivered up to so many times. */
  readonly copies?: number;
  /** Messages processed at the same time. */
  readonly workers?: number;
  /** Chance of each call to a store, queue or bucket to be the last of its worker. */
  readonly killChance?: number;
  /** So many workers are ended in all. */
  readonly mostKills?: number;
}

type Message =
  | { readonly to: 'receive-list'; readonly body: ObjectCreated }
  | { readonly to: 'advance-list'; readonly body: ListEvent }
  | { readonly to: 'verify-range'; readonly body: VerifyRange }
  | { readonly to: 'link-list'; readonly body: { readonly listId: string } }
  | { readonly to: 'register-unit'; readonly body: RegisterUnit }
  | { readonly to: 'close-list'; readonly body: { readonly listId: string } };

/**
 * The way of lists from upload to answer in memory: the true use cases, with messages that come shuffled, repeatedly, many at
 * once, and to workers that are ended in the middle.
 */
export class ListWorld {
  readonly lists: MemoryListStore;
  readonly objects = new MemoryListObjects();
  readonly signer = new MemorySigner();
  readonly #options: ListWorldOptions;
  readonly #messages: Message[] = [];
  #relayedCount = 0;
  #now = Date.parse('2026-11-21T10:00:00.000Z');

  constructor(options: ListWorldOptions) {
    this.#options = options;
    this.lists = new MemoryListStore(() => new Date((this.#now += 1_000)));
  }

  /** Uploads a list, after its manifest. @returns its id */
  submit(list: SubmittedList): string {
    const { source, fileName, content, manifest, isDryRun = false, uploadedAt = new Date(this.#now) } = list;
    const key = `${LIST_FOLDERS.incoming}${source}/${fileName}`;
    const manifestKey = parseListKey(key)?.manifestKey;
    if (manifest !== undefined && manifestKey !== undefined)
      this.objects.put(manifestKey, JSON.stringify(manifest));
    const versionId = this.objects.put(key, content, uploadedAt, isDryRun);
    const detail = { bucket: { name: BUCKET }, object: { key, 'version-id': versionId } };
    this.#messages.push({ to: 'receive-list', body: { detail } });
    return fileIdOf({ bucket: BUCKET, key, versionId });
  }

  /**
   * Works until no message is left.
   * @throws Error what a worker throws, other than that it was ended
   */
  async run({ seed, copies = 1, workers = 1, killChance = 0, mostKills = 50 }: Disorder): Promise<void> {
    const random = seededRandom(seed);
    const killer = new Killer(random, killChance, mostKills);
    const deliveries = new Map<Message, number>();
    this.#relay();
    while (this.#messages.length > 0) {
      const batch = Array.from({ length: Math.min(workers, this.#messages.length) }, () =>
        this.#take(random),
      );
      await Promise.all(
        batch.flat().map(async (message) => {
          const delivered = (deliveries.get(message) ?? 0) + 1;
          deliveries.set(message, delivered);
          // Sent again before it is done: the queue does not know whether it will be.
          if (delivered < copies) this.#messages.push(message);
          try {
            await this.#work(message, killer);
          } catch (error) {
            if (!wasKilled(error)) throw error;
            if (delivered >= copies) this.#messages.push(message);
          }
        }),
      );
      this.#relay();
    }
  }

  #take(random: Random): Message[] {
    return this.#messages.splice(random.whole(0, this.#messages.length - 1), 1);
  }

  /** What was committed goes to advance-list, as the bus brings it. */
  #relay(): void {
    for (const body of this.lists.events.slice(this.#relayedCount))
      this.#messages.push({ to: 'advance-list', body });
    this.#relayedCount = this.lists.events.length;
  }

  async #work(message: Message, killer: Killer): Promise<unknown> {
    const { registrations, rules, planning } = this.#options;
    const lists = killer.mortal(this.lists);
    const objects = killer.mortal(this.objects);
    switch (message.to) {
      case 'receive-list':
        return receiveList(message.body, {
          lists,
          objects,
          uploads: objects,
          settings: { maxRangeLines: 7, maxRangeBytes: 4_096, maxListLines: 100_000, ...planning },
        });
      case 'advance-list':
        return advanceList(message.body, { lists, objects, queues: killer.mortal(this.#queues()) });
      case 'verify-range':
        return verifyRange(message.body, { lists, objects });
      case 'link-list':
        return linkList(message.body, { lists, engine: this.#engine(objects) });
      case 'register-unit':
        return registerUnit(message.body, {
          lists,
          objects,
          registrations: killer.mortal(registrations),
          rules,
        });
      case 'close-list':
        return closeList(message.body, {
          lists,
          objects,
          signer: this.signer,
          outcomes: this.#options.outcomes?.(objects) ?? new MemoryOutcomeReader(objects),
          identities:
            this.#options.identities?.(objects) ?? new DuckDbIdentityExtract(objects, engineSettings),
        });
    }
  }

  #engine(objects: MemoryListObjects): LinkEngine {
    const { engine, linesPerUnit = 10 } = this.#options;
    return engine?.(objects) ?? new DuckDbLinkEngine(objects, { ...engineSettings, linesPerUnit });
  }

  #queues(): ListQueues {
    const send = (...messages: readonly Message[]): Promise<void> =>
      Promise.resolve(void this.#messages.push(...messages));
    return {
      verifyRanges: (listId, ranges) =>
        send(...ranges.map((range): Message => ({ to: 'verify-range', body: { listId, range } }))),
      linkList: (listId) => send({ to: 'link-list', body: { listId } }),
      registerUnits: (listId, unitCount) =>
        send(
          ...Array.from({ length: unitCount }, (_, index): Message => ({
            to: 'register-unit',
            body: { listId, unit: index + 1 },
          })),
        ),
      closeList: (listId) => send({ to: 'close-list', body: { listId } }),
    };
  }
}

const engineSettings = { tempFolder: tmpdir(), memoryLimitMegabytes: 256, threads: 1 };
