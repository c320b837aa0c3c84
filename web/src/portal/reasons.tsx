import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { useFormats } from '../i18n/formats.ts';

type Reason = components['schemas']['PlainReason'];

interface ReasonsProps {
  readonly reasons: readonly Reason[];
  /** Why it is so, or what to bring. */
  readonly say: 'why' | 'bring';
}

/** Reasons in plain words, each once, with the dates that belong to them. */
export function Reasons({ reasons, say }: ReasonsProps) {
  const { t } = useTranslation('portal');
  const { date } = useFormats();
  const texts = reasons.map(({ plain, details = {} }) => {
    const text = t([`reason.${plain}.${say}`, `reason.ask-agency.${say}`]);
    const { opensOn, lastDay } = details;
    if (say === 'why' && typeof opensOn === 'string')
      return `${text} ${t('opensOn', { day: date(opensOn) })}`;
    if (say === 'why' && typeof lastDay === 'string')
      return `${text} ${t('lastDay', { day: date(lastDay) })}`;
    return text;
  });
  return (
    <ul className="portal-reasons">
      {[...new Set(texts)].map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
