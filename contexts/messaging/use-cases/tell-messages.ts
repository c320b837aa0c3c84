import pMap from 'p-map';
import type { Person } from '#registry';
import { type Clock, MessageRefusedError, ProviderUnavailableError, type SmsSender } from '#shared';
import type { PreparedMessage } from '../records/list-messages.ts';
import { personMessageKeyOf, type MessageFate } from '../domain/campaign.ts';
import { registrationSmsFor } from '../domain/registration-text.ts';
import type { PersonDirectory, PersonMessage, PersonMessageStore } from '../ports/campaigns.ts';

const MILLISECONDS = 1000;

/** A run that died leaves its message to the next one after this long. */
const MESSAGE_LEASE_SECONDS = 60;
/**
 * A run that comes to send later than this after it took the right does not: with the provider's own time limits it could
 * still be sending when the lease is over and another one begins.
 */
const SEND_WITHIN_SECONDS = 30;

/** A provider that refuses so many phones and takes none refuses something else: the sender id, or the account. */
const REFUSALS_THAT_ARE_NOT_OF_PHONES = 10;

export interface TellMessagesDependencies {
  readonly messages: Pick<PersonMessageStore, 'begin' | 'recordSent' | 'recordSkipped'>;
  readonly persons: PersonDirectory;
  readonly sms: SmsSender;
  readonly clock: Clock;
}

/** Why a run ends before its messages do. */
export type Halt =
  | { readonly because: 'time-up' | 'window-closed' | 'provider-unavailable' | 'message-held' }
  | { readonly because: 'failed'; readonly error: unknown };

export interface ToldMessages {
  /** What became of the messages from the first on, without a gap: the place to go on is after them. */
  readonly fates: readonly MessageFate[];
  readonly halt: Halt | undefined;
  /** Went out, or were decided against, by this very call. */
  readonly sentNow: number;
  readonly skippedNow: number;
}

interface Attempt {
  readonly listId: string;
  /** Waits for the next message's turn. */
  readonly pace: () => Promise<void>;
  readonly concurrency: number;
  /** Asked before each message. */
  readonly haltAt: (now: Date) => Halt | undefined;
}

type Fate = MessageFate | { readonly refused: PersonMessage } | undefined;

/**
 * Sends a few messages, each once, however often it is asked to: the right to send is taken first, and who died between
 * sending and recording is the only way to two (see notify-person). The first that cannot be processed ends it; what was done
 * behind it is known to whoever goes on.
 */
export async function tellMessages(
  messages: readonly PreparedMessage[],
  attempt: Attempt,
  dependencies: TellMessagesDependencies,
): Promise<ToldMessages> {
  const persons = await dependencies.persons.findPersons(
    messages.map((message) => message.registrationNumber),
  );
  const batch = new Batch(attempt, dependencies, persons);
  const fates = await pMap(messages, (message) => batch.tell(message), { concurrency: attempt.concurrency });
  return batch.settle(fates);
}

class Batch {
  #halt: Halt | undefined;
  #sentNow = 0;
  #skippedNow = 0;
  readonly #attempt: Attempt;
  readonly #dependencies: TellMessagesDependencies;
  readonly #persons: ReadonlyMap<string, Person>;

  constructor(
    attempt: Attempt,
    dependencies: TellMessagesDependencies,
    persons: ReadonlyMap<string, Person>,
  ) {
    this.#attempt = attempt;
    this.#dependencies = dependencies;
    this.#persons = persons;
  }

  /** Never throws: an error ends the batch, and what was done before it counts. */
  async tell(message: PreparedMessage): Promise<Fate> {
    try {
      if (this.#mustHalt()) return undefined;
      const because = reasonToSkip(this.#persons.get(message.registrationNumber));
      if (because !== undefined) return await this.#skip(message, because);
      await this.#attempt.pace();
      return this.#mustHalt() ? undefined : await this.#send(message);
    } catch (error) {
      this.#halt ??=
        error instanceof ProviderUnavailableError
          ? { because: 'provider-unavailable' }
          : { because: 'failed', error };
      return undefined;
    }
  }

  /** Counts what was done from the first message on, and decides about those that the provider refused. */
  async settle(fates: readonly Fate[]): Promise<ToldMessages> {
    const refusedCount = fates.filter((fate) => typeof fate === 'object').length;
    const isRefusingAll = this.#sentNow === 0 && refusedCount >= REFUSALS_THAT_ARE_NOT_OF_PHONES;
    if (isRefusingAll) this.#halt ??= { because: 'provider-unavailable' };
    const done: MessageFate[] = [];
    for (const fate of fates) {
      if (fate === undefined || (typeof fate === 'object' && isRefusingAll)) break;
      done.push(typeof fate === 'object' ? await this.#recordRefused(fate.refused) : fate);
    }
    return { fates: done, halt: this.#halt, sentNow: this.#sentNow, skippedNow: this.#skippedNow };
  }

  #mustHalt(): boolean {
    this.#halt ??= this.#attempt.haltAt(this.#dependencies.clock());
    return this.#halt !== undefined;
  }

  async #skip(message: PreparedMessage, skippedBecause: string): Promise<Fate> {
    const skipped: PersonMessage = { ...this.#common(message), state: 'SKIPPED', skippedBecause };
    return this.#begin(skipped, () => {
      this.#skippedNow += 1;
      return Promise.resolve('skipped');
    });
  }

  async #send(message: PreparedMessage): Promise<Fate> {
    const { messages, sms, clock } = this.#dependencies;
    const { text, language, segments } = registrationSmsFor(message, message.language);
    const sending: PersonMessage = {
      ...this.#common(message),
      state: 'SENDING',
      language,
      text,
      segments,
    };
    return this.#begin(sending, async () => {
      const takenFor = clock().getTime() - Date.parse(sending.updatedAt);
      if (takenFor > SEND_WITHIN_SECONDS * MILLISECONDS) {
        this.#hold();
        return undefined;
      }
      let providerMessageId: string;
      try {
        providerMessageId = await sms.send(message.phone, text);
      } catch (error) {
        if (error instanceof MessageRefusedError) return { refused: sending };
        throw error;
      }
      this.#sentNow += 1;
      await messages.recordSent(sending, providerMessageId);
      return 'sent';
    });
  }

  async #begin(message: PersonMessage, whenMine: () => Promise<Fate>): Promise<Fate> {
    const right = await this.#dependencies.messages.begin(message, MESSAGE_LEASE_SECONDS);
    if (right.status === 'applied') return whenMine();
    if (right.status === 'known') return right.state === 'SENT' ? 'sent' : 'skipped';
    this.#hold();
    return undefined;
  }

  /** The message is in another run's hands, or in a dead one's: its lease decides, and the place is kept here. */
  #hold(): void {
    this.#halt ??= { because: 'message-held' };
  }

  async #recordRefused(message: PersonMessage): Promise<MessageFate> {
    await this.#dependencies.messages.recordSkipped(message, 'REFUSED_BY_PROVIDER');
    this.#skippedNow += 1;
    return 'skipped';
  }

  #common(message: PreparedMessage) {
    const { registrationNumber, kind, line } = message;
    const { listId } = this.#attempt;
    return {
      registrationNumber,
      messageKey: personMessageKeyOf(listId, message),
      listId,
      line,
      kind,
      updatedAt: this.#dependencies.clock().toISOString(),
    };
  }
}

function reasonToSkip(person: Person | undefined): string | undefined {
  if (person === undefined) return 'NOT_IN_REGISTRY';
  if (person.smsOptOut) return 'OPTED_OUT';
  if (person.deceasedOn !== undefined) return 'DECEASED';
  return undefined;
}
