import * as z from 'zod';
import { LOOKS } from './glyph-looks.ts';

/** What a glyph may be: a digit by its value, a separator, or something else, such as a letter or a Latin digit. */
export const GLYPH_KINDS = [
  '0',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '/',
  '-',
  '.',
  'other',
] as const;
export type GlyphKind = (typeof GLYPH_KINDS)[number];

/** Weights are kept as whole thousandths, so that a change of them can be looked at. */
const PART = 1000;

export const glyphModelSchema = z.object({
  /** Where it comes from, for whoever reads it. */
  fittedOn: z.iso.date(),
  fittedWith: z.string(),
  /** For each hidden unit one weight for each number of a glyph's looks, and a constant behind them. */
  hidden: z.array(z.array(z.int()).length(LOOKS + 1)).min(1),
  /** For each kind of glyph one weight for each hidden unit, and a constant behind them. */
  output: z.array(z.array(z.int())).length(GLYPH_KINDS.length),
  /** What the sums are divided by, so that a chance of 0.9 comes true nine times in ten. */
  temperature: z.number().positive(),
});
export type GlyphModel = z.infer<typeof glyphModelSchema>;

/** The chance of each kind, in the order of the kinds. */
export type Chances = Float64Array;

/** A network of one hidden layer: small enough to be fitted in minutes and to look at a page's glyphs in milliseconds. */
export class GlyphClassifier {
  readonly #hidden: readonly Float32Array[];
  readonly #output: readonly Float32Array[];
  readonly #temperature: number;

  constructor({ hidden, output, temperature }: GlyphModel) {
    const unpacked = (rows: readonly (readonly number[])[]) =>
      rows.map((row) => Float32Array.from(row, (weight) => weight / PART));
    this.#hidden = unpacked(hidden);
    this.#output = unpacked(output);
    this.#temperature = temperature;
  }

  chancesOf(looks: Float32Array): Chances {
    const active = Float32Array.from(this.#hidden, (weights) => Math.max(0, weighed(weights, looks)));
    const sums = Float64Array.from(this.#output, (weights) => weighed(weights, active) / this.#temperature);
    const most = Math.max(...sums);
    const shares = sums.map((sum) => Math.exp(sum - most));
    const total = shares.reduce((sum, share) => sum + share, 0);
    return shares.map((share) => share / total);
  }
}

function weighed(weights: Float32Array, values: Float32Array): number {
  let sum = weights[values.length] ?? 0;
  for (let at = 0; at < values.length; at++) sum += (weights[at] ?? 0) * (values[at] ?? 0);
  return sum;
}
