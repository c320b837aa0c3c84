import { useTranslation } from 'react-i18next';
import type { ClaimView } from '../../../contexts/follow-up/api/follow-up.ts';
import { useSchemeName } from '../i18n/use-scheme-name.ts';
import { Section } from '../ui/page.tsx';
import { Notice } from '../ui/states.tsx';
import { Badge, Day, Facts, Money, Reference } from '../ui/values.tsx';
import { claimTones, isDecided, paymentTones } from './claim-tones.ts';

const money = (centimes: number | undefined) => centimes !== undefined && <Money centimes={centimes} />;
const code = (text: string | undefined) => text !== undefined && <Reference>{text}</Reference>;

/** Where a claim and its money are. */
export function ClaimHead({ view: { claim } }: { readonly view: ClaimView }) {
  const { t } = useTranslation('follow-up');
  const schemeName = useSchemeName();
  return (
    <Section
      title={t('whereItIs')}
      actions={<Badge tone={claimTones[claim.state]}>{t(`claimState.${claim.state}`)}</Badge>}
    >
      <Facts
        facts={shown([
          [t('claim'), code(claim.claimId)],
          [t('form'), t('formOf', { number: claim.formNumber, count: claim.formsInFile })],
          [t('insured'), code(claim.registrationNumber) || t('notIdentified')],
          [t('scheme'), claim.scheme !== undefined && schemeName(claim.scheme)],
          [t('channel'), code(claim.channelId)],
          [t('depositedOn'), <Day key="deposited" iso={claim.depositDate} />],
          [t('receivedOn'), <Day key="received" iso={claim.receivedOn} />],
          [t('billed'), money(claim.billedCentimes)],
          [t('paid'), isDecided(claim) ? money(claim.paidCentimes) : t('notDecided')],
        ])}
      />
      {claim.payments.map((payment) => (
        <PaymentFacts key={payment.settlement} payment={payment} />
      ))}
    </Section>
  );
}

/** Where one of its payments is: of what was certain, or of the lines that waited. */
function PaymentFacts({ payment }: { readonly payment: ClaimView['claim']['payments'][number] }) {
  const { t } = useTranslation('follow-up');
  return (
    <>
      <h3>{t(payment.isOfRest ? 'paymentOfRest' : 'payment')}</h3>
      <Facts
        facts={shown([
          [
            t('state'),
            <Badge key="state" tone={paymentTones[payment.state]}>
              {t(`paymentState.${payment.state}`)}
            </Badge>,
          ],
          [t('payee'), payment.payeeInpe !== undefined && t('establishment', { inpe: payment.payeeInpe })],
          [t('amount'), money(payment.amountCentimes)],
          [t('attempt'), payment.attempt > 1 && payment.attempt],
          [t('account'), payment.accountEnding !== undefined && code(`… ${payment.accountEnding}`)],
          [t('remittance'), code(payment.remittanceId)],
          [t('returnReason'), code(payment.returnReason)],
        ])}
      />
      {payment.heldReason !== undefined && (
        <Notice tone="warning">{t([`held.${payment.heldReason}`, 'held.other'])}</Notice>
      )}
    </>
  );
}

type Entry = readonly [name: string, value: React.ReactNode];

const shown = (entries: readonly Entry[]): readonly Entry[] => entries.filter(([, value]) => value !== false);
