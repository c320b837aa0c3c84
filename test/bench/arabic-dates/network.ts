import type { Random } from '../../../local/samples/random.ts';

/** Weights of a network of one hidden layer: one row a unit, its constant last. */
export interface Network {
  readonly hidden: readonly Float32Array[];
  readonly output: readonly Float32Array[];
}

export interface Case {
  readonly looks: Float32Array;
  readonly kind: number;
}

const UNITS = 40;
const EPOCHS = 12;
const BATCH = 64;
const RATE = 0.002;
const DECAY = 1e-4;
const SMOOTHED = 0.005;

/** Fits a network by Adam on cross entropy, with a rate that falls to nothing. */
export function fitNetwork(cases: readonly Case[], kinds: number, random: Random): Network {
  const inputs = cases[0]?.looks.length ?? 0;
  const hidden = new Layer(UNITS, inputs, random);
  const output = new Layer(kinds, UNITS, random);
  const order = cases.map((_, index) => index);
  const steps = EPOCHS * Math.ceil(cases.length / BATCH);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, random);
    for (let start = 0; start < order.length; start += BATCH) {
      for (const index of order.slice(start, start + BATCH)) {
        const one = cases[index];
        if (one !== undefined) learn(one, hidden, output);
      }
      step += 1;
      const rate = RATE * (1 - step / (steps + 1));
      hidden.move(rate, step);
      output.move(rate, step);
    }
  }
  return { hidden: hidden.rows(), output: output.rows() };
}

function learn({ looks, kind }: Case, hidden: Layer, output: Layer): void {
  const sums = hidden.apply(looks);
  const active = sums.map((sum) => Math.max(0, sum));
  const chances = softmax(output.apply(active));
  const wrong = chances.map(
    (chance, at) => chance - (at === kind ? 1 - SMOOTHED : 0) - SMOOTHED / chances.length,
  );
  const back = output.back(wrong);
  output.collect(wrong, active);
  hidden.collect(
    back.map((value, at) => ((sums[at] ?? 0) > 0 ? value : 0)),
    looks,
  );
}

export function softmax(sums: Float32Array): Float32Array {
  const most = Math.max(...sums);
  const shares = sums.map((sum) => Math.exp(sum - most));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

class Layer {
  readonly #units: number;
  readonly #inputs: number;
  readonly #weights: Float32Array;
  readonly #slopes: Float32Array;
  readonly #means: Float32Array;
  readonly #squares: Float32Array;

  constructor(units: number, inputs: number, random: Random) {
    this.#units = units;
    this.#inputs = inputs;
    const size = units * (inputs + 1);
    const reach = Math.sqrt(6 / inputs);
    this.#weights = Float32Array.from({ length: size }, (_, at) =>
      at % (inputs + 1) === inputs ? 0 : (2 * random.next() - 1) * reach,
    );
    this.#slopes = new Float32Array(size);
    this.#means = new Float32Array(size);
    this.#squares = new Float32Array(size);
  }

  apply(values: Float32Array): Float32Array {
    const sums = new Float32Array(this.#units);
    for (let unit = 0; unit < this.#units; unit++) {
      const start = unit * (this.#inputs + 1);
      let sum = this.#weights[start + this.#inputs] ?? 0;
      for (let at = 0; at < this.#inputs; at++) sum += (this.#weights[start + at] ?? 0) * (values[at] ?? 0);
      sums[unit] = sum;
    }
    return sums;
  }

  back(wrong: Float32Array): Float32Array {
    const back = new Float32Array(this.#inputs);
    for (const [unit, share] of wrong.entries()) {
      const start = unit * (this.#inputs + 1);
      for (let at = 0; at < this.#inputs; at++)
        back[at] = (back[at] ?? 0) + share * (this.#weights[start + at] ?? 0);
    }
    return back;
  }

  collect(wrong: Float32Array, values: Float32Array): void {
    for (const [unit, share] of wrong.entries()) {
      if (share === 0) continue;
      const start = unit * (this.#inputs + 1);
      for (let at = 0; at < this.#inputs; at++)
        this.#slopes[start + at] = (this.#slopes[start + at] ?? 0) + share * (values[at] ?? 0);
      this.#slopes[start + this.#inputs] = (this.#slopes[start + this.#inputs] ?? 0) + share;
    }
  }

  move(rate: number, step: number): void {
    for (let at = 0; at < this.#weights.length; at++) {
      const weight = this.#weights[at] ?? 0;
      const slope = (this.#slopes[at] ?? 0) / BATCH;
      const mean = 0.9 * (this.#means[at] ?? 0) + 0.1 * slope;
      const square = 0.999 * (this.#squares[at] ?? 0) + 0.001 * slope * slope;
      this.#means[at] = mean;
      this.#squares[at] = square;
      const pace = mean / (1 - 0.9 ** step) / (Math.sqrt(square / (1 - 0.999 ** step)) + 1e-8);
      this.#weights[at] = weight - rate * (pace + DECAY * weight);
      this.#slopes[at] = 0;
    }
  }

  rows(): readonly Float32Array[] {
    return Array.from({ length: this.#units }, (_, unit) =>
      this.#weights.slice(unit * (this.#inputs + 1), (unit + 1) * (this.#inputs + 1)),
    );
  }
}

function shuffle(order: number[], random: Random): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = random.whole(0, at);
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
}
