import type { Random } from '../../local/samples/random.ts';

/** What a parser made of one input; a parser that does neither has crashed. */
export type Verdict =
  | { readonly outcome: 'accepted'; readonly pages?: number }
  | {
      readonly outcome: 'refused';
      /** A kind, never a text that quotes the input. */
      readonly reason: string;
    };

export const accepted: Verdict = { outcome: 'accepted' };
export const refused = (reason: string): Verdict => ({ outcome: 'refused', reason });

/** Makes another input of one. Two inputs of the same parser may be mixed. */
export type Mutator = (bytes: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

/** What one input may take. */
export interface Bounds {
  /** Of the processor: how busy the machine is says nothing about a parser. */
  readonly maxProcessorMilliseconds: number;
  readonly maxMegabytes: number;
  /** What waits for something that never comes takes no processor. */
  readonly maxWaitSeconds: number;
}

export const USUAL_BOUNDS: Bounds = { maxProcessorMilliseconds: 1000, maxMegabytes: 300, maxWaitSeconds: 30 };

/** A parser, ready to be given inputs. */
export interface PreparedTarget {
  /** Inputs that the parser takes, the same on every run. */
  readonly seeds: readonly Uint8Array[];
  /** Those that know the format; bytes are changed beside. */
  readonly mutators: readonly Mutator[];
  /** Words of the format. */
  readonly words: readonly string[];
  /** Puts right what a change has put wrong, now and then, so that inputs get past the first check. */
  readonly repair?: Mutator;
  /** @throws what is not the parser's own way to refuse */
  readonly parse: (bytes: Uint8Array) => Verdict | Promise<Verdict>;
  /** Pages of an accepted file as another reader counts them; undefined where it does not take the file. */
  readonly judge?: (bytes: Uint8Array) => Promise<number | undefined>;
}

/** A parser of something that comes from outside. */
export interface Target {
  readonly name: string;
  /** Of a thousand inputs: dear parsers get fewer. */
  readonly share: number;
  readonly bounds?: Bounds;
  readonly prepare: () => Promise<PreparedTarget>;
}

export const boundsOf = ({ bounds = USUAL_BOUNDS }: Pick<Target, 'bounds'>): Bounds => bounds;
