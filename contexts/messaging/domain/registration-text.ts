import { SegmentedMessage } from 'sms-segments-calculator';
import { schemeNames } from '#shared';
import type { PreparedMessage } from '../records/list-messages.ts';
import type { Language } from './plain-reasons.ts';
import { coverageReasonFor } from './coverage-reasons.ts';
import { foldToGsm, type SmsText } from './sms-text.ts';

/** Where the scheme is not known the text names the insurance as such. */
const anyScheme: Readonly<Record<Language, string>> = { ar: 'التأمين الإجباري', fr: 'AMO' };

type Told = Pick<PreparedMessage, 'kind' | 'registrationNumber' | 'scheme' | 'reason'>;

function arabicText({ kind, registrationNumber, scheme, reason }: Told): string {
  const schemeName = (scheme === undefined ? anyScheme : schemeNames[scheme]).ar;
  switch (kind) {
    case 'registered':
      return `تم تسجيلكم في التأمين الإجباري عن المرض. رقم التسجيل: ${registrationNumber}`;
    case 'coverage-changed':
      return `تأمينكم الآن: ${schemeName}. السبب: ${coverageReasonFor(reason).ar}.`;
    case 'coverage-closed':
      return `انتهى حقكم في ${schemeName}. السبب: ${coverageReasonFor(reason).ar}.`;
    case 'proof-wanted':
      return 'ليستفيد ابنكم الراشد: شهادة مدرسية أو شهادة عجز، بالبوابة أو بوكالتكم.';
  }
}

function frenchText({ kind, registrationNumber, scheme, reason }: Told): string {
  const schemeName = (scheme === undefined ? anyScheme : schemeNames[scheme]).fr;
  switch (kind) {
    case 'registered':
      return `Votre immatriculation à l'assurance maladie obligatoire (AMO) est faite. Votre numéro d'immatriculation: ${registrationNumber}`;
    case 'coverage-changed':
      return `Votre assurance est maintenant: ${schemeName}. Motif: ${coverageReasonFor(reason).fr}. Votre agence peut vous renseigner.`;
    case 'proof-wanted':
      return "Un enfant de votre famille a dépassé l'âge limite. S'il étudie ou ne peut pas travailler, envoyez son certificat par le portail ou à l'agence.";
    case 'coverage-closed':
      return `Votre droit à ${schemeName} est fermé. Motif: ${coverageReasonFor(reason).fr}. Votre agence peut vous renseigner.`;
  }
}

/**
 * The SMS with a registration number, or of a coverage that was changed or closed: one segment (70 characters in Arabic, 160
 * in French), without a name, a CIN or a date of birth.
 */
export function registrationSmsFor(told: Told, language: Language): SmsText {
  const text = language === 'ar' ? arabicText(told) : foldToGsm(frenchText(told));
  const { encodingName, segmentsCount } = new SegmentedMessage(text);
  return { text, language, encoding: encodingName, segments: segmentsCount };
}
