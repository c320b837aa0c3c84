import { describe, expect, it } from 'vitest';
import { showMyDay } from '../../../../contexts/reporting/use-cases/show-my-day.ts';

const part = (name: string, counters: Readonly<Record<string, number>>) => ({
  part: name,
  countedAt: '2025-07-31T23:00:00.000Z',
  counters: new Map(Object.entries(counters)),
});

/** The first hour of the day in Morocco is the last one of the day before in UTC. */
const clock = () => new Date('2025-07-31T23:30:00Z');

describe('what a reviewer finished today', () => {
  it('is what they validated and rejected of the day in Morocco, without what they took back', async () => {
    const asked: string[] = [];
    const figures = {
      ofDay: (day: string) => {
        asked.push(day);
        return Promise.resolve([
          part('REVIEWER#amina', { submitted: 7, rejected: 2, 'taken-back': 1, escalated: 1, taken: 12 }),
          part('REVIEWER#brahim', { submitted: 40 }),
        ]);
      },
      queue: () => Promise.resolve([]),
    };
    expect(await showMyDay({ userId: 'amina' }, { figures, clock })).toEqual({
      day: '2025-08-01',
      finished: 8,
      passedOn: 1,
    });
    expect(asked).toEqual(['2025-08-01']);
  });

  it('is nothing before anything was counted', async () => {
    const figures = { ofDay: () => Promise.resolve([]), queue: () => Promise.resolve([]) };
    expect(await showMyDay({ userId: 'amina' }, { figures, clock })).toMatchObject({ finished: 0 });
  });
});
