import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { Reference } from '../ui/values.tsx';

/** Whose claims a file holds. */
export function ReceiptPeople({
  people,
}: {
  readonly people: readonly components['schemas']['ReceiptPerson'][];
}) {
  const { t } = useTranslation('agency');
  if (people.length === 0) return t('receipts.nobodyYet');
  return people.map(({ registrationNumber, names }) => (
    <div key={registrationNumber}>
      {names.map((name) => (
        <div key={name}>
          <bdi>{name}</bdi>
        </div>
      ))}
      <Reference>{registrationNumber}</Reference>
    </div>
  ));
}
