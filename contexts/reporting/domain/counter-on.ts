import { dayInMorocco } from '#shared';
import type { Count, FigurePart } from './counts.ts';

/** Counters of one part of the day, in Morocco, of an ISO instant. */
export function counterOn(instant: string, part: FigurePart): (counter: string, by?: number) => Count {
  const place = { of: dayInMorocco(new Date(instant)), part };
  return (counter, by = 1) => ({ place, counter, by });
}
