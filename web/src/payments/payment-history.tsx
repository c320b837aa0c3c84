import { useTranslation } from 'react-i18next';
import type { PaymentView } from '../../../contexts/payments/api/payments.ts';
import { Section } from '../ui/page.tsx';
import { Moment, Reference } from '../ui/values.tsx';
import { usePaymentWords } from './payment-words.ts';

/** What each answer of the bank and each person made of the payment, oldest first; and what the bank said of frozen orders. */
export function PaymentHistory({ view }: { readonly view: PaymentView }) {
  const { t } = useTranslation('payments');
  const words = usePaymentWords();
  const { steps, heard } = view;
  return (
    <Section title={t('history')}>
      {heard.length > 0 && (
        <>
          <h3>{t('heard')}</h3>
          <p className="payments-note">{t('heardHint')}</p>
          <ul className="payment-steps">
            {heard.map(({ order, kind, saidAt, reason }, index) => (
              // The bank may say the same twice.
              <li key={`${index} ${order} ${kind}`}>
                <strong>{t('ofOrder', { number: order, what: t(`said.${kind}`) })}</strong>
                {reason !== undefined && (
                  <>
                    {' '}
                    <bdi>{words.code(reason)}</bdi>
                  </>
                )}
                <p className="payments-note">
                  {saidAt === undefined ? t('undated') : <Moment iso={saidAt} />}
                </p>
              </li>
            ))}
          </ul>
          <h3>{t('applied')}</h3>
        </>
      )}
      {steps.length === 0 && <p>{t('noSteps')}</p>}
      <ol className="payment-steps">
        {steps.map(({ at, what, order, code, by, settledAs, text }, index) => (
          <li key={`${index} ${at}`}>
            <strong>
              {t('ofOrder', {
                number: order,
                what: settledAs === undefined ? t(`step.${what}`) : t(`settledAs.${settledAs}`),
              })}
            </strong>
            {code !== undefined && (
              <>
                {' '}
                <bdi>{words.code(code)}</bdi>
              </>
            )}
            <p className="payments-note">
              <Moment iso={at} />
              {by !== undefined && (
                <>
                  {' · '}
                  <Reference>{by}</Reference>
                </>
              )}
            </p>
            {text !== undefined && (
              <p>
                <bdi>{text}</bdi>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}
