import type { ClaimSummary } from '../../../contexts/follow-up/api/follow-up.ts';
import type { Tone } from '../ui/states.tsx';

export const claimTones: Readonly<Record<ClaimSummary['state'], Tone>> = {
  DRAFTED: 'neutral',
  APPROVED: 'success',
  PARTLY_APPROVED: 'success',
  REJECTED: 'danger',
  REFERRED: 'warning',
  PARTLY_REFERRED: 'warning',
  INCOMPLETE: 'warning',
};

export const paymentTones: Readonly<Record<NonNullable<ClaimSummary['paymentState']>, Tone>> = {
  HELD: 'warning',
  PENDING: 'neutral',
  ORDERED: 'info',
  ACCEPTED: 'info',
  PAID: 'success',
  DISPUTED: 'danger',
};

/** Whether an amount stands: a claim that waits for someone has none yet, or that of the lines that are paid. */
export const isDecided = ({ state }: Pick<ClaimSummary, 'state'>): boolean =>
  state !== 'DRAFTED' && state !== 'REFERRED' && state !== 'INCOMPLETE';
