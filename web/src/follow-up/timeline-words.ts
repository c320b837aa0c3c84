import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../../contexts/follow-up/api/follow-up.ts';
import { formatAmount } from '../review/values/amount.ts';
import { formatCoefficient } from '../review/values/coefficient.ts';

const areas: Partial<Record<TimelineEntry['source'], string>> = { review: 'reviewed', access: 'access' };

/** Words for what happened; what is not known here is named by its code. */
export function useTimelineWords() {
  const { t, i18n } = useTranslation(['follow-up', 'words']);
  const known = (keys: readonly string[], code: string): string => {
    const key = keys.find((candidate) => i18n.exists(candidate));
    return key === undefined ? code : t(key);
  };

  const what = ({ source, what: name, messageKind }: TimelineEntry): string => {
    if (source === 'message')
      return `${t(`follow-up:what.${name}`)} : ${known([`follow-up:message.${messageKind ?? ''}`], messageKind ?? '')}`;
    return known([`follow-up:${areas[source] ?? 'what'}.${name}`], name);
  };

  const codeText = ({ source, code }: TimelineEntry): string | undefined => {
    if (code === undefined) return undefined;
    return known(
      source === 'file'
        ? [`words:quarantine.${code}`]
        : [
            `follow-up:skipped.${code}`,
            `words:rejection.${code}`,
            `words:document.${code}`,
            `words:reason.${code}`,
          ],
      code,
    );
  };

  const valueText = (field: string, value: string | number | null): string => {
    if (value === null) return t('follow-up:noValue');
    if (typeof value === 'number' && field.endsWith('Centimes'))
      return t('words:dirhams', { amount: formatAmount(value) });
    if (typeof value === 'number' && field.endsWith('Hundredths')) return formatCoefficient(value);
    return known([`words:choice.${value}`], String(value));
  };

  const changeText = ({ field, line, before, after }: TimelineEntry): string | undefined => {
    if (field === undefined) return line === undefined ? undefined : t('words:line', { number: line + 1 });
    const place = [
      t(`words:field.${field}`),
      ...(line === undefined ? [] : [t('words:line', { number: line + 1 })]),
    ].join(' · ');
    if (after === undefined) return place;
    if (before === after) return `${place} : ${valueText(field, after)}`;
    return t('follow-up:changed', {
      place,
      before: valueText(field, before ?? null),
      after: valueText(field, after),
    });
  };

  const attemptText = ({ attempt }: TimelineEntry): string | undefined =>
    attempt === undefined || attempt < 2 ? undefined : t('follow-up:attemptNumber', { attempt });

  return {
    what,
    /** More about it, a line each. */
    details: (entry: TimelineEntry): readonly string[] =>
      [changeText(entry), codeText(entry), attemptText(entry), entry.remittanceId, entry.text].filter(
        (text): text is string => text !== undefined && text !== '',
      ),
  };
}
