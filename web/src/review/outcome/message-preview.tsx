import { useTranslation } from 'react-i18next';
import type { DecisionPreview } from '../../../../contexts/review/api/review.ts';
import { languageFacts } from '../../i18n/languages.ts';

/** The very SMS that the insured would be sent, or why there is none. */
export function MessagePreview({ message }: { readonly message: NonNullable<DecisionPreview['message']> }) {
  const { t } = useTranslation('review');
  if (!message.isSent) return <p className="outcome-no-message">{t(`outcome.noSms.${message.because}`)}</p>;
  const { language, text } = message;
  return (
    <figure className="outcome-message">
      <figcaption>{t('outcome.sms')}</figcaption>
      <blockquote lang={language} dir={languageFacts[language].direction}>
        {text}
      </blockquote>
    </figure>
  );
}
