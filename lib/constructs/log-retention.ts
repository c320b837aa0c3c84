import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Stage } from '../stages/stage.ts';

/** How long logs are kept, as CloudWatch counts it. */
export const RETENTION: Readonly<Record<Stage['logRetentionDays'], RetentionDays>> = {
  7: RetentionDays.ONE_WEEK,
  30: RetentionDays.ONE_MONTH,
  90: RetentionDays.THREE_MONTHS,
  365: RetentionDays.ONE_YEAR,
  731: RetentionDays.TWO_YEARS,
};
