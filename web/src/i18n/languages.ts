/** The languages of the pages. Digits are Latin in both, as they are in Morocco. */
export const languages = ['ar', 'fr'] as const;
export type Language = (typeof languages)[number];

interface LanguageFacts {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** Its name in itself. */
  readonly name: string;
}

export const languageFacts: Readonly<Record<Language, LanguageFacts>> = {
  ar: { locale: 'ar-MA', direction: 'rtl', name: 'العربية' },
  fr: { locale: 'fr-MA', direction: 'ltr', name: 'Français' },
};

export const isLanguage = (value: unknown): value is Language => languages.some((known) => known === value);

const KEPT_AS = 'milaf.language';

/** What was chosen on this device, else what the browser asks for; Arabic when it says nothing. */
export function firstLanguage(): Language {
  const chosen = localStorage.getItem(KEPT_AS);
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map((tag) => tag.slice(0, 2)).find(isLanguage) ?? 'ar';
}

export const keepLanguage = (language: Language): void => localStorage.setItem(KEPT_AS, language);
