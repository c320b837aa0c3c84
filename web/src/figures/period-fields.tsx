import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_FIGURE_DAYS } from '../../../contexts/reporting/api/figure-period.ts';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/fields.tsx';
import { lengthOf, type Period } from './period.ts';

interface PeriodFieldsProps {
  readonly period: Period;
  readonly onChange: (period: Period) => void;
}

/** Which days are shown. */
export function PeriodFields({ period, onChange }: PeriodFieldsProps) {
  const { t } = useTranslation('figures');
  const [from, setFrom] = useState(period.from);
  const [to, setTo] = useState(period.to);
  const days = lengthOf({ from, to });
  const isWrong = !(days >= 1 && days <= MAX_FIGURE_DAYS);
  return (
    <form
      className="period-fields no-print"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) onChange({ from, to });
      }}
    >
      <TextField label={t('period.from')} type="date" value={from} onChange={setFrom} />
      <TextField
        label={t('period.to')}
        type="date"
        value={to}
        onChange={setTo}
        error={isWrong ? t('period.wrong', { days: MAX_FIGURE_DAYS }) : undefined}
      />
      <Button type="submit" variant="primary" isDisabled={isWrong}>
        {t('period.show')}
      </Button>
    </form>
  );
}
