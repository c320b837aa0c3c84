import { useTranslation } from 'react-i18next';
import { PageThumbnail } from './page-thumbnail.tsx';
import type { QueuedFile } from './upload-queue.ts';

/** Which pages are hard to read, why, and what to do. */
export function PageFaults({ check }: { readonly check: NonNullable<QueuedFile['check']> }) {
  const { t } = useTranslation('agency');
  const spoilt = check.pages.filter(({ faults }) => faults.length > 0);
  const looked = check.pages.length;
  const { pageCount } = check;
  return (
    <>
      {spoilt.length > 0 && (
        <ul className="page-faults">
          {spoilt.map(({ page, faults, cutEdges, thumbnail }) => (
            <li key={page} className="page-fault">
              {thumbnail !== undefined && (
                <PageThumbnail raster={thumbnail} label={t('pagePicture', { number: page })} />
              )}
              <div>
                <strong>{t('page', { number: page })}</strong>
                <ul>
                  {faults.map((fault) => (
                    <li key={fault}>
                      {t(`pageFault.${fault}`)}
                      {fault === 'CUT' && ` (${cutEdges.map((edge) => t(`edge.${edge}`)).join(', ')})`}
                    </li>
                  ))}
                </ul>
              </div>
            </li>
          ))}
        </ul>
      )}
      {check.isCutShort === true && <p className="hint">{t('cutShort')}</p>}
      {check.mediaType === 'image/tiff' && <p className="hint">{t('tiffNotLookedAt')}</p>}
      {pageCount !== undefined && pageCount > looked && (
        <p className="hint">{t('partlyLookedAt', { looked, pageCount })}</p>
      )}
    </>
  );
}
