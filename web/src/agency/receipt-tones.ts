import type { components } from '../api/schema.d.ts';
import type { Tone } from '../ui/states.tsx';

type ReceiptState = components['schemas']['Receipt']['state'];

/** What asks for action stands out; what goes on by itself does not. */
export const receiptTones: Readonly<Record<ReceiptState, Tone>> = {
  RECEIVED: 'info',
  IN_PROGRESS: 'info',
  IN_REVIEW: 'info',
  QUARANTINED: 'danger',
  INCOMPLETE: 'warning',
  DUPLICATE: 'neutral',
  DECIDED: 'success',
};
