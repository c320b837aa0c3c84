import { useTranslation } from 'react-i18next';
import type { Review } from '../../../../contexts/review/api/review.ts';
import { isScheme } from '../../../../contexts/shared/identifiers/schemes.ts';
import { useSchemeName } from '../../i18n/use-scheme-name.ts';
import { formatAmount } from '../values/amount.ts';
import { formatCoefficient } from '../values/coefficient.ts';
import { formatDate } from '../values/date.ts';

type Finding = Review['findings'][number];

/** Words for codes of decisions and readings; a code of another version of the rules is named as it is. */
export function useReasonWords() {
  const { t, i18n } = useTranslation('words');
  const schemeName = useSchemeName();
  const reason = (code: string): string => t([`words:reason.${code}`, 'words:unknownReason'], { code });
  const detailValue = (name: string, value: string | number): string => {
    if (typeof value === 'number') {
      if (name.endsWith('Centimes')) return t('words:dirhams', { amount: formatAmount(value) });
      if (name.endsWith('Hundredths')) return formatCoefficient(value);
      return name === 'sameAsLine' || name === 'withLine' ? `${value + 1}` : `${value}`;
    }
    if (isScheme(value)) return schemeName(value);
    const known = `words:detailValue.${value}`;
    return i18n.exists(known) ? t(known) : formatDate(value);
  };
  return {
    reason,
    /** What is doubted of a field: by the reading, or by the decision. */
    doubt: (code: string): string =>
      i18n.exists(`words:doubt.${code}`) ? t(`words:doubt.${code}`) : reason(code),
    /** Which field and line a finding is about. */
    place: ({ field, line }: Pick<Finding, 'field' | 'line'>): string =>
      [
        ...(field === undefined ? [] : [t(`words:field.${field}`)]),
        ...(line === undefined ? [] : [t('words:line', { number: line + 1 })]),
      ].join(' · '),
    /** The values that explain a finding, each with its name. */
    details: ({ details = {} }: Finding): readonly (readonly [name: string, value: string])[] =>
      Object.entries(details).map(([name, value]) => [t(`words:detail.${name}`), detailValue(name, value)]),
  };
}
