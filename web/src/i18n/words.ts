import i18next, { type BackendModule, type ReadCallback } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { firstLanguage, isLanguage, languageFacts, languages } from './languages.ts';

/** The words of each area: `web/src/<area>/{fr,ar}.json`, loaded when a page of the area is shown. */
const files = import.meta.glob<{ default: Record<string, unknown> }>('../*/{fr,ar}.json');

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read: (language: string, area: string, callback: ReadCallback) => {
    const load = files[`../${area}/${language}.json`];
    if (load === undefined) {
      callback(new Error(`There are no words of ${area} in ${language}`), false);
      return;
    }
    void load().then(
      (words) => callback(null, words.default),
      (fault: unknown) =>
        callback(fault instanceof Error ? fault : new Error('Words could not be loaded'), true),
    );
  },
};

/** The area that a page belongs to, whose words are fetched while it is asked who is signed in. */
const areaOf = (pathname: string): readonly string[] =>
  pathname.startsWith('/portal') ? ['portal'] : pathname === '/sign-in' ? ['session'] : [];

/** Makes the words of the frame ready in the first language, and keeps language and direction of the document right. */
export async function startWords(): Promise<void> {
  i18next.on('languageChanged', (language) => {
    if (!isLanguage(language)) return;
    document.documentElement.lang = language;
    document.documentElement.dir = languageFacts[language].direction;
  });
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: firstLanguage(),
      supportedLngs: languages,
      fallbackLng: false,
      ns: ['app', ...areaOf(location.pathname)],
      defaultNS: 'app',
      interpolation: { escapeValue: false },
      returnNull: false,
    });
}
