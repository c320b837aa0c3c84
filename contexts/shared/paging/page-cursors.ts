import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Operation } from '../access/access.ts';
import type { DataKeys } from '../ports/data-keys.ts';
import { canonicalJson } from '../canonical-json.ts';

/** What the keys of cursors are made for: a key that is kept for something else too opens nothing else by it. */
export const CURSOR_PURPOSE = 'page-cursor';

/** What a cursor is good for: this listing, asked for by this person with the same question. */
export interface Listing {
  readonly operation: Operation;
  readonly actor: string;
  readonly asked: object;
}

/** A cursor that was not given for this listing, or not by this API. */
export class CursorRefusedError extends Error {
  override name = 'CursorRefusedError';

  constructor() {
    super('The cursor is of no page of this listing');
  }
}

const CIPHER = 'aes-256-gcm';
const VERSION = 1;
/** Version and length of the wrapped key. */
const HEAD_BYTES = 3;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Makes of a place in a listing what a client is given to ask for the next page with: encrypted, because places are made of keys
 * of tables, which hold numbers of people; authenticated together with the listing it is for, because a client could give back
 * another one.
 */
export class PageCursors {
  readonly #keys: DataKeys;
  readonly #random: (bytes: number) => Uint8Array;

  /** @param random what no cursor may share with another one is made of it */
  constructor(keys: DataKeys, random: (bytes: number) => Uint8Array = randomBytes) {
    this.#keys = keys;
    this.#random = random;
  }

  /** @param place as the store wrote it; undefined at the end */
  async seal(place: string | undefined, listing: Listing): Promise<string | undefined> {
    if (place === undefined) return undefined;
    const { key, wrapped } = await this.#keys.current();
    const iv = this.#random(IV_BYTES);
    const cipher = createCipheriv(CIPHER, key, iv).setAAD(boundTo(listing, wrapped));
    const sealed = [cipher.update(place, 'utf8'), cipher.final()];
    const head = Buffer.from([VERSION, wrapped.length >> 8, wrapped.length & 0xff]);
    return Buffer.concat([head, wrapped, iv, ...sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /**
   * @returns the place; undefined for the first page
   * @throws CursorRefusedError where it was changed, cut off, or given for another listing, person or question
   */
  async open(cursor: string | undefined, listing: Listing): Promise<string | undefined> {
    // An empty one asks for the first page, as pages of the console do.
    if (cursor === undefined || cursor === '') return undefined;
    const parts = partsOf(cursor);
    const key = parts && (await this.#keys.unwrap(parts.wrapped));
    const place = parts && key && decrypted(parts, key, boundTo(listing, parts.wrapped));
    if (place === undefined) throw new CursorRefusedError();
    return place;
  }
}

interface Parts {
  readonly wrapped: Uint8Array;
  readonly iv: Uint8Array;
  readonly sealed: Uint8Array;
  readonly tag: Uint8Array;
}

function partsOf(cursor: string): Parts | undefined {
  const bytes = Buffer.from(cursor, 'base64url');
  // Other texts that lead to the same bytes are none that were given.
  if (bytes.toString('base64url') !== cursor || bytes.length < HEAD_BYTES || bytes[0] !== VERSION)
    return undefined;
  const ivAt = HEAD_BYTES + bytes.readUInt16BE(1);
  const sealedAt = ivAt + IV_BYTES;
  const tagAt = bytes.length - TAG_BYTES;
  if (ivAt === HEAD_BYTES || tagAt <= sealedAt) return undefined;
  return {
    wrapped: bytes.subarray(HEAD_BYTES, ivAt),
    iv: bytes.subarray(ivAt, sealedAt),
    sealed: bytes.subarray(sealedAt, tagAt),
    tag: bytes.subarray(tagAt),
  };
}

function decrypted({ iv, sealed, tag }: Parts, key: Uint8Array, bound: Uint8Array): string | undefined {
  try {
    const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES })
      .setAAD(bound)
      .setAuthTag(tag);
    return Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

/** What is authenticated beside the place: also the wrapped key, of which a keeper may look at a part only. */
const boundTo = ({ operation, actor, asked }: Listing, wrapped: Uint8Array): Buffer =>
  Buffer.concat([wrapped, Buffer.from(canonicalJson({ operation, actor, asked }), 'utf8')]);
