import { useTranslation } from 'react-i18next';
import type { OtherPerson } from '../../../../contexts/review/api/review.ts';
import { Notice } from '../../ui/states.tsx';

/** Why someone else is needed, before one begins: what one does alone would be in vain. */
export function OtherPersonNotice({ other }: { readonly other: OtherPerson }) {
  const { t } = useTranslation(['review', 'words']);
  const { because, isBlocking, fields } = other;
  return (
    <Notice tone={isBlocking ? 'warning' : 'info'} title={t(`otherPerson.${because}`)}>
      {fields.length > 0 && (
        <ul>
          {fields.map(({ field, line }) => (
            <li key={`${field} ${line ?? ''}`}>
              {t(`words:field.${field}`)}
              {line !== undefined && ` · ${t('words:line', { number: line + 1 })}`}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
