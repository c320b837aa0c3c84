/** What the drawing thread uses of WebAssembly: Node has it, and its types do not. */
declare namespace WebAssembly {
  class Memory {
    readonly buffer: ArrayBuffer;
    grow: (this: Memory, pages: number) => number;
  }

  class RuntimeError extends Error {}
}
