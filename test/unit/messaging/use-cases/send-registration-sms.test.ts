import { describe, expect, it, vi } from 'vitest';
import {
  MessageRefusedError,
  ProviderUnavailableError,
} from '../../../../contexts/shared/ports/sms-sender.ts';
import { messageOf, numberOf, personOf, phoneOf } from '../../../support/campaign-samples.ts';
import { CampaignWorld } from '../../../support/campaign-world.ts';

const phonesUpTo = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => phoneOf(index + 1));

/** Throws for the n-th SMS and those after it. */
function failFrom(world: CampaignWorld, count: number, error: Error): void {
  world.beforeSending = () => {
    if (world.sent.length >= count) throw error;
  };
}

describe('a campaign', () => {
  it('tells each person their number at the phone of the list, in its order, and is done', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 50);
    expect(await world.run()).toEqual({ ended: 'nothing-to-send', sent: 50, skipped: 0 });
    expect(world.phones()).toEqual(phonesUpTo(50));
    expect(world.sent.every(({ text }, index) => text.includes(numberOf(index + 1)))).toBe(true);
    expect(world.store.campaigns.get('L')).toMatchObject({ state: 'DONE', cursor: 50, sent: 50, skipped: 0 });
  });

  it('costs two writes a message beside its checkpoints', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 1000, { partSize: 500 });
    await world.run();
    expect(world.store.messageWrites).toBe(2000);
    expect(world.store.checkpoints).toBe(10);
  });

  it('waits for the one that was opened before it', async () => {
    const world = new CampaignWorld();
    world.open('NEW', [messageOf(2)], { openedAt: '2026-06-01T07:00:00.000Z' });
    world.open('OLD', [messageOf(1)], { openedAt: '2026-05-31T07:00:00.000Z' });
    await world.run();
    expect(world.phones()).toEqual([phoneOf(1), phoneOf(2)]);
  });

  it('does not tell a number a second time, whatever list it comes from', async () => {
    const world = new CampaignWorld();
    world.open('A', [messageOf(1)]);
    world.open('B', [messageOf(1, { phone: phoneOf(99) })], { openedAt: '2026-06-01T07:00:00.000Z' });
    await world.run();
    expect(world.phones()).toEqual([phoneOf(1)]);
  });

  it('tells every change of a coverage', async () => {
    const world = new CampaignWorld();
    const changed = {
      kind: 'coverage-changed',
      scheme: 'AMO_ACHAMIL',
      registrationNumber: numberOf(1),
    } as const;
    world.open('A', [messageOf(1, changed), messageOf(2, changed)]);
    world.open('B', [messageOf(1, changed)], { openedAt: '2026-06-01T07:00:00.000Z' });
    await world.run();
    expect(world.sent).toHaveLength(3);
  });

  it('keeps to the rate, of the stage or as it was set', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 400, { partSize: 500 });
    const started = world.now.getTime();
    await world.run();
    expect(world.now.getTime() - started).toBeCloseTo(20_000, -2);

    const slow = new CampaignWorld();
    slow.openLines('L', 40);
    await slow.store.change({ messagesPerSecond: 2 }, slow.now.toISOString());
    await slow.run();
    expect(slow.now.getTime() - Date.parse('2026-06-01T08:00:00Z')).toBeCloseTo(20_000, -2);
  });

  it('obeys another rate within seconds, while a run is under way', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 300, { partSize: 500 });
    world.beforeSending = () => {
      if (world.sent.length === 10) world.store.settings = { isPaused: false, messagesPerSecond: 1 };
    };
    await world.run({ runSeconds: 100 });
    // 5 seconds at 20, the others at 1.
    expect(world.sent.length).toBeGreaterThanOrEqual(190);
    expect(world.sent.length).toBeLessThan(205);
  });
});

describe('a run', () => {
  it('hands over when its time is up, and the next goes on where it stopped', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 100, { partSize: 500 });
    const { ended, sent } = await world.run({ runSeconds: 2 });
    expect(ended).toBe('time-up');
    expect(sent).toBeGreaterThan(30);
    expect(sent).toBeLessThanOrEqual(40);
    expect(world.wakes).toBe(1);
    expect(world.store.campaigns.get('L')).toMatchObject({ state: 'OPEN', cursor: sent });
    await world.run();
    expect(world.phones()).toEqual(phonesUpTo(100));
    expect(world.wakes).toBe(1);
  });

  it('finds nothing to tell where no campaign is open, and writes nothing', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 3, { state: 'DONE', cursor: 3, sent: 3 });
    expect(await world.run()).toEqual({ ended: 'nothing-to-send', sent: 0, skipped: 0 });
    expect(world.store.lease).toBeUndefined();
  });

  it('sends nothing outside the window, and stops when it closes', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 100, { partSize: 500 });
    world.now = new Date('2026-06-01T07:59:59Z');
    expect((await world.run()).ended).toBe('window-closed');
    world.now = new Date('2026-06-01T18:59:59Z');
    expect((await world.run()).ended).toBe('window-closed');
    expect(world.sent.length).toBeGreaterThan(10);
    // One that is on its way when the window closes is not called back.
    const closing = Date.parse('2026-06-01T19:00:00Z');
    expect(world.sent.filter(({ at }) => at.getTime() > closing + 1000)).toEqual([]);
    expect(world.wakes).toBe(0);
    world.now = new Date('2026-06-02T08:00:00Z');
    await world.run();
    expect(world.phones()).toEqual(phonesUpTo(100));
  });

  it('sends nothing while it is paused, stops within seconds of a pause, and goes on from there', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 300, { partSize: 500 });
    world.store.settings = { isPaused: true };
    expect((await world.run()).ended).toBe('paused');
    expect(world.sent).toHaveLength(0);
    world.store.settings = { isPaused: false };
    world.beforeSending = () => {
      if (world.sent.length === 10) world.store.settings = { isPaused: true };
    };
    expect((await world.run()).ended).toBe('paused');
    expect(world.sent.length).toBeLessThanOrEqual(100);
    world.beforeSending = () => undefined;
    world.store.settings = { isPaused: false };
    await world.run();
    expect(world.phones()).toEqual(phonesUpTo(300));
  });

  it('leaves the sending to the one that has the lease', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 10);
    await world.store.take('another run', world.now, new Date(world.now.getTime() + 60_000));
    expect((await world.run()).ended).toBe('busy');
    expect(world.sent).toHaveLength(0);
    world.pass(60);
    expect((await world.run()).sent).toBe(10);
  });

  it('gives the lease back however it ends', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 10);
    failFrom(world, 3, new Error('a table is away'));
    await expect(world.run()).rejects.toThrow('a table is away');
    expect(world.store.lease).toBeUndefined();
  });

  it('goes on with the next campaign where one cannot be gone on with, and says so in the end', async () => {
    const world = new CampaignWorld();
    world.openLines('BROKEN', 10, { openedAt: '2026-05-01T07:00:00.000Z' });
    world.store.parts.set('BROKEN/1', []);
    world.open('SOUND', [messageOf(11), messageOf(12)], { openedAt: '2026-05-02T07:00:00.000Z' });
    await expect(world.run()).rejects.toThrow('fewer messages');
    expect(world.sent).toHaveLength(2);
    expect(world.store.lease).toBeUndefined();
    expect(world.store.campaigns.get('BROKEN')).toMatchObject({ state: 'OPEN', cursor: 0 });
  });

  it('asks for another when a campaign was opened while it had the lease', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 1);
    const release = world.store.release.bind(world.store);
    vi.spyOn(world.store, 'release').mockImplementation(async (holder) => {
      world.open('LATE', [messageOf(2)], { openedAt: '2026-06-01T07:00:00.000Z' });
      await release(holder);
    });
    await world.run();
    expect(world.wakes).toBe(1);
  });

  it('stops when another run has moved the campaign meanwhile', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 20);
    world.beforeSending = () => {
      if (world.sent.length === 3)
        world.store.campaigns.set('L', { ...world.store.campaigns.get('L')!, cursor: 14, sent: 14 });
    };
    expect((await world.run()).ended).toBe('overtaken');
    expect(world.store.campaigns.get('L')).toMatchObject({ cursor: 14 });
  });
});

describe('a run that was slow', () => {
  it('does not send what it took the right to so long ago that another may send it', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 1);
    const begin = world.store.begin.bind(world.store);
    vi.spyOn(world.store, 'begin').mockImplementationOnce(async (message, leaseSeconds) => {
      const right = await begin(message, leaseSeconds);
      world.pass(31);
      return right;
    });
    expect(await world.run()).toMatchObject({ ended: 'message-held', sent: 0 });
    world.pass(31);
    expect(await world.run()).toMatchObject({ sent: 1 });
    expect(world.phones()).toEqual([phoneOf(1)]);
  });

  it('cannot take a campaign back to where it was', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 20);
    const before = world.store.campaigns.get('L')!;
    await world.run();
    const stale = { state: 'OPEN', cursor: 3, sent: 3, skipped: 0, updatedAt: before.updatedAt } as const;
    expect(await world.store.checkpoint(before, stale)).toBe('refused');
    expect(world.store.campaigns.get('L')).toMatchObject({ state: 'DONE', cursor: 20 });
  });
});

describe('an outage of the provider', () => {
  it('stops the run at its place, and every person is notified once when it is over', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 60, { partSize: 500 });
    failFrom(world, 25, new ProviderUnavailableError('The SMS provider cannot be reached'));
    expect(await world.run()).toMatchObject({ ended: 'provider-unavailable', sent: 25 });
    expect(world.store.campaigns.get('L')).toMatchObject({ state: 'OPEN', cursor: 25, sent: 25 });
    expect(world.wakes).toBe(0);
    world.beforeSending = () => undefined;
    // Those whose sending had begun wait for their lease.
    expect((await world.run()).ended).toBe('message-held');
    world.pass(61);
    await world.run();
    expect(world.phones().sort()).toEqual(phonesUpTo(60));
    expect(world.store.campaigns.get('L')).toMatchObject({ state: 'DONE', sent: 60, skipped: 0 });
  });
});

describe('people who are not notified', () => {
  it('are those who want no SMS, have died or are not in the registry; the others go on', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 6);
    world.store.persons.set(numberOf(2), personOf(2, { smsOptOut: true }));
    world.store.persons.set(numberOf(3), personOf(3, { deceasedOn: '2026-05-01' }));
    world.store.persons.delete(numberOf(4));
    expect(await world.run()).toMatchObject({ sent: 3, skipped: 3 });
    expect(world.phones()).toEqual([1, 5, 6].map(phoneOf));
    const reasons = [2, 3, 4].map(
      (line) => world.store.messages.get(`${numberOf(line)} registered`)?.skippedBecause,
    );
    expect(reasons).toEqual(['OPTED_OUT', 'DECEASED', 'NOT_IN_REGISTRY']);
    expect(world.store.campaigns.get('L')).toMatchObject({ state: 'DONE', sent: 3, skipped: 3 });
  });

  it('are those whose phone the provider refuses: one does not hold up the rest', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 20);
    world.beforeSending = (phone) => {
      if (phone === phoneOf(7)) throw new MessageRefusedError('The SMS provider does not take this message');
    };
    expect(await world.run()).toMatchObject({ ended: 'nothing-to-send', sent: 19, skipped: 1 });
    expect(world.store.messages.get(`${numberOf(7)} registered`)).toMatchObject({
      state: 'SKIPPED',
      skippedBecause: 'REFUSED_BY_PROVIDER',
    });
  });

  it('are not everybody when the provider refuses the sender and not the phones', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 100, { partSize: 500 });
    failFrom(world, 0, new MessageRefusedError('The SMS provider does not take this message'));
    expect(await world.run()).toMatchObject({ ended: 'provider-unavailable', sent: 0, skipped: 0 });
    expect(world.store.campaigns.get('L')).toMatchObject({ cursor: 0 });
    world.beforeSending = () => undefined;
    world.pass(61);
    await world.run();
    expect(world.phones()).toEqual(phonesUpTo(100));
  });
});

describe('what is not said anywhere', () => {
  it('is a phone: not in the record of a message, and not in an error', async () => {
    const world = new CampaignWorld();
    world.openLines('L', 30);
    failFrom(world, 20, new Error('a table is away'));
    const error: unknown = await world.run().catch((reason: unknown) => reason);
    const kept = JSON.stringify([...world.store.messages.values(), ...world.store.campaigns.values()]);
    expect(kept).not.toMatch(/\+212|Family|Given/);
    expect(String(error)).not.toMatch(/\+212|\d{9}/);
  });
});
