import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SegmentedMessage } from 'sms-segments-calculator';
import { documentKinds } from '../../../../contexts/shared/reasons/names.ts';
import type { MessageEvent } from '../../../../contexts/messaging/domain/message-event.ts';
import { reasonCodes } from '../../../../contexts/messaging/domain/plain-reasons.ts';
import { type PaidFor, paidFor } from '../../../../contexts/messaging/domain/paid-for.ts';
import { waitingParts, waitingReasons } from '../../../../contexts/messaging/domain/waiting-reasons.ts';
import { foldToGsm, smsFor } from '../../../../contexts/messaging/domain/sms-text.ts';

const fileId = '7Q2MK8D10ABCDEFG';
const largestCentimes = 1_000_000_000;
const languages = ['ar', 'fr'] as const;

/** Nothing, one, two, and all that something may be paid for. */
const forWhats: readonly (readonly PaidFor[] | undefined)[] = [
  undefined,
  ...paidFor.map((one) => [one]),
  ['consultation', 'medicines'],
  ['dental', 'medicines', 'sessions'],
  paidFor,
];

const every = (paidCentimes: number): MessageEvent[] => [
  ...forWhats.flatMap((forWhat) =>
    (['claim-approved', 'claim-partly-approved', 'rest-approved', 'rest-partly-approved'] as const).map(
      (kind): MessageEvent => ({ kind, fileId, paidCentimes, paidFor: forWhat }),
    ),
  ),
  ...waitingParts.flatMap((part) =>
    waitingReasons.flatMap((because) =>
      waitingReasons.map((bring): MessageEvent => {
        const waiting = { part, because, bring, isToBring: false };
        return { kind: 'claim-partly-referred', fileId, paidCentimes, waiting, paidFor: ['consultation'] };
      }),
    ),
  ),
  { kind: 'payment-held', fileId, paidCentimes },
  ...waitingParts.flatMap((part) =>
    waitingReasons.flatMap((because) =>
      [false, true].map((isToBring): MessageEvent => {
        const waiting = { part, because, isToBring };
        return { kind: 'claim-partly-referred', fileId, paidCentimes, waiting };
      }),
    ),
  ),
  { kind: 'payment-returned', fileId },
  ...[0, paidCentimes].flatMap((own) =>
    [false, true].map((isPaymentHeld): MessageEvent => {
      const theirs = { establishmentCentimes: paidCentimes, remainingCentimes: paidCentimes };
      return { kind: 'paid-to-establishment', fileId, paidCentimes: own, isPaymentHeld, ...theirs };
    }),
  ),
  ...documentKinds.map(
    (document) => ({ kind: 'document-requested', fileId, documents: [document] }) as const,
  ),
  ...[...reasonCodes, 'CODE_OF_ANOTHER_VERSION'].flatMap((reasonCode): MessageEvent[] => [
    { kind: 'claim-rejected', fileId, reasonCode },
    { kind: 'rest-rejected', fileId, reasonCode },
    { kind: 'information-missing', fileId, reasonCode },
    { kind: 'piece-missing', fileId, reasonCode },
  ]),
];

describe('the text of an SMS', () => {
  it.each(languages)('is one part for every event, every reason and 10 million dirhams (%s)', (language) => {
    const long = every(largestCentimes)
      .map((event) => smsFor(event, language))
      .filter(({ segments }) => segments !== 1)
      .map(({ text }) => `${text.length} ${text}`);
    expect(long).toEqual([]);
  });

  it('names every document that is asked for', () => {
    const event: MessageEvent = {
      kind: 'document-requested',
      fileId,
      documents: ['PRESCRIPTION', 'INVOICE', 'ID_CARD'],
    };
    expect(smsFor(event, 'fr').text).toContain(
      "l'ordonnance, les factures originales et votre carte d'identité.",
    );
    expect(smsFor(event, 'ar').text).toContain('الوصفة الطبية والفواتير الأصلية والبطاقة الوطنية');
  });

  it('is in the language the person chose, counted in its encoding', () => {
    for (const event of every(12_345)) {
      const arabic = smsFor(event, 'ar');
      expect(arabic).toMatchObject({ language: 'ar', encoding: 'UCS-2' });
      expect(arabic.text.length).toBeLessThanOrEqual(70);
      expect(arabic.text).toMatch(/\p{Script=Arabic}{3}/u);
      const french = smsFor(event, 'fr');
      expect(french).toMatchObject({ language: 'fr', encoding: 'GSM-7' });
      expect(french.text).not.toMatch(/\p{Script=Arabic}/u);
    }
  });

  it('says the amount in dirhams and the beginning of the receipt, and never the whole of it', () => {
    for (const event of every(123_405)) {
      for (const language of languages) {
        const { text } = smsFor(event, language);
        expect(text).toContain('7Q2M-K8D1');
        expect(text.replaceAll('-', '')).not.toContain(fileId);
        expect(text.includes('1234,05')).toBe('paidCentimes' in event);
      }
    }
  });

  it('keeps the receipt from being turned round among Arabic letters', () => {
    for (const event of every(100)) expect(smsFor(event, 'ar').text).toContain('\u200E7Q2M-K8D1');
  });

  it('says of what was done no more than everyday words, and no name, identity number or code of ours', () => {
    const words =
      /malad|soin|médic|ordonn|diagnos|hôpit|hopit|docteur|médecin|opérat|grossess|maternit|مرض|علاج|دواء|طبيب|مستشفى|ولادة|CIN|[A-Z]+_[A-Z]+/i;
    for (const event of every(12_345)) {
      for (const language of languages) {
        const { text } = smsFor(event, language);
        expect(text.replaceAll(/l'ordonnance|médicaments/g, '')).not.toMatch(words);
        expect(text.replace('7Q2M-K8D1', '').replaceAll('123,45', '')).not.toMatch(/\d/);
      }
    }
  });

  it('tells what to do where the reason is delicate or of another version of the rules', () => {
    for (const reasonCode of [
      'PERSON_DECEASED',
      'RIB_DIFFERS_FROM_ACCOUNT',
      'AMOUNT_UNUSUAL',
      'CODE_OF_ANOTHER_VERSION',
      'toString',
    ]) {
      expect(smsFor({ kind: 'claim-rejected', fileId, reasonCode }, 'fr').text).toBe(
        "Votre dossier 7Q2M-K8D1 n'a pas été accepté: le motif vous sera expliqué sur place. Votre agence peut vous renseigner.",
      );
    }
  });
});

describe('the SMS of an approval', () => {
  const approved = (paidCentimes: number, forWhat: readonly PaidFor[]) =>
    languages.map(
      (language) => smsFor({ kind: 'claim-approved', fileId, paidCentimes, paidFor: forWhat }, language).text,
    );

  it('says what is paid for', () => {
    expect(approved(24_030, ['consultation', 'medicines'])).toEqual([
      'تم قبول ملفكم \u200E7Q2M-K8D1: 240,30 درهم (استشارة، أدوية).',
      'Votre dossier 7Q2M-K8D1 est accepté. 240,30 DH (consultation, médicaments) seront versés sur votre compte.',
    ]);
  });

  it('leaves that out where one part has no room for it, and where it would say nothing', () => {
    expect(approved(24_030, ['acts'])).toEqual(approved(24_030, []));
    expect(approved(largestCentimes, paidFor)).toEqual(approved(largestCentimes, []));
  });
});

describe('the SMS of a claim of which something waits', () => {
  const told = (waiting: Partial<Extract<MessageEvent, { kind: 'claim-partly-referred' }>['waiting']>) =>
    languages.map(
      (language) =>
        smsFor(
          {
            ...{ kind: 'claim-partly-referred', fileId, paidCentimes: 10_500, paidFor: ['consultation'] },
            waiting: { part: 'both', because: 'checking', isToBring: false, ...waiting },
          },
          language,
        ).text,
    );

  it('names the prescription where only that is missing', () => {
    const waiting = { part: 'medicines', because: 'prescription', bring: 'prescription' } as const;
    expect(told({ ...waiting, isToBring: true })).toEqual([
      'ملفكم \u200E7Q2M-K8D1: سيحول 105,00 درهم (استشارة). للباقي أحضروا الوصفة.',
      "Dossier 7Q2M-K8D1: 105,00 DH (consultation) seront versés sur votre compte. Pour le reste (la pharmacie), merci d'apporter à l'agence l'ordonnance.",
    ]);
  });

  it('asks for it also where something else is looked at, and says both', () => {
    expect(told({ bring: 'prescription' })).toEqual([
      'ملفكم \u200E7Q2M-K8D1: سيحول 105,00 درهم. قيد التحقق، أحضروا الوصفة.',
      "Dossier 7Q2M-K8D1: 105,00 DH seront versés sur votre compte. Le reste (actes et pharmacie) attend: une vérification est en cours. Merci d'apporter l'ordonnance.",
    ]);
  });
});

describe('the SMS of a claim that pays an establishment', () => {
  const event = {
    kind: 'paid-to-establishment',
    fileId,
    establishmentCentimes: 115_500,
    remainingCentimes: 94_500,
  } as const;
  const textOf = (paidCentimes: number, isPaymentHeld: boolean) =>
    languages.map((language) => smsFor({ ...event, paidCentimes, isPaymentHeld }, language).text);

  it('says what goes there and what remains', () => {
    expect(textOf(0, false)).toEqual([
      'ملفكم \u200E7Q2M-K8D1: للمؤسسة 1155,00 درهم وعليكم 945,00 درهم.',
      "Dossier 7Q2M-K8D1: 1155,00 DH vont directement à l'établissement. A votre charge: 945,00 DH.",
    ]);
  });

  it('says what the insured is paid beside it, or that an account is wanted for it', () => {
    expect(textOf(5_600, false)).toEqual([
      '\u200E7Q2M-K8D1: للمؤسسة 1155,00، لكم 56,00، عليكم 945,00.',
      "Dossier 7Q2M-K8D1: 1155,00 DH vont directement à l'établissement. A votre charge: 945,00 DH. 56,00 DH sur votre compte.",
    ]);
    expect(textOf(5_600, true)).toEqual([
      '\u200E7Q2M-K8D1: للمؤسسة 1155,00، عليكم 945,00. أودعوا RIB للباقي.',
      "Dossier 7Q2M-K8D1: 1155,00 DH vont directement à l'établissement. A votre charge: 945,00 DH. Déposez un RIB pour 56,00 DH.",
    ]);
  });
});

describe('letters of GSM-7', () => {
  it('are kept, others are folded to them', () => {
    expect(foldToGsm('Déjà reçu où l’été à Œuvre, «être» à côté… – €')).toBe(
      `Déjà recu où l'été à OEuvre, "etre" à coté... - €`,
    );
  });

  it('make one part of up to 160, whatever French is written', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...'aeiouyéèêëàâîïôöûùüçœÉÈÊÀÇ ’«»–…\'"()'.split('')),
          maxLength: 50,
        }),
        (text) => {
          expect(new SegmentedMessage(foldToGsm(text))).toMatchObject({ encodingName: 'GSM-7' });
        },
      ),
    );
  });
});

describe('the count of parts', () => {
  // By the standard: 140 bytes a part; a part of several has 6 bytes of header. 7-bit letters: 160 or 153; 2-byte letters: 70 or 67.
  const partsOf = (length: number, alone: number, among: number): number =>
    length <= alone ? 1 : Math.ceil(length / among);

  it('is that of the standard, for Arabic and for GSM-7', () => {
    for (let length = 1; length <= 500; length++) {
      expect(new SegmentedMessage('م'.repeat(length)).segmentsCount).toBe(partsOf(length, 70, 67));
      expect(new SegmentedMessage('a'.repeat(length)).segmentsCount).toBe(partsOf(length, 160, 153));
    }
  });

  it.each([
    ['م', 70, 1],
    ['م', 71, 2],
    ['م', 134, 2],
    ['م', 135, 3],
    ['e', 160, 1],
    ['e', 161, 2],
    ['e', 306, 2],
    ['e', 307, 3],
    ['€', 80, 1],
    ['€', 81, 2],
  ] as const)('%s × %i is %i', (letter, times, parts) => {
    expect(new SegmentedMessage(letter.repeat(times)).segmentsCount).toBe(parts);
  });
});
