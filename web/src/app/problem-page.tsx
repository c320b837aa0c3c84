import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Page } from '../ui/page.tsx';
import { ProblemNotice } from '../ui/states.tsx';
import { useTranslation } from 'react-i18next';

/** Instead of a page that could not be shown. */
export function ProblemPage({ error }: ErrorComponentProps) {
  const { t } = useTranslation('app');
  const router = useRouter();
  return (
    <Page title={t('problem.title')}>
      <ProblemNotice problem={error} onRetry={() => void router.invalidate()} />
    </Page>
  );
}
