import type { GreyPixels } from '../negative.ts';
import type { SmallNetwork } from '../small-network.ts';
import { MONTH_KINDS } from './month-kinds.ts';
import { type GapWord, gapWordOf, type PixelGap } from './word-looks.ts';

/** A month's name that stands between a day and a year. */
export interface FoundMonth {
  /** As it is written in Arabic. */
  readonly text: string;
  readonly chance: number;
  readonly place: Omit<GapWord, 'looks'>;
}

/** Names differ by a dot or a tooth, and no sum or calendar contradicts a wrong one. */
const LEAST_CHANCE = 0.95;

/** @returns undefined where no month's name stands for sure */
export function readMonth(page: GreyPixels, gap: PixelGap, network: SmallNetwork): FoundMonth | undefined {
  const word = gapWordOf(page, gap);
  if (word === undefined) return undefined;
  const chances = network.chancesOf(word.looks);
  const likeliest = MONTH_KINDS[chances.indexOf(Math.max(...chances))];
  if (likeliest === undefined || likeliest.month === 0) return undefined;
  // Two names of one month are no doubt of it.
  const chance = MONTH_KINDS.reduce(
    (sum, { month }, kind) => sum + (month === likeliest.month ? (chances[kind] ?? 0) : 0),
    0,
  );
  if (chance < LEAST_CHANCE) return undefined;
  const { left, right, top, bottom } = word;
  return { text: likeliest.name, chance, place: { left, right, top, bottom } };
}
