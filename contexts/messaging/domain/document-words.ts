import type { DocumentKind } from '#shared';
import type { Language } from './plain-reasons.ts';

/** Documents as a person is asked for them: completes "please bring {document}". None says anything medical. */
const words: Readonly<Record<DocumentKind, Readonly<Record<Language, string>>>> = {
  CARE_FORM: { ar: 'الورقة كاملة وموقعة', fr: 'la feuille complétée, signée et cachetée' },
  // A prescription would be a medical word: the agency knows which attachment is meant.
  PRESCRIPTION: { ar: 'الوثائق المرفقة الأصلية', fr: 'les pièces jointes originales' },
  INVOICE: { ar: 'الفواتير الأصلية', fr: 'les factures originales' },
  PRIOR_APPROVAL: { ar: 'الموافقة المسبقة', fr: "l'accord préalable" },
  ID_CARD: { ar: 'البطاقة الوطنية', fr: "votre carte d'identité" },
};

export function documentWords(document: DocumentKind, language: Language): string {
  return words[document][language];
}
