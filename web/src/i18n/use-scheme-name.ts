import { schemeNames, type Scheme } from '../../../contexts/shared/identifiers/schemes.ts';
import { useLanguage } from './use-language.ts';

/** Gives the name of a scheme in the language of the page: the one that SMS and certificates have, too. */
export function useSchemeName(): (scheme: Scheme) => string {
  const { language } = useLanguage();
  return (scheme) => schemeNames[scheme][language];
}
