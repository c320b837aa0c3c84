import { accepted, refused, type Target } from '../../../fuzz/target.ts';

/** Far below what real parsers get, so that a test finds what breaks it in little time. */
const BOUNDS = { maxProcessorMilliseconds: 400, maxMegabytes: 150, maxWaitSeconds: 2 };
/** Whoever takes memory takes time for it. */
const HOG_BOUNDS = { ...BOUNDS, maxProcessorMilliseconds: 10_000, maxWaitSeconds: 60 };

const MEGABYTE = 1024 * 1024;
/** What an input begins with that meets the fault. */
const HIT = '!!';
const SEEDS = ['abcd', '<a>12</a>'].map((text) => Buffer.from(text));

interface Planted {
  readonly name: string;
  /** So many inputs that one or two of them meet the fault. */
  readonly share: number;
  readonly bounds?: typeof BOUNDS;
  readonly fault: () => Promise<void> | void;
}

const kept: Uint8Array[] = [];

const planted: readonly Planted[] = [
  { name: 'without-fault', share: 400, fault: () => undefined },
  {
    ...{ name: 'crash', share: 20 },
    fault: () => {
      throw new TypeError('planted');
    },
  },
  {
    ...{ name: 'hang', share: 10 },
    fault: () => {
      for (;;);
    },
  },
  { name: 'waits-for-ever', share: 100, fault: () => new Promise<void>(() => undefined) },
  {
    ...{ name: 'memory-hog', share: 20, bounds: HOG_BOUNDS },
    fault: () => {
      for (;;) kept.push(new Uint8Array(8 * MEGABYTE).fill(1));
    },
  },
  {
    ...{ name: 'heap-hog', share: 45, bounds: HOG_BOUNDS },
    fault: () => {
      const all: string[] = [];
      for (;;) all.push(String(all.length).repeat(100).toUpperCase());
    },
  },
  {
    ...{ name: 'takes-its-time', share: 20 },
    fault: () => {
      const until = process.cpuUsage().user + 600_000;
      while (process.cpuUsage().user < until);
    },
  },
  { name: 'ends-the-process', share: 10, fault: () => process.abort() },
];

/** Parsers with one fault each, which few inputs meet, and one without. */
export const plantedTargets: readonly Target[] = planted.map(
  ({ name, share, bounds = BOUNDS, fault }): Target => ({
    ...{ name, share, bounds },
    prepare: () =>
      Promise.resolve({
        seeds: SEEDS,
        mutators: [],
        words: [HIT],
        parse: async (bytes) => {
          if (Buffer.from(bytes).toString('latin1').startsWith(HIT)) await fault();
          return bytes.byteLength % 2 === 0 ? accepted : refused('of an odd number of bytes');
        },
      }),
  }),
);
