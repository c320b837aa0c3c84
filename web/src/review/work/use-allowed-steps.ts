import { mayUse, type Operation } from '../../../../contexts/shared/access/access.ts';
import type { Review } from '../../../../contexts/review/api/review.ts';
import { useMe } from '../../app/use-me.ts';
import type { DialogName } from '../dialogs/dialog-props.ts';
import type { WorkMode } from './review-work.ts';

const operationOf: Partial<Readonly<Record<DialogName, Operation>>> = {
  submit: 'submitReview',
  reject: 'rejectClaim',
  document: 'requestDocument',
  split: 'splitClaim',
  override: 'overrideFindings',
  settle: 'settleDispute',
  escalate: 'escalateClaim',
};

const always: readonly DialogName[] = ['history', 'shortcuts'];
const whileReviewing: readonly DialogName[] = [
  'submit',
  'reject',
  'document',
  'split',
  'override',
  'escalate',
];

/** What this person can do with this claim now, by role and by state. */
export function useAllowedSteps({ state }: Review, mode: WorkMode): ReadonlySet<DialogName> {
  const { roles } = useMe();
  const ofState: readonly DialogName[] =
    mode === 'settle'
      ? ['settle']
      : mode === 'read'
        ? []
        : state === 'SECOND_KEYING'
          ? ['submit']
          : whileReviewing;
  const allowed = ofState.filter((step) => {
    const operation = operationOf[step];
    return operation !== undefined && mayUse(operation, roles);
  });
  return new Set([...always, ...allowed]);
}
