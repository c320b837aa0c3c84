import type { ReleasePayments } from '../records/work-messages.ts';

export interface ReleaseQueue {
  releasePayments(message: ReleasePayments): Promise<void>;
}
