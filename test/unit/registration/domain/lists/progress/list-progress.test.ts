import { describe, expect, it } from 'vitest';
import { progressOf } from '../../../../../../contexts/registration/domain/lists/progress/list-progress.ts';
import { listOf } from '../../../../../support/list-examples.ts';

const since = '2026-11-21T10:00:00.000Z';
const later = (seconds: number): Date => new Date(Date.parse(since) + seconds * 1000);

describe('the progress of a list', () => {
  it('is lines done of all, their rate in the present phase, and the time left at that rate', () => {
    const list = listOf({
      state: 'REGISTERING',
      stateSince: since,
      lineCount: 5_000,
      verifiedLineCount: 5_000,
      registeredLineCount: 2_000,
    });

    expect(progressOf(list, later(10))).toEqual({
      state: 'REGISTERING',
      isSettled: false,
      lines: { done: 2_000, total: 5_000, perSecond: 200, secondsLeft: 15 },
    });
  });

  it('has no rate before the first line is done, and no time left that nobody could know', () => {
    const list = listOf({ state: 'VERIFYING', stateSince: since, lineCount: 10, verifiedLineCount: 0 });

    expect(progressOf(list, later(5)).lines).toEqual({ done: 0, total: 10, perSecond: 0 });
  });

  it('does not count below zero where this machine’s clock is behind', () => {
    const list = listOf({ state: 'VERIFYING', stateSince: since, lineCount: 10, verifiedLineCount: 5 });

    expect(progressOf(list, later(-60)).lines).toEqual({ done: 5, total: 10, perSecond: 0 });
  });

  it.each(['LINKING', 'CLOSING', 'RECEIVED'] as const)(
    'counts no lines while %s looks at all at once',
    (state) => {
      expect(progressOf(listOf({ state }), later(5))).toEqual({ state, isSettled: false });
    },
  );

  it.each(['CLOSED', 'REFUSED'] as const)('is over when the list is %s', (state) => {
    expect(progressOf(listOf({ state }), later(5)).isSettled).toBe(true);
  });
});
