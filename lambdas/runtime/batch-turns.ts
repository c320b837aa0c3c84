import { setTimeout as sleep } from 'node:timers/promises';

/** Before the function is ended, and with it all that its call has done, whoever hangs is given up. */
const MARGIN_SECONDS = 1;
/** A message that came before is not waited for longer than this before the next one is begun. */
const PATIENCE_SECONDS = 1;

/** A message that was not done, or not even begun, when the function's time was nearly up. */
export class MessageHangsError extends Error {
  override name = 'MessageHangsError';
}

/**
 * When each message of a batch is worked on, and until when: so that one that hangs, or kills the function, does not take the
 * others along.
 */
export class BatchTurns {
  readonly #endsAt: number;
  #before: Promise<unknown> = Promise.resolve();

  /** @param remainingMilliseconds until the function is ended */
  constructor(remainingMilliseconds: number) {
    this.#endsAt = Date.now() + Math.max(0, remainingMilliseconds - MARGIN_SECONDS * 1000);
  }

  /**
   * Works on a message: at once where it is new; where it came before, after those before it, for it may be what killed the
   * function then.
   * @throws MessageHangsError when there is no time left for it
   */
  async take<Done>(cameBefore: boolean, work: () => Promise<Done>): Promise<Done> {
    const done = cameBefore ? this.#before.then(() => this.#work(work)) : this.#work(work);
    const isDone = done.catch(() => undefined);
    this.#before = this.#before.then(() => Promise.race([isDone, wait(PATIENCE_SECONDS * 1000)]));
    return done;
  }

  async #work<Done>(work: () => Promise<Done>): Promise<Done> {
    const giveUp = new AbortController();
    const left = this.#endsAt - Date.now();
    if (left <= 0) throw new MessageHangsError('There was no time left to begin');
    try {
      return await Promise.race([
        work(),
        wait(left, giveUp.signal).then(() => {
          throw new MessageHangsError('The message was not done in time');
        }),
      ]);
    } finally {
      giveUp.abort();
    }
  }
}

/** Waits without keeping the process alive, and no longer than until `signal`. */
async function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { ref: false, ...(signal && { signal }) });
}

/** In any order: whatever is behind the message that kills is before it another time. */
export function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
