import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { Section } from '../ui/page.tsx';
import { Moment } from '../ui/values.tsx';

type Claim = components['schemas']['MyClaim'];

/** What happened, newest at the bottom. */
export function ClaimSteps({ steps }: { readonly steps: Claim['steps'] }) {
  const { t } = useTranslation('portal');
  return (
    <Section title={t('claim.steps')}>
      <ol className="portal-steps">
        {steps.map(({ at, what }) => (
          <li key={`${at}-${what}`}>
            <strong>{t(`step.${what}`)}</strong>
            <span className="portal-soft">
              <Moment iso={at} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Texts as they were sent to the phone. */
export function ClaimMessages({ messages }: { readonly messages: Claim['messages'] }) {
  const { t } = useTranslation('portal');
  return (
    <Section title={t('claim.messages')}>
      <ul className="portal-messages">
        {messages.map(({ at, text }) => (
          <li key={at}>
            <p dir="auto">{text}</p>
            <span className="portal-soft">
              <Moment iso={at} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
