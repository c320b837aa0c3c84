import { useTranslation } from 'react-i18next';
import { Badge } from '../ui/values.tsx';

const tones = { covered: 'success', 'not-covered': 'danger', 'to-be-checked': 'warning' } as const;

/** Whether someone is covered, in a word. */
export function CoverageBadge({ answer }: { readonly answer: keyof typeof tones }) {
  const { t } = useTranslation('portal');
  return <Badge tone={tones[answer]}>{t(`coverage.${answer}.word`)}</Badge>;
}
