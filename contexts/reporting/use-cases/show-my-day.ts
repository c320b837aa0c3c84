import { type Clock, dayInMorocco, type Staff } from '#shared';
import type { MyDay } from '../api/figures.ts';
import { countersOf } from '../domain/kept-figures.ts';
import type { FiguresReader } from '../ports.ts';

export interface ShowMyDayDependencies {
  readonly figures: FiguresReader;
  readonly clock: Clock;
}

/** What somebody has finished today, in Morocco. Figures may be some seconds behind. */
export async function showMyDay(
  { userId }: Pick<Staff, 'userId'>,
  { figures, clock }: ShowMyDayDependencies,
): Promise<MyDay> {
  const day = dayInMorocco(clock());
  const own = countersOf([{ day, parts: await figures.ofDay(day) }], `REVIEWER#${userId}`);
  const finished = own.of('submitted') + own.of('rejected') - own.of('taken-back');
  return {
    day,
    finished: Math.max(0, finished),
    passedOn: own.of('escalated') + own.of('document-requested'),
  };
}
