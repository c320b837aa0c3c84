import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CODE_VALID_SECONDS,
  issueCode,
  spendAttempt,
  type SignInCodeState,
} from '../../../../../core/domain/portal/sign-in-code.ts';

const START = Date.parse('2026-11-20T09:00:00.000Z');
const at = (seconds: number) => new Date(START + seconds * 1000);
const code = { hash: 'h', salt: 's' };

describe('a code to sign in with', () => {
  it('is sent at most three times in any hour, and tried at most five times', () => {
    const steps = fc.array(
      fc.record({ what: fc.constantFrom('ask', 'try'), after: fc.integer({ min: 0, max: 900 }) }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(steps, (all) => {
        let state: SignInCodeState | undefined;
        let now = 0;
        let triesOfCode = 0;
        const sentAt: number[] = [];
        for (const { what, after } of all) {
          now += after;
          const next = what === 'ask' ? issueCode(state, code, at(now)) : spendAttempt(state, false, at(now));
          if (next === undefined) continue;
          if (what === 'ask') {
            sentAt.push(now);
            triesOfCode = 0;
          } else {
            triesOfCode += 1;
          }
          state = next;
          expect(triesOfCode).toBeLessThanOrEqual(5);
        }
        for (const first of sentAt)
          expect(sentAt.filter((one) => one >= first && one < first + 3600).length).toBeLessThanOrEqual(3);
      }),
    );
  });

  it('opens one session only', () => {
    const used = spendAttempt(issueCode(undefined, code, at(0)), true, at(10));
    expect(used).toBeDefined();
    expect(spendAttempt(used, true, at(11))).toBeUndefined();
  });

  it('is worth nothing after its time, or where none was sent', () => {
    const sent = issueCode(undefined, code, at(0));
    expect(spendAttempt(sent, true, at(CODE_VALID_SECONDS))).toBeDefined();
    expect(spendAttempt(sent, true, at(CODE_VALID_SECONDS + 1))).toBeUndefined();
    expect(spendAttempt(undefined, true, at(0))).toBeUndefined();
  });

  it('is sent again an hour after the first of three', () => {
    const three = [0, 60, 120].reduce<SignInCodeState | undefined>(
      (state, second) => issueCode(state, code, at(second)),
      undefined,
    );
    expect(issueCode(three, code, at(3599))).toBeUndefined();
    expect(issueCode(three, code, at(3600))?.attemptsLeft).toBe(5);
  });
});
