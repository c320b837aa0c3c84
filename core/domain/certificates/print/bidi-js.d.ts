/** The package's types describe its ES module; Node would load its CommonJS build, which has another shape. */
declare module 'bidi-js/dist/bidi.mjs' {
  import type * as bidi from 'bidi-js';

  const createBidi: typeof bidi.default;
  export default createBidi;
}
