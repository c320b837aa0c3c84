import { createHash, randomBytes } from 'node:crypto';
import { PageCursors } from '../../contexts/shared/paging/page-cursors.ts';
import type { DataKey, DataKeys } from '../../contexts/shared/ports/data-keys.ts';

const UNREAD_BYTES = 36;

/**
 * A keeper of data keys in memory. What it wraps is a name of 32 bytes, with some before it that it does not look at, as a keeper
 * may; a name that it did not give opens nothing.
 */
export class MemoryDataKeys implements DataKeys {
  readonly #random: (bytes: number) => Uint8Array;
  readonly #secret: Uint8Array;
  readonly #given = new Set<string>();
  #current: DataKey;

  constructor(random: (bytes: number) => Uint8Array = randomBytes) {
    this.#random = random;
    this.#secret = random(32);
    this.#current = this.#make();
  }

  current(): Promise<DataKey> {
    return Promise.resolve(this.#current);
  }

  unwrap(wrapped: Uint8Array): Promise<Uint8Array | undefined> {
    const name = Buffer.from(wrapped).subarray(UNREAD_BYTES);
    return Promise.resolve(this.#given.has(name.toString('hex')) ? this.#keyOf(name) : undefined);
  }

  /** From now on as another copy of the function would. */
  renew(): void {
    this.#current = this.#make();
  }

  #make(): DataKey {
    const name = Buffer.from(this.#random(32));
    this.#given.add(name.toString('hex'));
    return { key: this.#keyOf(name), wrapped: Buffer.concat([Buffer.alloc(UNREAD_BYTES), name]) };
  }

  #keyOf(name: Uint8Array): Uint8Array {
    return createHash('sha256').update(this.#secret).update(name).digest();
  }
}

export const memoryCursors = (): PageCursors => new PageCursors(new MemoryDataKeys());

/** Cursors that are the same on every run: what a fuzzer found must be found again. */
export function repeatableCursors(): PageCursors {
  const random = repeatableBytes();
  return new PageCursors(new MemoryDataKeys(random), random);
}

function repeatableBytes(): (bytes: number) => Uint8Array {
  let asked = 0;
  return (bytes) => createHash('shake256', { outputLength: bytes }).update(String(++asked)).digest();
}
