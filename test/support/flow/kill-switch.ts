/** The function's process is gone: nothing it would have done after this happens. */
export class KilledError extends Error {
  override name = 'KilledError';
}

/** Something with a middleware stack, as every AWS client is. */
interface Killable {
  readonly middlewareStack: {
    add(
      middleware: (
        next: (args: never) => Promise<unknown>,
        context: { readonly commandName?: string },
      ) => (args: never) => Promise<unknown>,
      options: { step: 'initialize'; priority: 'high'; name: string },
    ): void;
  };
}

export type Moment = 'before' | 'after';

/** To die at a read is to die before the next write: nothing outside has changed in between. */
const READS = /^(Get|BatchGet|Query|Head|List)/;

/**
 * Kills a function at its n-th AWS call that changes something: before the call goes out, or after it was carried out and its answer is lost. All
 * later calls of the same life fail too.
 */
export class KillSwitch {
  readonly #atCall: number;
  readonly #moment: Moment;
  #calls = 0;
  #isDead = false;

  /** @param atCall from 1; Infinity lets the function live */
  constructor(atCall = Infinity, moment: Moment = 'before') {
    this.#atCall = atCall;
    this.#moment = moment;
  }

  /** Whether the function made so many calls that it was killed. */
  get hasKilled(): boolean {
    return this.#isDead;
  }

  wire<C extends Killable>(client: C): C {
    client.middlewareStack.add(
      (next, context) => async (args) => this.#call(() => next(args), context.commandName),
      {
        step: 'initialize',
        priority: 'high',
        name: 'killSwitch',
      },
    );
    return client;
  }

  async #call(send: () => Promise<unknown>, command = ''): Promise<unknown> {
    if (READS.test(command) && !this.#isDead) return send();
    this.#calls += 1;
    const isLast = this.#calls === this.#atCall;
    if (this.#isDead || (isLast && this.#moment === 'before')) {
      this.#isDead = true;
      throw new KilledError('killed before the call');
    }
    const answer = await send();
    if (isLast) {
      this.#isDead = true;
      throw new KilledError('killed after the call');
    }
    return answer;
  }
}
