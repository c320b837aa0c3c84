import * as z from 'zod';

/** Weights are kept as whole thousandths, so that a change of them can be looked at. */
const PART = 1000;

/** A fitted network of one hidden layer, as it is kept. */
export const networkSchema = z.object({
  /** Where it comes from, for whoever reads it. */
  fittedOn: z.iso.date(),
  fittedWith: z.string(),
  /** For each hidden unit one weight for each number that it looks at, and a constant behind them. */
  hidden: z.array(z.array(z.int())).min(1),
  /** For each kind of thing one weight for each hidden unit, and a constant behind them. */
  output: z.array(z.array(z.int())).min(2),
  /** What the sums are divided by, so that a chance of 0.9 comes true nine times in ten. */
  temperature: z.number().positive(),
});
export type StoredNetwork = z.infer<typeof networkSchema>;

/** Says of what kind a thing is by how it looks: small enough to be fitted in minutes and to look at a page in milliseconds. */
export class SmallNetwork {
  readonly #hidden: readonly Float32Array[];
  readonly #output: readonly Float32Array[];
  readonly #temperature: number;

  constructor({ hidden, output, temperature }: StoredNetwork) {
    const unpacked = (rows: readonly (readonly number[])[]) =>
      rows.map((row) => Float32Array.from(row, (weight) => weight / PART));
    this.#hidden = unpacked(hidden);
    this.#output = unpacked(output);
    this.#temperature = temperature;
  }

  /** The chance of each kind, in the order of the kinds. */
  chancesOf(looks: Float32Array): Float64Array {
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
