import { useTranslation } from 'react-i18next';
import { mayUse } from '../../../../contexts/shared/access/access.ts';
import { api } from '../../api/client.ts';
import { useMe } from '../../app/use-me.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, ProblemNotice } from '../../ui/states.tsx';
import { announce } from '../../ui/toast.tsx';
import { useReviewCache } from '../work/review-query.ts';
import { useWork } from '../work/review-work.ts';
import { isHeld } from '../work/work-mode.ts';
import { OtherPersonNotice } from './other-person-notice.tsx';
import { PaidFirstNotice } from './paid-first-notice.tsx';
import { SentDocumentsNotice } from './sent-documents-notice.tsx';
import type { Hold } from './use-hold.ts';

/** What one has to know of this claim before going on. */
export function ReviewNotices({ hold }: { readonly hold: Hold }) {
  const { t } = useTranslation(['review', 'words']);
  const { time } = useFormats();
  const { userId, roles } = useMe();
  const { review, mode, problem } = useWork();
  const { refresh } = useReviewCache(review.claimId);
  const record = api.useMutation('post', '/api/console/reviews/{claimId}/document');
  const isOthers = isHeld(review) && review.holder !== userId;
  const isBlocked = review.otherPerson.some(({ isBlocking }) => isBlocking);
  const isPartly = review.documentsMissing.length < review.documentsRequested.length;
  const documents = review.documentsMissing.map((kind) => t(`words:document.${kind}`));
  const fault = [hold.problem, problem, record.error].find((given) => given !== null && given !== undefined);
  return (
    <>
      {fault !== undefined && <ProblemNotice problem={fault} area="review" />}
      {review.state === 'CLOSED' && <Notice tone="neutral" title={t('closed')} />}
      {isOthers && (
        <Notice
          tone="warning"
          title={t('heldBy', { holder: review.holder, time: time(review.heldUntil ?? '') })}
        />
      )}
      {review.otherPerson.map((other) => (
        <OtherPersonNotice key={other.because} other={other} />
      ))}
      {review.state === 'SECOND_KEYING' && !isBlocked && <Notice tone="info" title={t('secondKeying')} />}
      {review.state === 'DISPUTED' && <Notice tone="warning" title={t('dispute')} />}
      {review.state === 'AWAITING_DOCUMENT' && (
        <Notice
          tone="info"
          title={t(isPartly ? 'awaitingRest' : 'awaiting', { documents: documents.join(', ') })}
        >
          {mayUse('recordDocument', roles) && (
            <Button
              size="small"
              isPending={record.isPending}
              onPress={() =>
                record.mutate(
                  { params: { path: { claimId: review.claimId } }, body: {} },
                  {
                    onSuccess: () => {
                      announce(t('documentRecorded'));
                      void refresh();
                    },
                  },
                )
              }
            >
              {t('documentArrived')}
            </Button>
          )}
        </Notice>
      )}
      {review.documentsSent.length > 0 && (
        <SentDocumentsNotice claimId={review.claimId} documents={review.documentsSent} />
      )}
      {review.paidFirst !== undefined && <PaidFirstNotice paid={review.paidFirst} />}
      {review.isMasked && <Notice tone="neutral" title={t('masked')} />}
      {mode === 'read' && review.state === 'OPEN' && !isOthers && !isBlocked && (
        <Notice tone="info" title={t('notTaken')} />
      )}
    </>
  );
}
