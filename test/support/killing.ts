import type { Random } from '../../local/samples/random.ts';

/** The worker was ended in the middle: nothing after this instant was done, everything before it was. */
class KilledError extends Error {
  override name = 'KilledError';
}

/** Whether this is what is left of a worker that was ended, also where its work was gathered into another error. */
export function wasKilled(error: unknown): boolean {
  if (error instanceof KilledError) return true;
  return error instanceof Error && error.cause !== undefined && wasKilled(error.cause);
}

/** Ends whoever works with it, before or after a call, now and then. */
export class Killer {
  readonly #random: Random;
  readonly #chance: number;
  #left: number;

  /**
   * @param chance of each call to be the last one, from 0 to 1
   * @param most so many workers are ended in all
   */
  constructor(random: Random, chance: number, most: number) {
    this.#random = random;
    this.#chance = chance;
    this.#left = most;
  }

  /** The same object, whose calls may be the last thing its user does. */
  mortal<Target extends object>(target: Target): Target {
    return new Proxy(target, {
      get: (object, name) => {
        const member: unknown = Reflect.get(object, name, object);
        if (typeof member !== 'function') return member;
        return (...args: unknown[]): unknown => {
          this.#strike();
          const result: unknown = Reflect.apply(member, object, args);
          if (!(result instanceof Promise)) return result;
          return result.then((value: unknown) => {
            this.#strike();
            return value;
          });
        };
      },
    });
  }

  #strike(): void {
    if (this.#left === 0 || this.#random.next() >= this.#chance) return;
    this.#left -= 1;
    throw new KilledError('The worker was ended');
  }
}
