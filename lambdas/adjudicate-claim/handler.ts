import {
  adjudicateClaim,
  type AdjudicateClaimDependencies,
  type AdjudicateClaimOutcome,
} from '../../contexts/adjudication/use-cases/adjudicate-claim.ts';
import {
  attachDocuments,
  type AttachDocumentsDependencies,
} from '../../contexts/review/use-cases/attach-documents.ts';
import type { AttachDocuments } from '../../contexts/review/records/sent-documents.ts';
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

export function createHandler(dependencies: AdjudicateClaimDependencies & AttachDocumentsDependencies) {
  return async (message: AdjudicateClaim | AttachDocuments): Promise<LogFields> => {
    const { claimId, channelId } = message;
    if ('documentsOf' in message)
      return { claimId, channelId, outcome: await attachDocuments(message, dependencies) };
    const outcome = await adjudicateClaim(message, dependencies);
    const metric = METRIC_OF[outcome];
    if (metric !== undefined) count(metric);
    return { claimId, channelId, outcome };
  };
}
