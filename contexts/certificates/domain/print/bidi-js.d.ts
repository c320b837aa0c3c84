/** The package's types describe its ES module; Node would load its CommonJS build, which has another shape. */
declare module 'bidi-js/dist/bidi.mjs' {
  import type { Bidi } from 'bidi-js';

  export default function createBidi(): Bidi;
}
