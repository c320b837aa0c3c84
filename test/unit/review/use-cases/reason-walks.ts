import type { ReasonCode } from '../../../../contexts/claims/domain/decision.ts';
import type { Walk } from './reason-walk.ts';
import { walksOfActsAndMoney } from './walks-of-acts-and-money.ts';
import { walksOfPaidLines } from './walks-of-paid-lines.ts';
import { walksOfPersonAndForm } from './walks-of-person-and-form.ts';

/** For every reason that rules know a claim that has it, and what somebody does until the claim is at its end. */
export const reasonWalks: Readonly<Record<ReasonCode, readonly [Walk, ...Walk[]]>> = {
  ...walksOfPersonAndForm,
  ...walksOfActsAndMoney,
  ...walksOfPaidLines,
};
