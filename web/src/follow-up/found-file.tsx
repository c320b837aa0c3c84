import { useTranslation } from 'react-i18next';
import type { FoundFile as File } from '../../../contexts/follow-up/api/follow-up.ts';
import { Section } from '../ui/page.tsx';
import { Notice } from '../ui/states.tsx';
import { Badge, Day, Facts, Moment, Reference } from '../ui/values.tsx';

/** What became of the file of a receipt: one that was quarantined has no claims. */
export function FoundFile({ file }: { readonly file: File }) {
  const { t } = useTranslation(['follow-up', 'words']);
  const isFine = file.state === 'READ' || file.state === 'ACCEPTED';
  return (
    <Section title={t('file')}>
      <Facts
        facts={[
          [t('receipt'), <Reference key="receipt">{file.fileId}</Reference>],
          [
            t('state'),
            <Badge key="state" tone={isFine ? 'info' : 'warning'}>
              {t(`fileState.${file.state}`)}
            </Badge>,
          ],
          [t('channel'), <Reference key="channel">{file.channelId}</Reference>],
          [t('uploadedAt'), <Moment key="uploaded" iso={file.uploadedAt} />],
          [t('depositedOn'), <Day key="deposited" iso={file.depositDate} />],
          [t('pages'), file.pageCount],
        ]}
      />
      {file.quarantineReason !== undefined && (
        <Notice tone="warning">{t(`words:quarantine.${file.quarantineReason}`)}</Notice>
      )}
      {file.duplicateOf !== undefined && (
        <Notice tone="info">
          {t('sameAs')} <Reference>{file.duplicateOf}</Reference>
        </Notice>
      )}
    </Section>
  );
}
