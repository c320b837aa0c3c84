import type { AdjudicateClaim } from '#claims';
import type { CheckReading, ReadForms, StartReading } from '../records/work-messages.ts';

export interface WorkQueues {
  startReading(message: StartReading, delaySeconds: number): Promise<void>;
  checkReading(message: CheckReading, delaySeconds: number): Promise<void>;
  readForms(message: ReadForms, delaySeconds: number): Promise<void>;
  adjudicateClaim(message: AdjudicateClaim, delaySeconds: number): Promise<void>;
}
