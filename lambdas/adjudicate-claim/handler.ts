import {
  adjudicateClaim,
  type AdjudicateClaimDependencies,
  type AdjudicateClaimOutcome,
} from '../../contexts/adjudication/use-cases/adjudicate-claim.ts';
import type { AdjudicateClaim } from '../../contexts/claims/records/work-messages.ts';
import type { LogFields } from '../runtime/log.ts';
import { count, type MetricName } from '../runtime/metrics.ts';

const METRIC_OF: Partial<Record<AdjudicateClaimOutcome, MetricName>> = {
  approved: 'ClaimsApproved',
  'partly-approved': 'ClaimsApproved',
  rejected: 'ClaimsRejected',
  referred: 'ClaimsReferred',
  'partly-referred': 'ClaimsReferred',
  incomplete: 'ClaimsIncomplete',
};

export function createHandler(dependencies: AdjudicateClaimDependencies) {
  return async (message: AdjudicateClaim): Promise<LogFields> => {
    const outcome = await adjudicateClaim(message, dependencies);
    const metric = METRIC_OF[outcome];
    if (metric !== undefined) count(metric);
    return { claimId: message.claimId, channelId: message.channelId, outcome };
  };
}
