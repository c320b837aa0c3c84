import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  sendRegistrationSms,
  type SendRegistrationSmsDependencies,
} from '../../../../contexts/messaging/use-cases/send-registration-sms.ts';
import { ProviderUnavailableError } from '../../../../contexts/shared/ports/sms-sender.ts';
import { numberOf, personOf, phoneOf } from '../../../support/campaign-samples.ts';
import { CampaignWorld } from '../../../support/campaign-world.ts';

/** How a run ends before its time: at its n-th call of anything, before it reached the other side, or after. */
interface Kill {
  readonly atCall: number;
  readonly isAfterEffect: boolean;
}

const kills = fc.option(
  fc.record({ atCall: fc.integer({ min: 1, max: 120 }), isAfterEffect: fc.boolean() }),
  { nil: undefined },
);

/** Longer than any lease. */
const LEASES_OVER_SECONDS = 61;

/** A world in which every call of every run waits for its turn, and the turns come in any order. */
class InterleavedWorld extends CampaignWorld {
  /** Phones that a killed run had sent to without recording it: each such death allows one SMS more (ADR 0013). */
  readonly diedBetween: string[] = [];
  readonly #scheduler: fc.Scheduler;
  readonly #dead = new Set<string>();
  /** Sent and not yet recorded by a run that lives: its calls end long before a lease does. */
  #unrecorded = 0;

  constructor(scheduler: fc.Scheduler) {
    super();
    this.#scheduler = scheduler;
  }

  /** Time passes only while nobody is between sending and recording: all calls have limits shorter than a lease. */
  async passLeases(): Promise<void> {
    for (let turns = 0; turns < 30; turns++) {
      await this.#scheduler.schedule(Promise.resolve(), 'time passes');
      if (this.#unrecorded > 0) continue;
      this.pass(LEASES_OVER_SECONDS);
      return;
    }
  }

  /** Woken until it has something to do, and then killed perhaps. */
  async wake(kill: Kill | undefined, isProviderDown: () => boolean): Promise<void> {
    for (let wakes = 0; wakes < 4; wakes++) await this.start(wakes === 3 ? undefined : kill, isProviderDown);
  }

  async start(kill: Kill | undefined, isProviderDown: () => boolean): Promise<void> {
    let calls = 0;
    const { holder, ...plain } = this.dependencies();
    const isDead = (): boolean => this.#dead.has(holder);
    let die: () => void = () => undefined;
    const death = new Promise<void>((resolve) => (die = resolve));
    const between = new Set<string>();
    const never = new Promise<never>(() => undefined);

    const end = (): Promise<never> => {
      this.#dead.add(holder);
      this.diedBetween.push(...between);
      this.#unrecorded -= between.size;
      die();
      return never;
    };
    const call = async <Result>(what: string, effect: () => Promise<Result>): Promise<Result> => {
      if (isDead()) return never;
      await this.#scheduler.schedule(Promise.resolve(), what);
      if (isDead()) return never;
      calls += 1;
      if (kill?.atCall === calls && !kill.isAfterEffect) return end();
      const result = await effect();
      if (kill?.atCall === calls && kill.isAfterEffect) return end();
      return result;
    };
    const { store } = this;
    const dependencies: SendRegistrationSmsDependencies = {
      ...plain,
      holder,
      campaigns: {
        list: () => call('list', () => store.list()),
        checkpoint: (campaign, progress) => call('checkpoint', () => store.checkpoint(campaign, progress)),
      },
      campaignObjects: {
        readMessages: (listId, part) => call('read', () => store.readMessages(listId, part)),
      },
      persons: { findPersons: (numbers) => call('persons', () => store.findPersons(numbers)) },
      settings: { read: () => call('settings', () => store.read()) },
      lease: {
        take: (holder, now, until) => call('take', () => store.take(holder, now, until)),
        release: (holder) => call('release', () => store.release(holder)),
      },
      messages: {
        begin: (message, leaseSeconds) => call('begin', () => store.begin(message, leaseSeconds)),
        recordSent: (message, id) =>
          call('record', async () => {
            await store.recordSent(message, id);
            const phone = phoneOf(message.line);
            if (between.delete(phone)) this.#unrecorded -= 1;
          }),
        recordSkipped: (message, because) => call('record', () => store.recordSkipped(message, because)),
      },
      sms: {
        // The message is on its way at once, only the answer takes its time.
        send: async (phone, text) => {
          if (isDead()) return never;
          if (isProviderDown()) throw new ProviderUnavailableError('The SMS provider cannot be reached');
          const id = await plain.sms.send(phone, text);
          between.add(phone);
          this.#unrecorded += 1;
          return call('answer', () => Promise.resolve(id));
        },
      },
    };
    await Promise.race([sendRegistrationSms(dependencies), death]);
  }
}

describe('any interleaving of runs, kills, outages and leases that run out', () => {
  it('tells each person exactly once, or once more for each run that died between sending and recording', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.integer({ min: 1, max: 25 }),
        fc.array(kills, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 8 }),
        fc.constantFrom(1, 20),
        fc.option(fc.integer({ min: 0, max: 25 }), { nil: undefined }),
        async (scheduler, count, runs, passes, messagesPerSecond, outageAfter) => {
          const world = new InterleavedWorld(scheduler);
          world.store.settings = { isPaused: false, messagesPerSecond };
          world.openLines('L', count);
          world.store.persons.set(numberOf(1), personOf(1, { smsOptOut: true }));
          let isOver = false;
          const isDown = (): boolean =>
            !isOver && outageAfter !== undefined && world.sent.length >= outageAfter;
          const all = [
            ...runs.map((kill) => world.wake(kill, isDown)),
            ...Array.from({ length: passes }, () => world.passLeases()),
          ];
          await scheduler.waitFor(Promise.all(all));

          isOver = true;
          for (let tries = 0; tries < 10; tries++) {
            world.pass(LEASES_OVER_SECONDS);
            await scheduler.waitFor(world.start(undefined, isDown));
          }
          const told = world.phones();
          for (let line = 2; line <= count; line++) {
            const times = told.filter((phone) => phone === phoneOf(line)).length;
            const deaths = world.diedBetween.filter((phone) => phone === phoneOf(line)).length;
            expect(times).toBeGreaterThanOrEqual(1);
            expect(times).toBeLessThanOrEqual(1 + deaths);
          }
          expect(told).not.toContain(phoneOf(1));
          expect(told.filter((phone) => !phone.startsWith('+2126'))).toEqual([]);
          expect(world.store.campaigns.get('L')).toMatchObject({
            state: 'DONE',
            cursor: count,
            sent: count - 1,
            skipped: 1,
          });
        },
      ),
      { numRuns: 150 },
    );
  });
});
