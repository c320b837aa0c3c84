import { createLogUpdate } from 'log-update';

/** A line that tells where something has got to, while it moves. */
export interface LiveLine {
  /** @param state where there is no terminal, a line is printed when this changes */
  show(line: string, state: string): void;
  clear(): void;
}

/** A line that is drawn anew in a terminal; elsewhere a line for each state, so that a log stays readable. */
export function createLiveLine(): LiveLine {
  if (process.stdout.isTTY) {
    const draw = createLogUpdate(process.stdout);
    return { show: (line) => draw(`  ${line}`), clear: () => draw.clear() };
  }
  let last = '';
  return {
    show: (line, state) => {
      if (state !== last) console.log(`  ${line}`);
      last = state;
    },
    clear: () => undefined,
  };
}
