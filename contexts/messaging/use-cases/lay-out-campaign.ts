import { type LineOutcome, listObjects, type ListObjects } from '#registration';
import type { Person } from '#registry';
import { mobileSchema, spreadsheetCsv } from '#shared';
import type { PreparedMessage } from '../records/list-messages.ts';
import type { Campaign } from '../domain/campaign.ts';
import type { CampaignObjects, CampaignStore, PersonDirectory } from '../ports/campaigns.ts';

/** Messages in a part: what one read brings to the teller. */
const PART_SIZE = 500;

export interface LayOutCampaignDependencies {
  readonly objects: Pick<ListObjects, 'writeStream'>;
  readonly campaignObjects: Pick<CampaignObjects, 'writeMessages'>;
  readonly campaigns: Pick<CampaignStore, 'open' | 'find'>;
  readonly persons: PersonDirectory;
  /** Wakes send-registration-sms, so that nobody waits for its schedule. */
  readonly wakeSmsSender: () => Promise<void>;
}

export interface LaidOutCampaign {
  readonly outcome: 'prepared' | 'already-prepared';
  readonly messages: number;
  readonly letters: number;
}

/**
 * Lays out whom to tell: messages in parts for those with a mobile, a CSV of letters for the others, and a campaign over the
 * parts. It may come again: as long as there is no campaign the same objects are written, and from then on none. Holds a few
 * units in memory, never all of them.
 * @param units the same lines in the same order, however often
 */
export async function layOutCampaign(
  { listId, source, openedAt }: Pick<Campaign, 'listId' | 'source' | 'openedAt'>,
  units: AsyncIterable<readonly LineOutcome[]>,
  dependencies: LayOutCampaignDependencies,
): Promise<LaidOutCampaign> {
  const known = await dependencies.campaigns.find({ listId, openedAt });
  if (known !== undefined) {
    await dependencies.wakeSmsSender();
    return { outcome: 'already-prepared', messages: known.total, letters: known.letters };
  }
  const writer = new MessageWriter(listId, dependencies);
  await dependencies.objects.writeStream(
    listObjects.letters(source, listId),
    writer.letters(units),
    'text/csv',
  );
  const campaign: Campaign = {
    listId,
    source,
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
  await dependencies.wakeSmsSender();
  return { outcome: 'prepared', messages: writer.messages, letters: writer.letterCount };
}

/** Goes once over the outcomes: yields the letters as CSV, and writes the parts of messages beside it. */
class MessageWriter {
  messages = 0;
  letterCount = 0;
  readonly #listId: string;
  readonly #dependencies: LayOutCampaignDependencies;
  #part: PreparedMessage[] = [];

  constructor(listId: string, dependencies: LayOutCampaignDependencies) {
    this.#listId = listId;
    this.#dependencies = dependencies;
  }

  async *letters(units: AsyncIterable<readonly LineOutcome[]>): AsyncGenerator<Uint8Array> {
    yield encoder.encode(spreadsheetCsv([LETTER_COLUMNS], 'first', { delimiter: ',' }));
    for await (const outcomes of units) {
      const withoutMobile: LineOutcome[] = [];
      for (const outcome of outcomes) {
        const message = messageOf(outcome);
        if (message === 'letter') withoutMobile.push(outcome);
        else if (message !== undefined) await this.#add(message);
      }
      if (withoutMobile.length > 0)
        yield encoder.encode(
          spreadsheetCsv(await this.#letterRows(withoutMobile), 'further', { delimiter: ',' }),
        );
    }
    await this.#writePart();
  }

  async #add(message: PreparedMessage): Promise<void> {
    this.#part.push(message);
    this.messages += 1;
    if (this.#part.length === PART_SIZE) await this.#writePart();
  }

  async #writePart(): Promise<void> {
    if (this.#part.length === 0) return;
    const number = Math.ceil(this.messages / PART_SIZE);
    await this.#dependencies.campaignObjects.writeMessages(this.#listId, number, this.#part);
    this.#part = [];
  }

  async #letterRows(outcomes: readonly LineOutcome[]): Promise<string[][]> {
    const numbers = outcomes.flatMap(({ registrationNumber }) => registrationNumber ?? []);
    const persons = await this.#dependencies.persons.findPersons(numbers);
    this.letterCount += outcomes.length;
    return outcomes.map((outcome) => letterRow(outcome, persons.get(outcome.registrationNumber ?? '')));
  }
}

/** Without a number that SMS reach it is a letter; undefined where nobody is to be notified. */
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

const encoder = new TextEncoder();
