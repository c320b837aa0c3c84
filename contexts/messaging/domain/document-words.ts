import type { DocumentKind } from '#shared';
import type { Language } from './plain-reasons.ts';

/** Documents as a person is asked for them: completes "please bring {document}". None says what somebody is treated for. */
const words: Readonly<Record<DocumentKind, Readonly<Record<Language, string>>>> = {
  CARE_FORM: { ar: 'الورقة كاملة وموقعة', fr: 'la feuille complétée, signée et cachetée' },
  PRESCRIPTION: { ar: 'الوصفة الطبية', fr: "l'ordonnance" },
  INVOICE: { ar: 'الفواتير الأصلية', fr: 'les factures originales' },
  PRIOR_APPROVAL: { ar: 'الموافقة المسبقة', fr: "l'accord préalable" },
  ID_CARD: { ar: 'البطاقة الوطنية', fr: "votre carte d'identité" },
};

const lists: Readonly<Record<Language, Intl.ListFormat>> = {
  ar: new Intl.ListFormat('ar', { type: 'conjunction' }),
  fr: new Intl.ListFormat('fr', { type: 'conjunction' }),
};

/** All of them, in one phrase. */
export function documentWords(documents: readonly DocumentKind[], language: Language): string {
  return lists[language].format(documents.map((document) => words[document][language]));
}
