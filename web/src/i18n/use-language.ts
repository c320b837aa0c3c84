import { useTranslation } from 'react-i18next';
import { isLanguage, keepLanguage, languageFacts, type Language } from './languages.ts';

/** The language that the page is in, and how to change it. */
export function useLanguage() {
  const { i18n } = useTranslation();
  const language: Language = isLanguage(i18n.language) ? i18n.language : 'fr';
  const change = async (next: Language): Promise<void> => {
    keepLanguage(next);
    await i18n.changeLanguage(next);
  };
  return { language, ...languageFacts[language], change };
}
