import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Badge } from '../../ui/values.tsx';
import { useWork } from '../work/review-work.ts';

/** Whether what was keyed is stored. */
export function SaveIndicator() {
  const { t } = useTranslation('review');
  const { saveState, unsavedCount, save } = useWork();
  switch (saveState) {
    case 'saved':
      return <Badge tone="success">{t('save.saved')}</Badge>;
    case 'saving':
      return <Badge tone="info">{t('save.saving')}</Badge>;
    case 'unsaved':
      return <Badge tone="neutral">{t('save.unsaved', { count: unsavedCount })}</Badge>;
    case 'failed':
      return (
        <Button size="small" variant="danger" onPress={() => void save()}>
          {t('save.failed')} · {t('scan.again')}
        </Button>
      );
  }
}
