import { useRouteContext } from '@tanstack/react-router';
import { useLanguage } from '../i18n/use-language.ts';
import type { components } from '../api/schema.d.ts';

type Name = components['schemas']['MyProfile']['name'];

/** Who is signed in at the portal; on pages below `portalRoute` only. */
export const useProfile = () => useRouteContext({ from: '/insured' }).profile;

/** How a name is written in the language of the page, where the registry has it in both. */
export function useNames() {
  const { language } = useLanguage();
  return ({ family, given, familyArabic = family, givenArabic = given }: Name): string =>
    language === 'ar' ? `${givenArabic} ${familyArabic}` : `${given} ${family}`;
}
