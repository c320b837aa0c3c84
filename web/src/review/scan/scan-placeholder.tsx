import { ImageOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ProgressBar } from 'react-aria-components';

/** Where there is no picture (yet). */
export function ScanPlaceholder({ isPending }: { readonly isPending: boolean }) {
  const { t } = useTranslation('review');
  return (
    <div className="scan-stage scan-placeholder">
      {isPending ? (
        <ProgressBar isIndeterminate aria-label={t('scan.loading')} className="loading-mark" />
      ) : (
        <ImageOff aria-hidden size={36} strokeWidth={1.5} />
      )}
      <p>{t(isPending ? 'scan.loading' : 'scan.none')}</p>
    </div>
  );
}
