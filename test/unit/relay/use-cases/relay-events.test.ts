import { describe, expect, it } from 'vitest';
import { relayEvents } from '../../../../contexts/relay/use-cases/relay-events.ts';
import type { MilafEvent } from '../../../../contexts/events/events.ts';

const at = { occurredAt: '2026-11-21T10:00:00.000Z' };
const accepted: MilafEvent = {
  type: 'file.accepted.v1',
  eventId: 'F#1',
  fileId: 'F',
  channelId: 'shop-1',
  ...at,
};
const failed: MilafEvent = {
  type: 'file.reading-failed.v1',
  eventId: 'F#2',
  fileId: 'F',
  channelId: 'shop-1',
  readingAttempt: 2,
  ...at,
};
const drafted: MilafEvent = {
  type: 'claim.drafted.v1',
  eventId: 'F-1#1',
  claimId: 'F-1',
  channelId: 'shop-1',
  ...at,
};
const approved: MilafEvent = {
  type: 'claim.approved.v1',
  eventId: 'F-1#2',
  claimId: 'F-1',
  channelId: 'shop-1',
  ...at,
};

const listPlanned: MilafEvent = {
  type: 'list.planned.v1',
  eventId: 'L#2',
  listId: 'L',
  source: 'dgi',
  isDryRun: false,
  lineCount: 5,
  rangeCount: 1,
  ...at,
};
const personRegistered: MilafEvent = {
  type: 'person.registered.v1',
  eventId: '123456789#1',
  registrationNumber: '123456789',
  scheme: 'AMO_TNS',
  listId: 'L',
  ...at,
};

function outside(isBusDown = false) {
  const sent: string[] = [];
  const delays: number[] = [];
  return {
    sent,
    delays,
    dependencies: {
      queues: {
        startReading: (message: { fileId: string }) =>
          Promise.resolve(void sent.push(`read ${message.fileId}`)),
        checkReading: () => Promise.resolve(),
        readForms: () => Promise.resolve(),
        adjudicateClaim: (message: { claimId: string }, delaySeconds: number) => {
          delays.push(delaySeconds);
          return Promise.resolve(void sent.push(`decide ${message.claimId}`));
        },
      },
      clock: () => new Date('2026-09-01T09:00:00Z'),
      publisher: {
        publish: (events: readonly MilafEvent[]) => {
          if (isBusDown) return Promise.reject(new Error('the bus is down'));
          sent.push(...events.map(({ type }) => `bus ${type}`));
          return Promise.resolve();
        },
      },
    },
  };
}

describe('committed events are sent on', () => {
  it('an accepted file is read, and one whose reading failed is read again', async () => {
    const { sent, dependencies } = outside();
    await relayEvents([accepted, failed], dependencies);
    expect(sent.filter((what) => what === 'read F')).toHaveLength(2);
  });

  it('a claim that a person corrected is decided again', async () => {
    const { sent, dependencies } = outside();
    await relayEvents([{ ...drafted, type: 'claim.corrected.v1', eventId: 'F-1#3' }], dependencies);
    expect(sent).toEqual(['decide F-1', 'bus claim.corrected.v1']);
  });

  it('a claim that can be taken back is decided when that time is over, and at once if it comes later', async () => {
    const { sent, delays, dependencies } = outside();
    const corrected = { ...drafted, type: 'claim.corrected.v1' } as const;
    await relayEvents([{ ...corrected, decidableFrom: '2026-09-01T09:00:29.500Z' }], dependencies);
    await relayEvents([{ ...corrected, decidableFrom: '2026-09-01T08:59:00.000Z' }], dependencies);
    expect(sent.filter((what) => what === 'decide F-1')).toHaveLength(2);
    expect(delays).toEqual([29.5, 0]);
  });

  it('a drafted claim is decided, and every event reaches the bus', async () => {
    const { sent, dependencies } = outside();
    await relayEvents([drafted, approved], dependencies);
    expect(sent).toEqual(['decide F-1', 'bus claim.drafted.v1', 'bus claim.approved.v1']);
  });

  it('lists and persons go to the bus only, so that they never stand in the way of claims', async () => {
    const { sent, dependencies } = outside();
    await relayEvents([listPlanned, personRegistered], dependencies);
    expect(sent).toEqual(['bus list.planned.v1', 'bus person.registered.v1']);
  });

  it('a bus that is down is an error, so that the stream brings the event again', async () => {
    await expect(relayEvents([approved], outside(true).dependencies)).rejects.toThrow('the bus is down');
  });
});
