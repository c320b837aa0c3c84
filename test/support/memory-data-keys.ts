import { createHash, randomBytes } from 'node:crypto';
import { PageCursors } from '../../core/application/page-cursors.ts';
import type { DataKey, DataKeys } from '../../core/ports/data-keys.ts';

const UNREAD_BYTES = 36;

/**
 * A keeper of data keys in memory. What it wraps is a name of 32 bytes, with some before it that it does not look at, as a keeper
 * may; a name that it did not give opens nothing.
 */
export class MemoryDataKeys implements DataKeys {
  readonly #secret = randomBytes(32);
  readonly #given = new Set<string>();
  #current = this.#make();

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
    const name = randomBytes(32);
    this.#given.add(name.toString('hex'));
    return { key: this.#keyOf(name), wrapped: Buffer.concat([Buffer.alloc(UNREAD_BYTES), name]) };
  }

  #keyOf(name: Uint8Array): Uint8Array {
    return createHash('sha256').update(this.#secret).update(name).digest();
  }
}

export const memoryCursors = (): PageCursors => new PageCursors(new MemoryDataKeys());
