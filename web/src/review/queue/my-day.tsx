import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.ts';

const FRESH_MILLISECONDS = 30_000;

/** What one has finished today. */
export function MyDay() {
  const { t } = useTranslation('review');
  const { data } = api.useQuery('get', '/api/console/my-day', {}, { refetchInterval: FRESH_MILLISECONDS });
  if (data === undefined) return null;
  return (
    <p>
      <strong>{t('queue.finished', { count: data.finished })}</strong>
      {data.passedOn > 0 && ` · ${t('queue.passedOn', { count: data.passedOn })}`}
    </p>
  );
}
