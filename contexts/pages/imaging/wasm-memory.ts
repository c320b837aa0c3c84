const PAGE_BYTES = 65_536;
/** Emscripten asks for more than it needs first, and for less twice: after so many refusals in a row it gives up. */
const ASKED_TIMES = 3;

/** Whether something was left undone for want of memory since the last time that this was asked. */
export type MemoryWatch = () => boolean;

/**
 * Lets the WebAssembly of this thread take no more memory than this. PDFium by itself may take 2 GB, which is all that a function
 * has, and whoever asks for more in vain is told so by an exception instead of being killed. PDFium then leaves out what it has no
 * memory for, and draws the rest as if nothing were missing.
 */
export function limitWasmMemory(maxBytes: () => number): MemoryWatch {
  const { grow } = WebAssembly.Memory.prototype;
  let refusals = 0;
  let wasUsedUp = false;
  WebAssembly.Memory.prototype.grow = function growWithin(pages) {
    if (this.buffer.byteLength + pages * PAGE_BYTES > maxBytes()) {
      refusals += 1;
      wasUsedUp ||= refusals >= ASKED_TIMES;
      throw new RangeError('The memory for one file is used up');
    }
    refusals = 0;
    return grow.call(this, pages);
  };
  return () => {
    const was = wasUsedUp;
    wasUsedUp = false;
    refusals = 0;
    return was;
  };
}

/** Whether the WebAssembly broke off in the midst of its work: nothing that it holds can be relied on any more. */
export function isWasmBroken(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}
