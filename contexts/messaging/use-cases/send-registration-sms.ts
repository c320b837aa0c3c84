import { advanced, placeOf, type Campaign } from '../domain/campaign.ts';
import { isOpen, type SendingWindow } from '../domain/sending-window.ts';
import type { CampaignObjects, CampaignStore, SendingLease, SmsSettingsStore } from '../ports/campaigns.ts';
import { tellMessages, type Halt, type TellMessagesDependencies } from './tell-messages.ts';

const MILLISECONDS = 1000;

/** A run that died leaves the right to send to the next one after this long; one that lives renews it at each checkpoint. */
const LEASE_SECONDS = 60;

/** Messages from one checkpoint to the next: those of 5 seconds, so that a pause or another rate is soon obeyed. */
const SECONDS_PER_CHECKPOINT = 5;
const FEWEST_PER_CHECKPOINT = 20;
const MOST_PER_CHECKPOINT = 500;

/** So many wait for the provider at once: what it takes two seconds to answer. */
const SECONDS_IN_FLIGHT = 2;
const MOST_IN_FLIGHT = 100;

export interface SendRegistrationSmsDependencies extends TellMessagesDependencies {
  readonly campaigns: Pick<CampaignStore, 'list' | 'checkpoint'>;
  readonly campaignObjects: Pick<CampaignObjects, 'readMessages'>;
  readonly settings: Pick<SmsSettingsStore, 'read'>;
  readonly lease: SendingLease;
  readonly window: SendingWindow;
  /** Where people have set no other rate. */
  readonly messagesPerSecond: number;
  readonly createPace: (messagesPerSecond: number) => () => Promise<void>;
  /** How long this run may go on before it hands over to the next. */
  readonly runSeconds: number;
  /** Names this run: another one's lease is not its own. */
  readonly holder: string;
  /** Asks for another run, at once. */
  readonly goOn: () => Promise<void>;
}

export interface SendRegistrationSmsOutcome {
  readonly ended: 'nothing-to-send' | 'paused' | 'busy' | 'overtaken' | Exclude<Halt['because'], 'failed'>;
  /** Went out, and were decided against, by this run. */
  readonly sent: number;
  readonly skipped: number;
}

type Ended = SendRegistrationSmsOutcome['ended'];

/**
 * Tells the people of open campaigns, oldest campaign first, in the order of its list: in the hours of the window, at the rate
 * that is set, unless paused. One run sends at a time; whatever wakes a second one is answered by "busy". The place is kept at
 * each checkpoint, and what was sent after the last one is known by each person's own record.
 * @throws Error of a table or bucket, after the other campaigns: the place is kept, and the next run goes on from there
 */
export async function sendRegistrationSms(
  dependencies: SendRegistrationSmsDependencies,
): Promise<SendRegistrationSmsOutcome> {
  const run = new Run(dependencies);
  const ended = await run.tellAll();
  return { ended, sent: run.sent, skipped: run.skipped };
}

class Run {
  sent = 0;
  skipped = 0;
  readonly #dependencies: SendRegistrationSmsDependencies;
  readonly #until: number;
  #pace: { readonly messagesPerSecond: number; readonly wait: () => Promise<void> } | undefined;
  #part: { readonly listId: string; readonly part: number; readonly messages: Messages } | undefined;

  constructor(dependencies: SendRegistrationSmsDependencies) {
    this.#dependencies = dependencies;
    this.#until = dependencies.clock().getTime() + dependencies.runSeconds * MILLISECONDS;
  }

  async tellAll(): Promise<Ended> {
    const { lease, holder, goOn } = this.#dependencies;
    if ((await this.#oldestOpen()) === undefined) return 'nothing-to-send';
    const obstacle = await this.#obstacle();
    if (typeof obstacle === 'string') return obstacle;
    let ended: Ended;
    try {
      ended = await this.#tellCampaigns();
    } finally {
      await lease.release(holder);
    }
    // A campaign that was opened while this run had the lease woke a run that found it busy.
    const isLeft = ended === 'nothing-to-send' && (await this.#oldestOpen()) !== undefined;
    if (ended === 'time-up' || isLeft) await goOn();
    return ended;
  }

  async #tellCampaigns(): Promise<Ended> {
    const failures = new Map<string, unknown>();
    for (;;) {
      const campaign = await this.#oldestOpen(failures);
      if (campaign === undefined) break;
      try {
        const ended = await this.#tellCampaign(campaign);
        if (ended !== 'done') return ended;
      } catch (error) {
        failures.set(campaign.listId, error);
      }
    }
    for (const error of failures.values()) throw error;
    return 'nothing-to-send';
  }

  async #tellCampaign(campaign: Campaign): Promise<Ended | 'done'> {
    let at = campaign;
    while (at.cursor < at.total) {
      const goes = await this.#obstacle();
      if (typeof goes === 'string') return goes;
      const told = await tellMessages(
        await this.#next(at, goes.messagesPerSecond),
        {
          listId: at.listId,
          pace: this.#paceOf(goes.messagesPerSecond),
          concurrency: clamp(goes.messagesPerSecond * SECONDS_IN_FLIGHT, 1, MOST_IN_FLIGHT),
          haltAt: (now) => this.#haltAt(now),
        },
        this.#dependencies,
      );
      this.sent += told.sentNow;
      this.skipped += told.skippedNow;
      if (told.fates.length > 0) {
        const progress = advanced(at, told.fates, this.#dependencies.clock().toISOString());
        if ((await this.#dependencies.campaigns.checkpoint(at, progress)) === 'refused') return 'overtaken';
        at = { ...at, ...progress };
      }
      if (told.halt?.because === 'failed') throw told.halt.error;
      if (told.halt !== undefined) return told.halt.because;
    }
    return 'done';
  }

  /** What stands in the way of sending, or the rate at which to: asked at the start and at each checkpoint. */
  async #obstacle(): Promise<Ended | { readonly messagesPerSecond: number }> {
    const { settings, lease, holder, clock, messagesPerSecond } = this.#dependencies;
    const set = await settings.read();
    if (set.isPaused) return 'paused';
    const now = clock();
    const halt = this.#haltAt(now);
    if (halt !== undefined) return halt.because;
    const until = new Date(now.getTime() + LEASE_SECONDS * MILLISECONDS);
    if (!(await lease.take(holder, now, until))) return 'busy';
    return { messagesPerSecond: set.messagesPerSecond ?? messagesPerSecond };
  }

  #haltAt(now: Date): { readonly because: 'time-up' | 'window-closed' } | undefined {
    if (!isOpen(this.#dependencies.window, now)) return { because: 'window-closed' };
    return now.getTime() >= this.#until ? { because: 'time-up' } : undefined;
  }

  async #next(campaign: Campaign, messagesPerSecond: number): Promise<Messages> {
    const { part, offset } = placeOf(campaign, campaign.cursor);
    const size = clamp(
      messagesPerSecond * SECONDS_PER_CHECKPOINT,
      FEWEST_PER_CHECKPOINT,
      MOST_PER_CHECKPOINT,
    );
    const next = (await this.#messagesOf(campaign.listId, part)).slice(offset, offset + size);
    if (next.length === 0)
      throw new Error('A part of a campaign has fewer messages than the campaign counts');
    return next;
  }

  async #messagesOf(listId: string, part: number): Promise<Messages> {
    if (this.#part?.listId !== listId || this.#part.part !== part) {
      const messages = await this.#dependencies.campaignObjects.readMessages(listId, part);
      this.#part = { listId, part, messages };
    }
    return this.#part.messages;
  }

  #paceOf(messagesPerSecond: number): () => Promise<void> {
    if (this.#pace?.messagesPerSecond !== messagesPerSecond) {
      const wait = this.#dependencies.createPace(messagesPerSecond);
      this.#pace = { messagesPerSecond, wait };
    }
    return this.#pace.wait;
  }

  /** @param but those that this run failed on */
  async #oldestOpen(but: ReadonlyMap<string, unknown> = new Map()): Promise<Campaign | undefined> {
    const campaigns = await this.#dependencies.campaigns.list();
    return campaigns.find(({ listId, state }) => state === 'OPEN' && !but.has(listId));
  }
}

type Messages = Awaited<ReturnType<CampaignObjects['readMessages']>>;

const clamp = (value: number, least: number, most: number): number =>
  Math.min(Math.max(Math.ceil(value), least), most);
