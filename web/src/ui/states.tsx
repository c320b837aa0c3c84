import './states.css';
import { CircleAlert, CircleCheck, Inbox, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ProgressBar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { problemOf } from '../api/problem.ts';
import { Button } from './button.tsx';

/** While something is fetched. */
export function Loading() {
  const { t } = useTranslation('app');
  return (
    <div className="loading">
      <ProgressBar isIndeterminate aria-label={t('loading')} className="loading-mark" />
      <span aria-hidden>{t('loading')}</span>
    </div>
  );
}

interface EmptyStateProps {
  readonly title: string;
  /** What can be done about it. */
  readonly children?: ReactNode;
}

/** Instead of a list without entries. */
export function EmptyState({ title, children }: EmptyStateProps) {
  return (
    <div className="empty-state">
      <Inbox aria-hidden size={36} strokeWidth={1.5} />
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

export type Tone = 'info' | 'success' | 'warning' | 'danger' | 'neutral';

const icons = {
  info: Info,
  success: CircleCheck,
  warning: TriangleAlert,
  danger: CircleAlert,
  neutral: Info,
} as const;

interface NoticeProps {
  readonly tone: Tone;
  readonly title?: string;
  readonly children?: ReactNode;
}

/** Something to know before going on; a fault is read out at once. */
export function Notice({ tone, title, children }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div className={`notice ${tone}`} role={tone === 'danger' ? 'alert' : 'note'}>
      <Icon aria-hidden size={22} />
      <div>
        {title !== undefined && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  );
}

interface ProblemNoticeProps {
  /** What was thrown, by a query or anything else. */
  readonly problem: unknown;
  /** Where words for its code are looked for first, as `problems.<code>`; then in those of the frame. */
  readonly area?: string;
  readonly onRetry?: () => void;
}

/** Says what went wrong and what to do, in words for its code. */
export function ProblemNotice({ problem, area = 'app', onRetry }: ProblemNoticeProps) {
  const { t } = useTranslation([area, 'app']);
  const { code } = problemOf(problem);
  return (
    <Notice tone="danger">
      <p>{t([`${area}:problems.${code}`, `app:problems.${code}`, 'app:problems.INTERNAL'])}</p>
      {onRetry !== undefined && (
        <Button size="small" onPress={onRetry}>
          {t('app:retry')}
        </Button>
      )}
    </Notice>
  );
}

interface QueryLike<Data> {
  readonly data: Data | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
}

interface LoadedProps<Data> {
  readonly query: QueryLike<Data>;
  readonly area?: string;
  readonly children: (data: Data) => ReactNode;
}

/** What a query brought, or that it is under way, or why it failed with a way to try again. */
export function Loaded<Data>({ query, area = 'app', children }: LoadedProps<Data>) {
  const { data, error, refetch } = query;
  if (data !== undefined) return <>{children(data)}</>;
  if (error !== null && error !== undefined)
    return <ProblemNotice problem={error} area={area} onRetry={() => void refetch()} />;
  return <Loading />;
}
