import { SegmentedMessage } from 'sms-segments-calculator';
import { shortReceipt } from '#intake';
import { type Centimes, formatDirhams } from '#shared';
import type { MessageEvent } from './message-event.ts';
import { documentWords } from './document-words.ts';
import { wordsFor, type Language } from './plain-reasons.ts';
import { wordsOfWaiting } from './waiting-reasons.ts';

export interface SmsText {
  readonly text: string;
  readonly language: Language;
  readonly encoding: 'GSM-7' | 'UCS-2';
  /** Parts that are sent and paid for. */
  readonly segments: number;
}

/**
 * Left-to-right mark: without it a telephone that writes from right to left shows the groups of the receipt the wrong way
 * round (Unicode bidirectional algorithm: digits after Arabic letters do not stick to Latin letters).
 */
const LEFT_TO_RIGHT = '\u200E';

/** No thousands separator: a space between digits swaps the two halves in Arabic. */
const amountOf = (centimes: Centimes): string => formatDirhams(centimes).replace('.', ',');

function arabicText(event: MessageEvent): string {
  const receipt = `${LEFT_TO_RIGHT}${shortReceipt(event.fileId)}`;
  switch (event.kind) {
    case 'claim-approved':
      return `تم قبول ملفكم ${receipt}. سيحول إلى حسابكم ${amountOf(event.paidCentimes)} درهم.`;
    case 'claim-partly-approved':
      return `تم قبول جزء من ملفكم ${receipt}. سيحول لحسابكم ${amountOf(event.paidCentimes)} درهم.`;
    case 'claim-partly-referred': {
      const { what, why, bring } = wordsOfWaiting(event.waiting, 'ar');
      const rest = event.waiting.isToBring ? `للباقي أحضروا ${bring}` : `${what}: ${why}`;
      return `ملفكم ${receipt}: سيحول ${amountOf(event.paidCentimes)} درهم. ${rest}.`;
    }
    case 'rest-approved':
      return `تم قبول باقي ملفكم ${receipt}. سيحول إلى حسابكم ${amountOf(event.paidCentimes)} درهم.`;
    case 'rest-partly-approved':
      return `تم قبول جزء من باقي ملفكم ${receipt}. سيحول لحسابكم ${amountOf(event.paidCentimes)} درهم.`;
    case 'rest-rejected':
      return `تعذر قبول باقي ملفكم ${receipt}: ${wordsFor(event.reasonCode, 'ar').why}.`;
    case 'claim-rejected':
      return `تعذر قبول ملفكم ${receipt}: ${wordsFor(event.reasonCode, 'ar').why}.`;
    case 'information-missing':
      return `ملفكم ${receipt} ناقص، المرجو إحضار ${wordsFor(event.reasonCode, 'ar').bring}.`;
    case 'document-requested':
      return `ملفكم ${receipt} ناقص، المرجو إحضار ${documentWords(event.document, 'ar')}.`;
    case 'payment-held':
      return `تم قبول ملفكم ${receipt}. لتحويل ${amountOf(event.paidCentimes)} درهم المرجو إيداع RIB.`;
    case 'payment-returned':
      return `أرجع البنك مبلغ ملفكم ${receipt}. المرجو إيداع RIB صحيح بوكالتكم.`;
    case 'paid-to-establishment': {
      const theirs = `للمؤسسة ${amountOf(event.establishmentCentimes)}`;
      const rest = `عليكم ${amountOf(event.remainingCentimes)}`;
      if (event.paidCentimes === 0) return `ملفكم ${receipt}: ${theirs} درهم و${rest} درهم.`;
      // Three amounts leave no room for more words.
      return event.isPaymentHeld
        ? `${receipt}: ${theirs}، ${rest}. أودعوا RIB للباقي.`
        : `${receipt}: ${theirs}، لكم ${amountOf(event.paidCentimes)}، ${rest}.`;
    }
  }
}

function frenchText(event: MessageEvent): string {
  const receipt = shortReceipt(event.fileId);
  switch (event.kind) {
    case 'claim-approved':
      return `Votre dossier ${receipt} est accepté. ${amountOf(event.paidCentimes)} DH seront versés sur votre compte.`;
    case 'claim-partly-approved':
      return `Votre dossier ${receipt} est accepté en partie. ${amountOf(event.paidCentimes)} DH seront versés sur votre compte. Détails à votre agence.`;
    case 'claim-partly-referred': {
      const { what, why, bring } = wordsOfWaiting(event.waiting, 'fr');
      const rest = event.waiting.isToBring
        ? `Pour le reste (${what}), merci d'apporter à l'agence ${bring}.`
        : `Le reste (${what}) attend: ${why}. Un SMS suivra.`;
      return `Dossier ${receipt}: ${amountOf(event.paidCentimes)} DH seront versés sur votre compte. ${rest}`;
    }
    case 'rest-approved':
      return `Le reste de votre dossier ${receipt} est accepté. ${amountOf(event.paidCentimes)} DH de plus seront versés sur votre compte.`;
    case 'rest-partly-approved':
      return `Le reste de votre dossier ${receipt} est accepté en partie. ${amountOf(event.paidCentimes)} DH de plus seront versés sur votre compte. Détails à votre agence.`;
    case 'rest-rejected':
      return `Le reste de votre dossier ${receipt} n'a pas été accepté: ${wordsFor(event.reasonCode, 'fr').why}. Votre agence peut vous renseigner.`;
    case 'claim-rejected':
      return `Votre dossier ${receipt} n'a pas été accepté: ${wordsFor(event.reasonCode, 'fr').why}. Votre agence peut vous renseigner.`;
    case 'information-missing':
      return `Votre dossier ${receipt} est incomplet. Merci d'apporter à votre agence ${wordsFor(event.reasonCode, 'fr').bring}.`;
    case 'document-requested':
      return `Votre dossier ${receipt} est incomplet. Merci d'apporter à votre agence ${documentWords(event.document, 'fr')}.`;
    case 'payment-held':
      return `Votre dossier ${receipt} est accepté. Merci de déposer un RIB valable à votre agence pour recevoir ${amountOf(event.paidCentimes)} DH.`;
    case 'payment-returned':
      return `Votre banque a renvoyé le paiement de votre dossier ${receipt}. Merci de déposer un RIB valable à votre agence.`;
    case 'paid-to-establishment': {
      const theirs = `Dossier ${receipt}: ${amountOf(event.establishmentCentimes)} DH vont directement à l'établissement. A votre charge: ${amountOf(event.remainingCentimes)} DH.`;
      if (event.paidCentimes === 0) return theirs;
      const own = `${amountOf(event.paidCentimes)} DH`;
      return event.isPaymentHeld
        ? `${theirs} Déposez un RIB pour ${own}.`
        : `${theirs} ${own} sur votre compte.`;
    }
  }
}

const isGsm = (character: string): boolean => new SegmentedMessage(character).encodingName === 'GSM-7';

const ligatures: Readonly<Record<string, string>> = {
  œ: 'oe',
  Œ: 'OE',
  '’': "'",
  '«': '"',
  '»': '"',
  '–': '-',
  '…': '...',
};

/**
 * Writes a French text with the letters of GSM-7 (3GPP 23.038), where 160 and not 70 make one part: é, è, à and ù stay, ê
 * becomes e, ç becomes c, signs become their plain form.
 */
export function foldToGsm(text: string): string {
  return text.replace(/[^\n\r -~]/gu, (character) => {
    if (isGsm(character)) return character;
    return ligatures[character] ?? character.normalize('NFD').replace(/\p{M}/gu, '');
  });
}

/**
 * The SMS of an event: polite, short, without anything medical, without name or identity number. The receipt is shortened
 * to its first 8 characters, which find the file.
 */
export function smsFor(event: MessageEvent, language: Language): SmsText {
  const text = language === 'ar' ? arabicText(event) : foldToGsm(frenchText(event));
  const { encodingName, segmentsCount } = new SegmentedMessage(text);
  return { text, language, encoding: encodingName, segments: segmentsCount };
}
