import { describe, expect, it } from 'vitest';
import { type ListedAccount, refusalToRemove } from '../../../contexts/staff/domain/removal.ts';

const accounts: readonly ListedAccount[] = [
  { userName: 'treasurer-1', roles: ['treasurer'], isRemoved: false },
  { userName: 'treasurer-2', roles: ['treasurer'], isRemoved: true },
  { userName: 'reviewer-1', roles: ['reviewer'], isRemoved: false },
  { userName: 'reviewer-2', roles: ['reviewer'], isRemoved: false },
];
const refusal = (userName: string, { ownNames = ['somebody'], evenTheLast = false } = {}) =>
  refusalToRemove(userName, accounts, { ownNames, evenTheLast });

describe('an account of the staff', () => {
  it('is removed where another one has its roles', () => {
    expect(refusal('reviewer-1')).toBeUndefined();
    expect(refusal('REVIEWER-1')).toBeUndefined();
  });

  it('is not removed by whoever it belongs to, in whatever letters they write it', () => {
    expect(refusal('reviewer-1', { ownNames: ['x', 'Reviewer-1'] })).toEqual({ because: 'OWN_ACCOUNT' });
    expect(refusal('reviewer-1', { ownNames: ['reviewer-1'], evenTheLast: true })).toEqual({
      because: 'OWN_ACCOUNT',
    });
  });

  it('is not removed as the last one of a role, but where that is meant', () => {
    expect(refusal('treasurer-1')).toEqual({ because: 'LAST_OF_ROLE', roles: ['treasurer'] });
    expect(refusal('treasurer-1', { evenTheLast: true })).toBeUndefined();
  });

  it('is not removed twice, and not where there is none', () => {
    expect(refusal('treasurer-2')).toEqual({ because: 'REMOVED_BEFORE' });
    expect(refusal('nobody')).toEqual({ because: 'UNKNOWN' });
  });
});
