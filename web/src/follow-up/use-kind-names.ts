import { useTranslation } from 'react-i18next';
import type { NumberKind } from '../../../contexts/follow-up/domain/typed-number.ts';
import { useLanguage } from '../i18n/use-language.ts';

/** What a number may be, in words: "CIN ou récépissé d’un SMS". */
export function useKindNames(): (kinds: readonly NumberKind[]) => string {
  const { t } = useTranslation('follow-up');
  const { locale } = useLanguage();
  const list = new Intl.ListFormat(locale, { type: 'disjunction' });
  return (kinds) => list.format(kinds.map((kind) => t(`numberKind.${kind}`)));
}
