import { Button } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { ReviewField } from '../../../../contexts/review/api/review.ts';
import { fieldKey } from '../field-order.ts';
import { formatFieldValue } from '../values/field-value.ts';
import { useWork } from '../work/review-work.ts';

const MOST_ALTERNATIVES = 9;

/** What the field could be, from the registry or other places of the form; each one key away. */
export function FieldAlternatives({ field }: { readonly field: ReviewField }) {
  const { t, i18n } = useTranslation(['review', 'words']);
  const work = useWork();
  return (
    <ul className="field-alternatives" aria-label={t('alternatives')}>
      {field.alternatives.slice(0, MOST_ALTERNATIVES).map(({ value, because }, index) => (
        <li key={`${String(value)} ${because}`}>
          <Button
            className="alternative"
            excludeFromTabOrder
            aria-keyshortcuts={`Alt+${index + 1}`}
            onPress={() => work.acceptValue(fieldKey(field), value)}
          >
            <kbd aria-hidden>Alt+{index + 1}</kbd>
            <bdi>
              {field.kind === 'choice' && typeof value === 'string'
                ? t(`words:choice.${value}`)
                : formatFieldValue(field.kind, value) || t('formHasNone')}
            </bdi>
            <span className="because">
              {i18n.exists(`review:because.${because}`) ? t(`because.${because}`) : because}
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
