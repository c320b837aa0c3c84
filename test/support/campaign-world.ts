import {
  sendRegistrationSms,
  type SendRegistrationSmsDependencies,
} from '../../contexts/messaging/use-cases/send-registration-sms.ts';
import type { PreparedMessage } from '../../contexts/messaging/records/list-messages.ts';
import type { Campaign } from '../../contexts/messaging/domain/campaign.ts';
import { sendingWindow } from '../../contexts/messaging/domain/sending-window.ts';
import { campaignOf, messageOf, personOf } from './campaign-samples.ts';
import { MemoryCampaigns } from './memory-campaigns.ts';

/** A provider, a clock and the records of campaigns, and runs of send-registration-sms that work on them. */
export class CampaignWorld {
  readonly store = new MemoryCampaigns();
  /** Every SMS that a provider took, in order. */
  readonly sent: { readonly phone: string; readonly text: string; readonly at: Date }[] = [];
  /** Phones for which the provider is asked something of the test's. */
  beforeSending: (phone: string) => void = () => undefined;
  wakes = 0;
  /** 9:00 in Casablanca. */
  now = new Date('2026-06-01T08:00:00Z');
  #runs = 0;

  /** Lays out a campaign over these messages, each person of which is in the registry. */
  open(listId: string, messages: readonly PreparedMessage[], more: Partial<Campaign> = {}): void {
    const campaign = campaignOf(listId, messages.length, more);
    this.store.campaigns.set(listId, campaign);
    for (let start = 0; start < messages.length; start += campaign.partSize) {
      const part = start / campaign.partSize + 1;
      this.store.parts.set(`${listId}/${part}`, messages.slice(start, start + campaign.partSize));
    }
    for (const { line, registrationNumber } of messages)
      this.store.persons.set(registrationNumber, personOf(line, { registrationNumber }));
  }

  /** Lays out a campaign for lines from 1. */
  openLines(listId: string, count: number, more: Partial<Campaign> = {}): void {
    this.open(
      listId,
      Array.from({ length: count }, (_, index) => messageOf(index + 1)),
      more,
    );
  }

  pass(seconds: number): void {
    this.now = new Date(this.now.getTime() + seconds * 1000);
  }

  dependencies(more: Partial<SendRegistrationSmsDependencies> = {}): SendRegistrationSmsDependencies {
    const { store } = this;
    return {
      campaigns: store,
      campaignObjects: store,
      messages: store,
      persons: store,
      settings: store,
      lease: store,
      sms: {
        send: (phone, text) => {
          this.beforeSending(phone);
          this.sent.push({ phone, text, at: this.now });
          return Promise.resolve(`sms-${this.sent.length}`);
        },
      },
      clock: () => this.now,
      window: sendingWindow(9, 20),
      messagesPerSecond: 20,
      createPace: (messagesPerSecond) => () => {
        this.pass(1 / messagesPerSecond);
        return Promise.resolve();
      },
      runSeconds: 180,
      holder: `run-${++this.#runs}`,
      goOn: () => {
        this.wakes += 1;
        return Promise.resolve();
      },
      ...more,
    };
  }

  run(more: Partial<SendRegistrationSmsDependencies> = {}) {
    return sendRegistrationSms(this.dependencies(more));
  }

  phones(): string[] {
    return this.sent.map(({ phone }) => phone);
  }
}
