import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Review } from '../../../../contexts/review/api/review.ts';
import { mayUse } from '../../../../contexts/shared/access/access.ts';
import { client } from '../../api/client.ts';
import { useMe } from '../../app/use-me.ts';
import { Button } from '../../ui/button.tsx';
import { Notice, ProblemNotice } from '../../ui/states.tsx';
import { Moment } from '../../ui/values.tsx';

interface SentDocumentsNoticeProps {
  readonly claimId: string;
  readonly documents: Review['documentsSent'];
}

/** What the insured sent by the portal. Each look asks for an address of its own, which is good for some minutes. */
export function SentDocumentsNotice({ claimId, documents }: SentDocumentsNoticeProps) {
  const { t } = useTranslation(['review', 'words']);
  const { roles } = useMe();
  const [problem, setProblem] = useState<unknown>();
  const open = async (documentId: string): Promise<void> => {
    // Before anything is waited for: a tab that opens later is taken for an advertisement.
    const tab = window.open('', '_blank');
    const { data, error } = await client.GET('/api/console/reviews/{claimId}/sent-documents/{documentId}', {
      params: { path: { claimId, documentId } },
    });
    setProblem(error);
    if (data === undefined || tab === null) {
      tab?.close();
      return;
    }
    tab.opener = null;
    tab.location.replace(data.url);
  };
  return (
    <>
      {problem !== undefined && <ProblemNotice problem={problem} area="review" />}
      <Notice tone="success" title={t('sentByInsured')}>
        <ul className="sent-documents">
          {documents.map(({ documentId, kind, sentAt }) => (
            <li key={documentId}>
              <span>{t(`words:document.${kind}`)}</span>
              <Moment iso={sentAt} />
              {mayUse('openSentDocument', roles) && (
                <Button
                  size="small"
                  aria-label={t('openDocument', { document: t(`words:document.${kind}`) })}
                  onPress={() => void open(documentId)}
                >
                  <ExternalLink aria-hidden size={16} />
                  {t('open')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </>
  );
}
