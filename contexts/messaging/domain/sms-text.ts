import { SegmentedMessage } from 'sms-segments-calculator';
import { type Centimes, formatDirhams, shortReceipt } from '#shared';
import type { MessageEvent } from './message-event.ts';
import { wordsOfPaidFor } from './paid-for.ts';
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

/** Texts of one event, the fullest first: the first that is one part is sent. */
type Texts = string | readonly string[];

/** What is paid, and what of it waits: what it is for is left out before anything else. */
function partTexts(
  event: Extract<MessageEvent, { kind: 'claim-partly-referred' }>,
  language: Language,
): Texts {
  const { what, why, bring } = wordsOfWaiting(event.waiting, language);
  const amount = amountOf(event.paidCentimes);
  const forWhat = wordsOfPaidFor(event.paidFor, language);
  const { isToBring } = event.waiting;
  const isAsked = event.waiting.bring !== undefined;
  const heads = (write: (paidFor: string) => string) =>
    forWhat === '' ? [write('')] : [write(forWhat), write('')];
  if (language === 'ar') {
    const receipt = `${LEFT_TO_RIGHT}${shortReceipt(event.fileId)}`;
    const rests = isToBring
      ? [`للباقي أحضروا ${bring}`]
      : isAsked
        ? [
            `${what}: ${why}، أحضروا ${bring}`,
            `${why}، أحضروا ${bring}`,
            `أحضروا ${bring} والباقي معلق`,
            `أحضروا ${bring}`,
          ]
        : [`${what}: ${why}`];
    const starts = heads((paidFor) => `ملفكم ${receipt}: سيحول ${amount} درهم${paidFor}.`);
    return rests.flatMap((rest) => starts.map((start) => `${start} ${rest}.`));
  }
  const rests = isToBring
    ? [`Pour le reste (${what}), merci d'apporter à l'agence ${bring}.`]
    : isAsked
      ? [
          `Le reste (${what}) attend: ${why}. Merci d'apporter à l'agence ${bring}.`,
          `Le reste (${what}) attend: ${why}. Merci d'apporter ${bring}.`,
          `Le reste attend: ${why}. Merci d'apporter ${bring}.`,
          `Le reste attend. Merci d'apporter ${bring}.`,
        ]
      : [`Le reste (${what}) attend: ${why}. Un SMS suivra.`];
  const starts = heads(
    (paidFor) =>
      `Dossier ${shortReceipt(event.fileId)}: ${amount} DH${paidFor} seront versés sur votre compte.`,
  );
  return rests.flatMap((rest) => starts.map((start) => `${start} ${rest}`));
}

/** With what it is for, and without where that is too long. */
const withAndWithout = (paidFor: string, write: (paidFor: string) => string): Texts =>
  paidFor === '' ? write('') : [write(paidFor), write('')];

function arabicText(event: MessageEvent): Texts {
  const receipt = `${LEFT_TO_RIGHT}${shortReceipt(event.fileId)}`;
  switch (event.kind) {
    case 'claim-approved':
      return arabicApproval('تم قبول ملفكم', 'إلى حسابكم', event);
    case 'claim-partly-approved':
      return arabicApproval('تم قبول جزء من ملفكم', 'لحسابكم', event);
    case 'claim-partly-referred':
      return partTexts(event, 'ar');
    case 'rest-approved':
      return arabicApproval('تم قبول باقي ملفكم', 'إلى حسابكم', event);
    case 'rest-partly-approved':
      return arabicApproval('تم قبول جزء من باقي ملفكم', 'لحسابكم', event);
    case 'rest-rejected':
      return `تعذر قبول باقي ملفكم ${receipt}: ${wordsFor(event.reasonCode, 'ar').why}.`;
    case 'claim-rejected':
      return `تعذر قبول ملفكم ${receipt}: ${wordsFor(event.reasonCode, 'ar').why}.`;
    case 'information-missing':
      return `ملفكم ${receipt} ناقص، المرجو إحضار ${wordsFor(event.reasonCode, 'ar').bring}.`;
    case 'piece-missing':
      return `ملفكم ${receipt} قيد التحقق، أحضروا ${wordsFor(event.reasonCode, 'ar').bring}.`;
    case 'document-requested':
      return `ملفكم ${receipt} ناقص، المرجو إحضار ${documentWords(event.documents, 'ar')}.`;
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

/** Where there is no room for what it is for, a shorter sentence may have it. */
function arabicApproval(
  accepted: string,
  toAccount: string,
  { fileId, paidCentimes, paidFor }: Pick<ApprovalEvent, 'fileId' | 'paidCentimes' | 'paidFor'>,
): Texts {
  const receipt = `${LEFT_TO_RIGHT}${shortReceipt(fileId)}`;
  const amount = `${amountOf(paidCentimes)} درهم`;
  const forWhat = wordsOfPaidFor(paidFor, 'ar');
  const plain = `${accepted} ${receipt}. سيحول ${toAccount} ${amount}.`;
  if (forWhat === '') return plain;
  return [
    `${accepted} ${receipt}. سيحول ${toAccount} ${amount}${forWhat}.`,
    `${accepted} ${receipt}: ${amount}${forWhat}.`,
    plain,
  ];
}

type ApprovalEvent = Extract<
  MessageEvent,
  { kind: 'claim-approved' | 'claim-partly-approved' | 'rest-approved' | 'rest-partly-approved' }
>;

function frenchText(event: MessageEvent): Texts {
  const receipt = shortReceipt(event.fileId);
  const paidFor = 'paidFor' in event ? wordsOfPaidFor(event.paidFor, 'fr') : '';
  const approval = (write: (paid: string) => string): Texts =>
    withAndWithout(paidFor, (forWhat) =>
      write(`${amountOf('paidCentimes' in event ? event.paidCentimes : 0)} DH${forWhat}`),
    );
  switch (event.kind) {
    case 'claim-approved':
      return approval(
        (paid) => `Votre dossier ${receipt} est accepté. ${paid} seront versés sur votre compte.`,
      );
    case 'claim-partly-approved':
      return approval(
        (paid) =>
          `Votre dossier ${receipt} est accepté en partie. ${paid} seront versés sur votre compte. Détails à votre agence.`,
      );
    case 'claim-partly-referred':
      return partTexts(event, 'fr');
    case 'rest-approved':
      return approval(
        (paid) =>
          `Le reste de votre dossier ${receipt} est accepté. ${paid} de plus seront versés sur votre compte.`,
      );
    case 'rest-partly-approved':
      return approval(
        (paid) =>
          `Le reste de votre dossier ${receipt} est accepté en partie. ${paid} de plus seront versés sur votre compte. Détails à votre agence.`,
      );
    case 'rest-rejected':
      return `Le reste de votre dossier ${receipt} n'a pas été accepté: ${wordsFor(event.reasonCode, 'fr').why}. Votre agence peut vous renseigner.`;
    case 'claim-rejected':
      return `Votre dossier ${receipt} n'a pas été accepté: ${wordsFor(event.reasonCode, 'fr').why}. Votre agence peut vous renseigner.`;
    case 'information-missing':
      return `Votre dossier ${receipt} est incomplet. Merci d'apporter à votre agence ${wordsFor(event.reasonCode, 'fr').bring}.`;
    case 'piece-missing':
      return `Votre dossier ${receipt} est en cours d'examen. Merci d'apporter à votre agence ${wordsFor(event.reasonCode, 'fr').bring}.`;
    case 'document-requested':
      return `Votre dossier ${receipt} est incomplet. Merci d'apporter à votre agence ${documentWords(event.documents, 'fr')}.`;
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
 * The SMS of an event: polite, short, without illness, specialty or name of a medicine, without name or identity number. The receipt
 * is shortened to its first 8 characters, which find the file. What something was paid for is said where one part has room for it.
 */
export function smsFor(event: MessageEvent, language: Language): SmsText {
  const texts = [language === 'ar' ? arabicText(event) : frenchText(event)].flat();
  const all = texts.map((written): SmsText => {
    const text = language === 'ar' ? written : foldToGsm(written);
    const { encodingName, segmentsCount } = new SegmentedMessage(text);
    return { text, language, encoding: encodingName, segments: segmentsCount };
  });
  return all.reduce((best, next) => (best.segments > 1 && next.segments < best.segments ? next : best));
}
