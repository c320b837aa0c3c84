import type { LayoutName } from '../forms/layouts/index.ts';
import type { LookName } from '../forms/looks.ts';
import { seededRandom, type Random } from '../random.ts';
import { renderScan, type RenderedScan, type ScanSpec } from '../render-scan.ts';
import type { Degradation } from '../scanner/degradation.ts';
import { randomClaim, type RandomClaim } from './random-claim.ts';

export interface RandomScanOptions {
  /** ISO date; care was given in the weeks before it. */
  readonly today: string;
  /** From which the seed picks; all of them unless said. */
  readonly layouts?: readonly [LayoutName, ...LayoutName[]];
  /** From which the seed picks; all but handwriting unless said. */
  readonly looks?: readonly [LookName, ...LookName[]];
  /**
   * How bad the scan is. `none` at a low `dpi` makes small files fast, for load with recorded answers.
   */
  readonly quality?: 'none' | 'good' | 'medium' | 'bad';
  readonly dpi?: number;
  readonly fileType?: ScanSpec['fileType'];
  /** Billed at the tariff, nothing needs a second look: for what is about something else than reading. */
  readonly isAtTariff?: boolean;
}

export interface RandomScan extends RandomClaim {
  readonly sample: RenderedScan;
}

const ALL_LAYOUTS = [
  'classic',
  'comb',
  'labels-above',
  'arabic-first',
] as const satisfies readonly LayoutName[];
const PRINTED_LOOKS = [
  'printed',
  'printed-noto',
  'serif',
  'courier',
  'typewriter',
] as const satisfies readonly LookName[];

/**
 * Scans a valid claim of an invented person: for benchmarks and load. The same seed and options give the same bytes.
 * @param seed a whole number from 0 to 899,999
 */
export async function randomScan(seed: number, options: RandomScanOptions): Promise<RandomScan> {
  const claim = randomClaim(seed, options.today, options.isAtTariff);
  // Another stream than the claim's, so that how a claim is scanned does not change what is claimed.
  const random = seededRandom(seed + 0x5eed);
  const {
    layouts = ALL_LAYOUTS,
    looks = PRINTED_LOOKS,
    quality = 'medium',
    dpi = 200,
    fileType = 'jpeg',
  } = options;
  const content = {
    kind: 'care-form',
    layout: random.pick(layouts),
    look: random.pick(looks),
    fields: claim.fields,
  } as const;
  const degradation = randomDegradation(quality, dpi, random);
  const name = `random-${seed.toString().padStart(7, '0')}`;
  return { ...claim, sample: await renderScan({ name, fileType, pages: [{ content, degradation }] }) };
}

/** A scanner's or a telephone's faults of a given badness. */
function randomDegradation(
  quality: NonNullable<RandomScanOptions['quality']>,
  dpi: number,
  random: Random,
): Degradation {
  const upTo = (most: number): number => random.next() * most;
  const skew = (most: number): number => (random.next() * 2 - 1) * most;
  switch (quality) {
    case 'none':
      return { dpi, jpeg: 60, gray: true };
    case 'good':
      return {
        dpi,
        rotate: skew(0.8),
        blur: 0.3 + upTo(0.3),
        noise: upTo(4),
        specks: random.whole(0, 40),
        jpeg: random.whole(70, 88),
        gray: random.next() < 0.5,
      };
    case 'medium':
      return {
        dpi,
        rotate: skew(2.5),
        blur: 0.4 + upTo(0.3),
        noise: 2 + upTo(5),
        specks: random.whole(20, 90),
        jpeg: random.whole(50, 80),
        gray: random.next() < 0.7,
        fade: upTo(0.15),
        shadow: upTo(0.3),
        ...(random.next() < 0.15 ? { turn: 180 } : {}),
      };
    case 'bad':
      return {
        dpi,
        rotate: skew(5),
        shrink: 0.94,
        blur: 0.6 + upTo(0.3),
        noise: 5 + upTo(5),
        specks: random.whole(60, 150),
        jpeg: random.whole(35, 60),
        gray: random.next() < 0.5,
        fade: 0.05 + upTo(0.2),
        shadow: 0.1 + upTo(0.35),
        ...(random.next() < 0.4 ? { perspective: upTo(0.02), background: [118, 108, 98] as const } : {}),
        ...(random.next() < 0.3 ? { turn: random.pick([90, 180, 270] as const) } : {}),
        ...(random.next() < 0.3 ? { streak: upTo(1) } : {}),
      };
  }
}
