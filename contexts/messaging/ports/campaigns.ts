import type { LineOutcome } from '#registration';
import type { Person } from '#registry';
import type { WriteResult } from '#shared';
import type { PreparedMessage } from '../records/list-messages.ts';
import type { Campaign, CampaignProgress } from '../domain/campaign.ts';

/** The people of one list who are to be notified by SMS, and how far it has come: in the registry table. */
export interface CampaignStore {
  /** Records a campaign once: `known` when it is there already. */
  open(campaign: Campaign): Promise<WriteResult>;
  /** All campaigns, oldest first. */
  list(): Promise<readonly Campaign[]>;
  find(campaign: Pick<Campaign, 'listId' | 'openedAt'>): Promise<Campaign | undefined>;
  /**
   * Moves a campaign on from where the caller knows it to be.
   * @returns `refused` when another run has moved it meanwhile
   */
  checkpoint(campaign: Campaign, progress: CampaignProgress): Promise<WriteResult>;
}

/** What people set while SMS go out; what is not set is as the stage has it. */
export interface SmsSettings {
  readonly isPaused: boolean;
  readonly messagesPerSecond?: number | undefined;
  /** ISO instant. */
  readonly changedAt?: string | undefined;
}

export interface SmsSettingsStore {
  read(): Promise<SmsSettings>;
  /** Changes the settings that are given and leaves the others. */
  change(settings: Partial<Omit<SmsSettings, 'changedAt'>>, changedAt: string): Promise<void>;
  /** Back to the rate of the stage. */
  resetRate(changedAt: string): Promise<void>;
}

/** The right to send: one run at a time has it, so that all campaigns together keep to one rate. */
export interface SendingLease {
  /**
   * Takes the right, or renews it for who has it.
   * @returns whether it is the holder's until `until`
   */
  take(holder: string, now: Date, until: Date): Promise<boolean>;
  /** Gives it back; someone else's is left alone. */
  release(holder: string): Promise<void>;
}

/** What a person was sent about themselves, beside messages about claims. */
export interface PersonMessage {
  readonly registrationNumber: string;
  /** Identity of the message within the person: see `personMessageKeyOf`. */
  readonly messageKey: string;
  readonly listId: string;
  readonly line: number;
  readonly kind: PreparedMessage['kind'];
  readonly state: 'SENDING' | 'SENT' | 'SKIPPED';
  readonly language?: string | undefined;
  readonly text?: string | undefined;
  readonly segments?: number | undefined;
  readonly skippedBecause?: string | undefined;
  readonly providerMessageId?: string | undefined;
  /** ISO instant at which sending began, or was decided against. */
  readonly updatedAt: string;
}

export type BeginResult =
  | { readonly status: 'applied' }
  /** Told, or decided against, before. */
  | { readonly status: 'known'; readonly state: 'SENT' | 'SKIPPED' }
  /** Another run is sending it at this moment, or died doing so less than a lease ago. */
  | { readonly status: 'refused' };

export interface PersonMessageStore {
  /** Takes the right to send a message, for as long as the lease: one write unit. */
  begin(message: PersonMessage, leaseSeconds: number): Promise<BeginResult>;
  /** One write unit. */
  recordSent(message: PersonMessage, providerMessageId: string): Promise<void>;
  /** What was begun cannot be sent. */
  recordSkipped(message: PersonMessage, because: string): Promise<void>;
  /** What a person was sent, oldest first. */
  listOf(registrationNumber: string): Promise<readonly PersonMessage[]>;
}

/** Reads people by number, many at once. */
export interface PersonDirectory {
  /** Those that exist, by registration number. */
  findPersons(registrationNumbers: readonly string[]): Promise<ReadonlyMap<string, Person>>;
}

/** The objects of a campaign in the bucket of lists. */
export interface CampaignObjects {
  readOutcomes(listId: string, unit: number): Promise<readonly LineOutcome[]>;
  writeMessages(listId: string, part: number, messages: readonly PreparedMessage[]): Promise<void>;
  readMessages(listId: string, part: number): Promise<readonly PreparedMessage[]>;
}
