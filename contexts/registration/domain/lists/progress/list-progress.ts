import type { List } from '../list.ts';

/** Where a list has got to. */
export interface ListProgress {
  readonly state: List['state'];
  /** Lines done in the present phase, of all; absent in phases that look at all lines together. */
  readonly lines?: {
    readonly done: number;
    readonly total: number;
    /** Lines a second since the phase began. */
    readonly perSecond: number;
    /** Seconds until the phase ends at this rate; absent until there is a rate. */
    readonly secondsLeft?: number;
  };
  /** Nothing more will happen to it. */
  readonly isSettled: boolean;
}

/** Progress of a list as its record shows it at an instant. */
export function progressOf(list: List, now: Date): ListProgress {
  const done = linesDone(list);
  const isSettled = list.state === 'CLOSED' || list.state === 'REFUSED';
  if (done === undefined || list.lineCount === undefined) return { state: list.state, isSettled };
  const seconds = Math.max(0, (now.getTime() - Date.parse(list.stateSince)) / 1000);
  const perSecond = seconds === 0 ? 0 : done / seconds;
  const total = list.lineCount;
  const left = perSecond === 0 ? {} : { secondsLeft: Math.max(0, (total - done) / perSecond) };
  return { state: list.state, isSettled, lines: { done, total, perSecond, ...left } };
}

function linesDone({ state, verifiedLineCount, registeredLineCount }: List): number | undefined {
  if (state === 'VERIFYING') return verifiedLineCount;
  if (state === 'REGISTERING') return registeredLineCount;
  return undefined;
}
