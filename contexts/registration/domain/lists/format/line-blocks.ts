/** Puts chunks of bytes together to blocks of whole lines; holds no more than one unfinished line. */
export class LineBlocks {
  readonly #endByte: number;
  #unfinished = new Uint8Array();

  /** @param endByte that ends a line */
  constructor(endByte: number) {
    this.#endByte = endByte;
  }

  /** @returns the whole lines that are complete now; empty where there are none */
  push(chunk: Uint8Array): Uint8Array {
    const end = chunk.lastIndexOf(this.#endByte) + 1;
    if (end === 0) {
      this.#unfinished = join(this.#unfinished, chunk);
      return new Uint8Array();
    }
    const block = join(this.#unfinished, chunk.subarray(0, end));
    // A copy: the chunk's memory belongs to whoever gave it.
    this.#unfinished = chunk.slice(end);
    return block;
  }

  /** The last line as far as it has come, without its end. */
  get unfinished(): Uint8Array {
    return this.#unfinished;
  }
}

function join(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  return first.length === 0 ? new Uint8Array(second) : Buffer.concat([first, second]);
}
