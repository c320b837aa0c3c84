import { SegmentedMessage } from 'sms-segments-calculator';
import type { Language } from './plain-reasons.ts';
import { foldToGsm, type SmsText } from './sms-text.ts';

/** What the portal tells a phone. Dates are ISO. */
export type PortalMessage =
  | { readonly kind: 'sign-in-code'; readonly code: string; readonly reference: string }
  | { readonly kind: 'spare-code'; readonly code: string }
  | { readonly kind: 'account-change-requested'; readonly effectiveFrom: string }
  | { readonly kind: 'account-change-cancelled' }
  | { readonly kind: 'dependant-accepted' | 'dependant-refused' };

/** Keeps digits together on a telephone that writes from right to left. */
const LEFT_TO_RIGHT = '\u200E';

/** In fours, as on a bank card. */
const inFours = (digits: string): string => digits.replace(/(\d{4})(?=\d)/g, '$1 ');

const dayOf = (isoDate: string): string => isoDate.split('-').toReversed().join('/');

function arabicText(message: PortalMessage): string {
  switch (message.kind) {
    case 'sign-in-code':
      return `رمز الدخول: ${LEFT_TO_RIGHT}${message.code} (طلب ${LEFT_TO_RIGHT}${message.reference}). صالح 5 دقائق. لا تعطوه لأحد.`;
    case 'spare-code':
      return `طُلبت رموز كثيرة برقمكم وبطاقتكم. للدخول رغم ذلك، مرة واحدة خلال 24 ساعة: ${LEFT_TO_RIGHT}${inFours(message.code)}. لا تعطوه لأحد.`;
    case 'account-change-requested':
      return `طلب تغيير حسابكم البنكي ابتداء من ${LEFT_TO_RIGHT}${dayOf(message.effectiveFrom)}. إن لم تطلبوه فألغوه فورا في البوابة أو بوكالتكم.`;
    case 'account-change-cancelled':
      return 'ألغي طلب تغيير حسابكم البنكي. يبقى حسابكم كما كان.';
    case 'dependant-accepted':
      return 'تم قبول طلب التصريح بفرد من أسرتكم.';
    case 'dependant-refused':
      return 'تعذر قبول طلب التصريح بفرد من أسرتكم. السبب في البوابة أو بوكالتكم.';
  }
}

function frenchText(message: PortalMessage): string {
  switch (message.kind) {
    case 'sign-in-code':
      return `Votre code: ${message.code} (demande ${message.reference}). Valable 5 minutes. Ne le donnez à personne, la CNSS ne le demande jamais.`;
    case 'spare-code':
      return `Trop de codes demandés avec votre numéro et votre CIN. Pour entrer quand même, une fois sous 24 h: ${inFours(message.code)}. Ne le donnez à personne.`;
    case 'account-change-requested':
      return `Un changement de votre compte bancaire est demandé pour le ${dayOf(message.effectiveFrom)}. Si ce n'est pas vous, annulez-le vite sur le portail ou à votre agence.`;
    case 'account-change-cancelled':
      return 'Le changement de votre compte bancaire est annulé. Votre compte reste le même.';
    case 'dependant-accepted':
      return 'Votre demande de déclarer un membre de votre famille est acceptée.';
    case 'dependant-refused':
      return "Votre demande de déclarer un membre de votre famille n'a pas été acceptée. Le motif est sur le portail et à votre agence.";
  }
}

/** The SMS of the portal: without name, number or account. */
export function portalSms(message: PortalMessage, language: Language): SmsText {
  const text = language === 'ar' ? arabicText(message) : foldToGsm(frenchText(message));
  const { encodingName, segmentsCount } = new SegmentedMessage(text);
  return { text, language, encoding: encodingName, segments: segmentsCount };
}
