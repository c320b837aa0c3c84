const PAGE_BYTES = 65_536;

/**
 * Lets the WebAssembly of this thread take no more memory than this. PDFium by itself may take 2 GB, which is all that a function
 * has, and whoever asks for more in vain is told so by an exception instead of being killed.
 */
export function limitWasmMemory(maxBytes: () => number): void {
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function growWithin(pages) {
    if (this.buffer.byteLength + pages * PAGE_BYTES > maxBytes())
      throw new RangeError('The memory for one file is used up');
    return grow.call(this, pages);
  };
}

/** Whether the WebAssembly broke off in the midst of its work: nothing that it holds can be relied on any more. */
export function isWasmBroken(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}
