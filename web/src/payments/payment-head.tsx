import { useTranslation } from 'react-i18next';
import type { PaymentView } from '../../../contexts/payments/api/payments.ts';
import { paymentTones } from '../follow-up/claim-tones.ts';
import { Section } from '../ui/page.tsx';
import { Notice } from '../ui/states.tsx';
import { Badge, Facts, Moment, Money, Reference } from '../ui/values.tsx';
import { usePaymentWords } from './payment-words.ts';

/** Why the payment waits, since when, and what is at stake. */
export function PaymentHead({ view }: { readonly view: PaymentView }) {
  const { t } = useTranslation(['payments', 'follow-up']);
  const words = usePaymentWords();
  const payeeOf = (inpe: string | undefined) =>
    inpe === undefined ? t('insured') : t('establishment', { inpe });
  const { state, disputedBecause, returnReason, heldReason, cause, since, accountOnFile, settledBy } = view;
  const { saidAfterDeath, isInsuredDeceased } = view;
  const hasLeft = state === 'ORDERED' || state === 'ACCEPTED' || state === 'PAID' || state === 'DISPUTED';
  const why =
    state === 'DISPUTED'
      ? disputedBecause
      : state === 'HELD'
        ? heldReason === 'CLOSED_AFTER_DEATH'
          ? heldReason
          : (returnReason ?? heldReason)
        : undefined;
  const reason =
    why === undefined
      ? undefined
      : words.reason({ reason: why, ...(state === 'HELD' && cause !== undefined && { cause }) });
  return (
    <Section
      title={t('whereItIs')}
      actions={<Badge tone={paymentTones[state]}>{t(`follow-up:paymentState.${state}`)}</Badge>}
    >
      {reason !== undefined && (
        <Notice tone={state === 'DISPUTED' ? 'danger' : 'warning'}>
          <p>
            {reason.text} {reason.code !== undefined && <Reference>{reason.code}</Reference>}
          </p>
          {settledBy !== undefined && (
            <p>
              {saidAfterDeath === undefined
                ? t('settledBy', { by: settledBy })
                : t(`firstWord.${saidAfterDeath}`, { by: settledBy })}
            </p>
          )}
        </Notice>
      )}
      {isInsuredDeceased && view.payeeInpe === undefined && (
        <Notice tone="warning">
          <p>
            {t('insuredDeceased')} {hasLeft && t('insuredDeceasedOut')}
          </p>
        </Notice>
      )}
      <Facts
        facts={[
          [
            t('claim'),
            <span key="claim">
              <Reference>{view.claimId}</Reference>
              {view.isOfRest && ` · ${t('ofRest')}`}
            </span>,
          ],
          [t('payee'), payeeOf(view.payeeInpe)],
          [t('amount'), <Money key="amount" centimes={view.amountCentimes} />],
          [
            t('since'),
            since === undefined ? undefined : (
              <span key="since">
                <Moment iso={since} /> · {words.age(since)}
              </span>
            ),
          ],
          ...(view.other === undefined
            ? []
            : [
                [
                  t('other'),
                  <span key="other">
                    <Money centimes={view.other.amountCentimes} /> ·{' '}
                    {t(`follow-up:paymentState.${view.other.state}`)} · {payeeOf(view.other.payeeInpe)}
                  </span>,
                ] as const,
              ]),
          [
            t('accountOnFile'),
            accountOnFile === undefined ? t('noAccount') : <Reference key="file">{accountOnFile}</Reference>,
          ],
        ]}
      />
      {view.isAccountMasked && <p className="payments-note">{t('masked')}</p>}
    </Section>
  );
}
