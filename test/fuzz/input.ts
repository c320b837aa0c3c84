import { seededRandom, seedOf, type Random } from '../../local/samples/random.ts';
import { byteMutators } from './mutators/bytes.ts';
import type { Mutator, PreparedTarget } from './target.ts';

/** How often a change is one that knows the format. */
const STRUCTURE_SHARE = 0.8;
const REPAIR_SHARE = 0.8;
const MAX_CHANGES = 8;
/** Larger inputs come from repeating only; what takes long on them takes far too long on a file of megabytes. */
const MAX_INPUT_BYTES = 1024 * 1024;

/** Makes inputs of one parser. The same seed and number give the same input, on every run and machine. */
export class InputMaker {
  readonly #name: string;
  readonly #target: PreparedTarget;
  readonly #seed: number;
  readonly #bytes: readonly Mutator[];

  constructor(name: string, target: PreparedTarget, seed: number) {
    this.#name = name;
    this.#target = target;
    this.#seed = seed;
    this.#bytes = byteMutators(target.words);
  }

  /** @param index from 0; the first ones are the seeds themselves */
  input(index: number): Uint8Array {
    const { seeds, repair } = this.#target;
    const whole = seeds[index];
    if (whole !== undefined) return whole;
    const random = seededRandom(seedOf(`${this.#seed}/${this.#name}/${index}`));
    const anySeed = (): Uint8Array => seeds[random.whole(0, seeds.length - 1)] ?? new Uint8Array();
    let bytes = anySeed();
    for (let change = 0; change < this.#changes(random); change++) {
      bytes = changed(this.#mutator(random), bytes, random, anySeed());
      if (bytes.byteLength > MAX_INPUT_BYTES) bytes = bytes.subarray(0, MAX_INPUT_BYTES);
    }
    return repair !== undefined && random.next() < REPAIR_SHARE ? repair(bytes, random, anySeed()) : bytes;
  }

  /** Mostly one to three: what is changed too much is refused by the first check. */
  #changes(random: Random): number {
    let changes = 1;
    while (changes < MAX_CHANGES && random.next() < 0.5) changes += 1;
    return changes;
  }

  #mutator(random: Random): Mutator {
    const { mutators } = this.#target;
    const from = mutators.length > 0 && random.next() < STRUCTURE_SHARE ? mutators : this.#bytes;
    return from[random.whole(0, from.length - 1)] ?? ((bytes) => bytes);
  }
}

/** A tree that grew too deep to be walked stays as it is. */
function changed(mutator: Mutator, bytes: Uint8Array, random: Random, other: Uint8Array): Uint8Array {
  try {
    return mutator(bytes, random, other);
  } catch (error) {
    if (error instanceof RangeError || error instanceof DOMException) return bytes;
    throw error;
  }
}
