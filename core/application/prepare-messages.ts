import { stringify } from 'csv-stringify/sync';
import { pMapIterable } from 'p-map';
import type { ListClosed } from '../contracts/events.ts';
import type { LineOutcome } from '../contracts/list-lines.ts';
import { mobileSchema, type PreparedMessage } from '../contracts/list-messages.ts';
import type { Person } from '../contracts/registry-records.ts';
import { listObjects, type List } from '../domain/lists/list.ts';
import type { Campaign } from '../domain/messages/campaign.ts';
import type { CampaignObjects, CampaignStore, PersonDirectory } from '../ports/campaigns.ts';
import type { ListObjects, ListStore } from '../ports/lists.ts';

/** Messages in a part: what one read brings to the teller. */
const PART_SIZE = 500;
/** Units that are read at once: some hundred lines each. */
const UNITS_AT_ONCE = 8;

export interface PrepareMessagesDependencies {
  readonly lists: Pick<ListStore, 'find'>;
  readonly objects: Pick<ListObjects, 'writeStream'>;
  readonly campaignObjects: Pick<CampaignObjects, 'readOutcomes' | 'writeMessages'>;
  readonly campaigns: Pick<CampaignStore, 'open' | 'find'>;
  readonly persons: PersonDirectory;
  /** Wakes tell-registered, so that nobody waits for its schedule. */
  readonly wakeTeller: () => Promise<void>;
}

export interface PrepareMessagesOutcome {
  readonly outcome: 'dry-run' | 'prepared' | 'already-prepared';
  readonly messages: number;
  readonly letters: number;
}

/**
 * Lays out who is to be told of a closed list: messages in parts for those with a mobile, a CSV of letters for the others,
 * and a campaign over the parts. It may come again: as long as there is no campaign the same objects are written, and from
 * then on none. Holds a few units in memory, never the list.
 */
export async function prepareMessages(
  event: ListClosed,
  dependencies: PrepareMessagesDependencies,
): Promise<PrepareMessagesOutcome> {
  const { listId, isDryRun, occurredAt: openedAt } = event;
  if (isDryRun) return { outcome: 'dry-run', messages: 0, letters: 0 };
  const known = await dependencies.campaigns.find({ listId, openedAt });
  if (known !== undefined) {
    await dependencies.wakeTeller();
    return { outcome: 'already-prepared', messages: known.total, letters: known.letters };
  }
  const list = await dependencies.lists.find(listId);
  if (list === undefined) throw new Error('The list to tell people of is not in the registry table');
  const writer = new MessageWriter(list, dependencies);
  await dependencies.objects.writeStream(
    listObjects.letters(list.source, listId),
    writer.letters(),
    'text/csv',
  );
  const campaign: Campaign = {
    listId,
    source: list.source,
    state: writer.messages === 0 ? 'DONE' : 'OPEN',
    openedAt,
    updatedAt: openedAt,
    total: writer.messages,
    partSize: PART_SIZE,
    letters: writer.letterCount,
    cursor: 0,
    sent: 0,
    skipped: 0,
  };
  await dependencies.campaigns.open(campaign);
  await dependencies.wakeTeller();
  return { outcome: 'prepared', messages: writer.messages, letters: writer.letterCount };
}

/** Goes once over the outcomes: yields the letters as CSV, and writes the parts of messages beside it. */
class MessageWriter {
  messages = 0;
  letterCount = 0;
  readonly #list: List;
  readonly #dependencies: PrepareMessagesDependencies;
  #part: PreparedMessage[] = [];

  constructor(list: List, dependencies: PrepareMessagesDependencies) {
    this.#list = list;
    this.#dependencies = dependencies;
  }

  async *letters(): AsyncGenerator<Uint8Array> {
    yield csvOf([LETTER_COLUMNS], true);
    for await (const outcomes of this.#units()) {
      const withoutMobile: LineOutcome[] = [];
      for (const outcome of outcomes) {
        const message = messageOf(outcome);
        if (message === 'letter') withoutMobile.push(outcome);
        else if (message !== undefined) await this.#add(message);
      }
      if (withoutMobile.length > 0) yield csvOf(await this.#letterRows(withoutMobile));
    }
    await this.#writePart();
  }

  #units(): AsyncIterable<readonly LineOutcome[]> {
    const { listId, unitCount = 0 } = this.#list;
    const { campaignObjects } = this.#dependencies;
    return pMapIterable(unitNumbers(unitCount), (unit) => campaignObjects.readOutcomes(listId, unit), {
      concurrency: UNITS_AT_ONCE,
    });
  }

  async #add(message: PreparedMessage): Promise<void> {
    this.#part.push(message);
    this.messages += 1;
    if (this.#part.length === PART_SIZE) await this.#writePart();
  }

  async #writePart(): Promise<void> {
    if (this.#part.length === 0) return;
    const number = Math.ceil(this.messages / PART_SIZE);
    await this.#dependencies.campaignObjects.writeMessages(this.#list.listId, number, this.#part);
    this.#part = [];
  }

  async #letterRows(outcomes: readonly LineOutcome[]): Promise<string[][]> {
    const numbers = outcomes.flatMap(({ registrationNumber }) => registrationNumber ?? []);
    const persons = await this.#dependencies.persons.findPersons(numbers);
    this.letterCount += outcomes.length;
    return outcomes.map((outcome) => letterRow(outcome, persons.get(outcome.registrationNumber ?? '')));
  }
}

function* unitNumbers(count: number): Generator<number> {
  for (let unit = 1; unit <= count; unit++) yield unit;
}

/** Without a number that SMS reach it is a letter; undefined where nobody is to be told. */
function messageOf(outcome: LineOutcome): PreparedMessage | 'letter' | undefined {
  const { tell, registrationNumber, line, scheme } = outcome;
  if (tell === null || registrationNumber === null) return undefined;
  const phone = mobileSchema.safeParse(tell.phone);
  if (!phone.success) return 'letter';
  return {
    line,
    registrationNumber,
    kind: tell.kind,
    phone: phone.data,
    language: tell.language,
    ...(scheme === null ? {} : { scheme }),
    ...(tell.reason === undefined ? {} : { reason: tell.reason }),
  };
}

const LETTER_COLUMNS = [
  'line',
  'reference',
  'registration_number',
  'kind',
  'scheme',
  'reason',
  'language',
  'family_name',
  'given_name',
  'family_name_ar',
  'given_name_ar',
  'address',
];

function letterRow(
  { line, reference, registrationNumber, scheme, tell }: LineOutcome,
  person?: Person,
): string[] {
  return [
    String(line),
    reference,
    registrationNumber ?? '',
    tell?.kind ?? '',
    scheme ?? '',
    tell?.reason ?? '',
    tell?.language ?? '',
    person?.name.family ?? '',
    person?.name.given ?? '',
    person?.name.familyArabic ?? '',
    person?.name.givenArabic ?? '',
    person?.address ?? '',
  ];
}

/**
 * Rows as a spreadsheet opens them: with a mark of UTF-8, because Excel takes Arabic for something else without it, and with
 * cells that begin like a formula quoted, because what senders write is not to be run.
 */
function csvOf(rows: readonly (readonly string[])[], isFirst = false): Uint8Array {
  const text = stringify([...rows], { bom: isFirst, escape_formulas: true, record_delimiter: 'windows' });
  return Buffer.from(text, 'utf8');
}
