import type { LineOutcome } from '../../contexts/registration/records/list-lines.ts';
import type { PreparedMessage } from '../../contexts/messaging/records/list-messages.ts';
import type { Person } from '../../contexts/registry/records/registry-records.ts';
import type { Campaign, CampaignProgress } from '../../contexts/messaging/domain/campaign.ts';
import type {
  BeginResult,
  CampaignObjects,
  CampaignStore,
  PersonDirectory,
  PersonMessage,
  PersonMessageStore,
  SendingLease,
  SmsSettings,
  SmsSettingsStore,
} from '../../contexts/messaging/ports/campaigns.ts';
import type { WriteResult } from '../../contexts/shared/ports/write-result.ts';

/** Campaigns, what people were sent, settings and lease as the registry table and the bucket keep them: with their conditions. */
export class MemoryCampaigns
  implements
    CampaignStore,
    PersonMessageStore,
    SendingLease,
    SmsSettingsStore,
    PersonDirectory,
    CampaignObjects
{
  readonly campaigns = new Map<string, Campaign>();
  readonly messages = new Map<string, PersonMessage>();
  readonly persons = new Map<string, Person>();
  readonly outcomes = new Map<string, readonly LineOutcome[]>();
  readonly parts = new Map<string, readonly PreparedMessage[]>();
  settings: SmsSettings = { isPaused: false };
  lease: { readonly holder: string; readonly until: Date } | undefined;
  /** Writes of a message record, without those whose condition failed. */
  messageWrites = 0;
  checkpoints = 0;

  open(campaign: Campaign): Promise<WriteResult> {
    if (this.campaigns.has(campaign.listId)) return Promise.resolve('known');
    this.campaigns.set(campaign.listId, campaign);
    return Promise.resolve('applied');
  }

  list(): Promise<readonly Campaign[]> {
    const byAge = [...this.campaigns.values()].sort((one, other) =>
      one.openedAt.localeCompare(other.openedAt),
    );
    return Promise.resolve(byAge);
  }

  find({ listId }: Pick<Campaign, 'listId'>): Promise<Campaign | undefined> {
    return Promise.resolve(this.campaigns.get(listId));
  }

  checkpoint(campaign: Campaign, progress: CampaignProgress): Promise<WriteResult> {
    const now = this.campaigns.get(campaign.listId);
    if (now?.cursor !== campaign.cursor) return Promise.resolve('refused');
    this.campaigns.set(campaign.listId, { ...now, ...progress });
    this.checkpoints += 1;
    return Promise.resolve('applied');
  }

  begin(message: PersonMessage, leaseSeconds: number): Promise<BeginResult> {
    const key = keyOf(message);
    const before = this.messages.get(key);
    if (before !== undefined) {
      if (before.state !== 'SENDING') return Promise.resolve({ status: 'known', state: before.state });
      const isLeaseOver = Date.parse(before.updatedAt) < Date.parse(message.updatedAt) - leaseSeconds * 1000;
      if (!isLeaseOver) return Promise.resolve({ status: 'refused' });
    }
    this.#write(key, message);
    return Promise.resolve({ status: 'applied' });
  }

  recordSent(message: PersonMessage, providerMessageId: string): Promise<void> {
    this.#write(keyOf(message), { ...message, state: 'SENT', providerMessageId });
    return Promise.resolve();
  }

  recordSkipped(message: PersonMessage, because: string): Promise<void> {
    const before = this.messages.get(keyOf(message));
    if (before?.state === 'SENDING' && before.updatedAt === message.updatedAt)
      this.#write(keyOf(message), { ...message, state: 'SKIPPED', skippedBecause: because });
    return Promise.resolve();
  }

  listOf(registrationNumber: string): Promise<readonly PersonMessage[]> {
    const all = [...this.messages.values()];
    return Promise.resolve(all.filter((message) => message.registrationNumber === registrationNumber));
  }

  take(holder: string, now: Date, until: Date): Promise<boolean> {
    const isFree = this.lease === undefined || this.lease.holder === holder || this.lease.until <= now;
    if (isFree) this.lease = { holder, until };
    return Promise.resolve(isFree);
  }

  release(holder: string): Promise<void> {
    if (this.lease?.holder === holder) this.lease = undefined;
    return Promise.resolve();
  }

  read(): Promise<SmsSettings> {
    return Promise.resolve(this.settings);
  }

  change(settings: Partial<Omit<SmsSettings, 'changedAt'>>, changedAt: string): Promise<void> {
    this.settings = { ...this.settings, ...settings, changedAt };
    return Promise.resolve();
  }

  resetRate(changedAt: string): Promise<void> {
    this.settings = { isPaused: this.settings.isPaused, changedAt };
    return Promise.resolve();
  }

  findPersons(registrationNumbers: readonly string[]): Promise<ReadonlyMap<string, Person>> {
    const found = registrationNumbers.flatMap((number) => this.persons.get(number) ?? []);
    return Promise.resolve(new Map(found.map((person) => [person.registrationNumber, person])));
  }

  readOutcomes(listId: string, unit: number): Promise<readonly LineOutcome[]> {
    return Promise.resolve(required(this.outcomes.get(`${listId}/${unit}`)));
  }

  writeMessages(listId: string, part: number, messages: readonly PreparedMessage[]): Promise<void> {
    this.parts.set(`${listId}/${part}`, messages);
    return Promise.resolve();
  }

  readMessages(listId: string, part: number): Promise<readonly PreparedMessage[]> {
    return Promise.resolve(required(this.parts.get(`${listId}/${part}`)));
  }

  #write(key: string, message: PersonMessage): void {
    this.messages.set(key, message);
    this.messageWrites += 1;
  }
}

const keyOf = ({ registrationNumber, messageKey }: PersonMessage): string =>
  `${registrationNumber} ${messageKey}`;

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('There is no such object');
  return value;
}
