import './medicines.css';
import { Fragment } from 'react';
import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ReviewField } from '../../../../contexts/review/api/review.ts';
import { medicineWords } from '../../../../contexts/medicines/domain/medicine-words.ts';
import { useFormats } from '../../i18n/formats.ts';
import { Reference } from '../../ui/values.tsx';
import { fieldKey } from '../field-order.ts';
import { useWork } from '../work/review-work.ts';
import type { ListedMedicine, MedicineChoices } from './use-medicine-choices.ts';

interface MedicineProposalsProps {
  readonly field: ReviewField;
  readonly found: MedicineChoices;
}

/** Beneath the code of a box: which medicine it is, or those that the keyed name can mean, each one key away. */
export function MedicineProposals({ field, found: { known, choices, state } }: MedicineProposalsProps) {
  const { t } = useTranslation('review');
  const work = useWork();
  return (
    <div className="medicine">
      {field.printedName !== undefined && (
        <p className="field-read">
          {t('medicines.printed', { name: '' })} <bdi>{field.printedName}</bdi>
        </p>
      )}
      {known !== undefined && <MedicineFacts medicine={known} />}
      <p className="field-read" role="status">
        {state === 'searching' && t('medicines.searching')}
        {state === 'unknown-code' && t('medicines.unknown')}
        {state === 'nothing' && t('medicines.none')}
        {state === 'found' && t('medicines.found', { count: choices.length })}
      </p>
      {choices.length > 0 && (
        <ul className="medicine-choices" aria-label={t('alternatives')}>
          {choices.map(({ medicine, isPriceEqual }, index) => (
            <li key={medicine.code}>
              <Button
                className="alternative"
                excludeFromTabOrder
                aria-keyshortcuts={`Alt+${index + 1}`}
                onPress={() => work.acceptValue(fieldKey(field), medicine.code)}
              >
                <kbd aria-hidden>Alt+{index + 1}</kbd>
                <MedicineFacts medicine={medicine} isPriceEqual={isPriceEqual} />
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Name, pack, price and rate of a box on the day it was sold. */
function MedicineFacts({
  medicine,
  isPriceEqual = false,
}: {
  readonly medicine: ListedMedicine;
  readonly isPriceEqual?: boolean;
}) {
  const { t } = useTranslation('review');
  const { money, percent } = useFormats();
  const { code, pack, packUnits, price } = medicine;
  const size = pack ?? (packUnits === undefined ? undefined : t('medicines.units', { count: packUnits }));
  const rate = price && price.rateBasisPoints / 10_000;
  const words = [
    size,
    price === undefined ? t('medicines.noPrice') : t('medicines.price', { price: money(price.ppvCentimes) }),
    isPriceEqual ? t('medicines.samePrice') : undefined,
    rate === undefined
      ? undefined
      : rate === 0
        ? t('medicines.notReimbursed')
        : t('medicines.rate', { rate: percent(rate) }),
  ].filter((word) => word !== undefined);
  return (
    <span className="medicine-facts">
      <strong>
        <bdi>{medicineWords(medicine)}</bdi>
      </strong>
      <span className="because">
        {words.map((word) => (
          <Fragment key={word}>
            <bdi>{word}</bdi> ·{' '}
          </Fragment>
        ))}
        <Reference>{code}</Reference>
      </span>
    </span>
  );
}
