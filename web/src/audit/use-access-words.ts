import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { useFormats } from '../i18n/formats.ts';

export type AccessRecord = components['schemas']['AccessRecord'];

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What a record says, in words. */
export function useAccessWords() {
  const { t } = useTranslation(['audit', 'words']);
  const { date } = useFormats();

  /** What it was about, and the number of that; a search is about nobody. */
  const subjectOf = (subject: string): { readonly kind: string; readonly id: string | undefined } => {
    const [kind = '', id] = subject.split(':');
    return { kind: t([`audit:subjects.${kind}`, 'audit:subjects.other']), id };
  };

  const valueOf = (name: string, value: string | number): string => {
    if (typeof value === 'number') return String(value);
    if (ISO_DAY.test(value)) return date(value);
    if (name === 'field') return t([`words:field.${value}`, 'audit:otherField']);
    // A number that might be of two kinds was looked for as both.
    const parts = name === 'by' ? value.split('+') : [value];
    return parts.map((part) => t([`audit:values.${name}.${part}`], { defaultValue: part })).join(' + ');
  };

  return {
    operationOf: (operation: string): string =>
      t([`audit:operations.${operation}`], { defaultValue: operation }),
    subjectOf,
    detailsOf: ({ details = {} }: Pick<AccessRecord, 'details'>): readonly string[] =>
      Object.entries(details).map(([name, value]) =>
        t('audit:detail', { name: t(`audit:detailNames.${name}`), value: valueOf(name, value) }),
      ),
  };
}
