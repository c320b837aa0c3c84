import type { Random } from '../random.ts';
import type { Colour } from '../scanner/warp.ts';
import type { Degradation } from '../scanner/degradation.ts';

const DESKS: readonly [Colour, ...Colour[]] = [
  [118, 108, 98],
  [92, 70, 52],
  [150, 150, 148],
  [60, 62, 66],
];

/** What happens to a sheet on its way: a good scanner, a poor one, a fax, a telephone's camera. */
export function anyDegradation(random: Random): Degradation {
  const draw = random.next();
  const upTo = (most: number): number => random.next() * most;
  const skew = (most: number): number => (random.next() * 2 - 1) * most;
  const turn = random.next() < 0.1 ? { turn: random.pick([90, 180, 180, 270] as const) } : {};
  const isGray = random.next() < 0.5;
  const dpi = random.pick([150, 200, 200, 200, 220]);
  if (draw < 0.4)
    return {
      ...turn,
      dpi,
      rotate: skew(1),
      blur: 0.3 + upTo(0.25),
      noise: upTo(4),
      specks: random.whole(0, 40),
      jpeg: random.whole(68, 88),
      gray: isGray,
    };
  if (draw < 0.7)
    return {
      ...turn,
      dpi,
      rotate: skew(2.6),
      blur: 0.35 + upTo(0.35),
      noise: 2 + upTo(5),
      specks: random.whole(20, 100),
      jpeg: random.whole(42, 75),
      gray: isGray,
      fade: upTo(0.18),
      shadow: upTo(0.32),
      ...(random.next() < 0.15 ? { streak: upTo(1) } : {}),
    };
  if (draw < 0.82)
    return { ...turn, dpi: 200, rotate: skew(1.5), blur: 0.3, specks: random.whole(10, 90), bilevel: true };
  return {
    ...turn,
    dpi: random.pick([180, 200, 220]),
    rotate: skew(5),
    shrink: 0.93,
    perspective: upTo(0.022),
    background: random.pick(DESKS),
    blur: 0.4 + upTo(0.4),
    noise: 3 + upTo(5),
    specks: random.whole(0, 40),
    jpeg: random.whole(45, 75),
    shadow: 0.05 + upTo(0.35),
  };
}
