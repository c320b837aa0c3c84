import { createHash, randomBytes } from 'node:crypto';
import { PageCursors } from '../../core/application/page-cursors.ts';
import type { DataKey, DataKeys } from '../../core/ports/data-keys.ts';

/** A keeper of data keys in memory. What it wraps is a name of 32 bytes; a name that it did not give opens nothing. */
export class MemoryDataKeys implements DataKeys {
  readonly #secret = randomBytes(32);
  readonly #given = new Set<string>();
  #current = this.#make();

  current(): Promise<DataKey> {
    return Promise.resolve(this.#current);
  }

  unwrap(wrapped: Uint8Array): Promise<Uint8Array | undefined> {
    const name = Buffer.from(wrapped).toString('hex');
    return Promise.resolve(this.#given.has(name) ? this.#keyOf(wrapped) : undefined);
  }

  /** From now on as another copy of the function would. */
  renew(): void {
    this.#current = this.#make();
  }

  #make(): DataKey {
    const wrapped = randomBytes(32);
    this.#given.add(wrapped.toString('hex'));
    return { key: this.#keyOf(wrapped), wrapped };
  }

  #keyOf(wrapped: Uint8Array): Uint8Array {
    return createHash('sha256').update(this.#secret).update(wrapped).digest();
  }
}

export const memoryCursors = (): PageCursors => new PageCursors(new MemoryDataKeys());
