import { useTranslation } from 'react-i18next';
import type { SchemeFigures } from '../../../contexts/reporting/api/figures.ts';
import { useSchemeName } from '../i18n/use-scheme-name.ts';

/** Gives the name under which figures of a scheme stand; those of no known one have a name, too. */
export function useSchemeLabel(): (scheme: SchemeFigures['scheme']) => string {
  const { t } = useTranslation('figures');
  const schemeName = useSchemeName();
  return (scheme) => (scheme === 'UNKNOWN' ? t('unknownScheme') : schemeName(scheme));
}
