import { useTranslation } from 'react-i18next';
import type { PaymentAction, PaymentView } from '../../../contexts/payments/api/payments.ts';
import { Button } from '../ui/button.tsx';
import { Section } from '../ui/page.tsx';
import { isDangerous, usePaymentWords } from './payment-words.ts';

interface PaymentActionsProps {
  readonly view: PaymentView;
  readonly onChoose: (action: PaymentAction) => void;
}

function adviceFor({ state, heldReason, payeeInpe }: PaymentView) {
  if (state === 'DISPUTED') return 'disputed';
  if (heldReason === 'REFUSED_BY_BANK') return 'refused';
  if (heldReason === 'PAYEE_DECEASED') return 'deceased';
  if (heldReason === 'CLOSED_AFTER_DEATH') return 'closed';
  return payeeInpe === undefined ? 'held' : 'heldEstablishment';
}

/** What can be done about the payment: what each does and whom it tells, before it is done; or why one cannot. */
export function PaymentActions({ view, onChoose }: PaymentActionsProps) {
  const { t } = useTranslation('payments');
  const words = usePaymentWords();
  return (
    <Section title={t('whatToDo')}>
      <p>{t(`advice.${adviceFor(view)}`)}</p>
      {view.payeeInpe !== undefined && <p>{t('establishmentNotTold')}</p>}
      <ul className="payment-actions">
        {view.actions.map(({ action, whyNot }) => (
          <li key={action}>
            <div>
              <h3>{t(`action.${action}.name`)}</h3>
              <p>{t(`action.${action}.does`)}</p>
              <p className="payments-note">{t(`action.${action}.tells`)}</p>
              {whyNot !== undefined && (
                <p>
                  <strong>{words.whyNot(whyNot)}</strong>
                </p>
              )}
            </div>
            {whyNot === undefined && (
              <Button variant={isDangerous(action) ? 'danger' : 'secondary'} onPress={() => onChoose(action)}>
                {t(`action.${action}.name`)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
