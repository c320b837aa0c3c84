import * as z from 'zod';
import { MAX_TEXT_CHARACTERS } from '../../../contexts/reading/records/textract-blocks.ts';
import { verifyCertificate } from '../../../contexts/certificates/domain/verify-certificate.ts';
import { sealedText } from '../../../contexts/certificates/domain/seal.ts';
import {
  parseActCode,
  parseCoefficient,
  parseKeyLetter,
} from '../../../contexts/reading/domain/act-codes.ts';
import { parseDate } from '../../../contexts/reading/domain/date-parser.ts';
import {
  parseCin,
  parseCount,
  parseDossierNumber,
  parseFixedDigits,
  parseRib,
} from '../../../contexts/reading/domain/identifier-parsers.ts';
import { parseMoney } from '../../../contexts/reading/domain/money-parser.ts';
import {
  parseAddress,
  parseArabicName,
  parseName,
  parseWords,
} from '../../../contexts/reading/domain/text-parsers.ts';
import { schemeSchema } from '../../../contexts/shared/identifiers/schemas.ts';
import { cleanName, cleanText, isNameText } from '../../../contexts/shared/identifiers/name-text.ts';
import { parseListedMobile } from '../../../contexts/registration/domain/lists/verify/listed-mobile.ts';
import { parseListedOrHijriDate } from '../../../contexts/registration/domain/lists/verify/listed-date.ts';
import { foldToGsm, smsFor } from '../../../contexts/messaging/domain/sms-text.ts';
import { registrationSmsFor } from '../../../contexts/messaging/domain/registration-text.ts';
import { parseReceipt, parseShortReceipt } from '../../../contexts/shared/identifiers/receipt-number.ts';
import { toBankText } from '../../../contexts/payments/domain/bank-text.ts';
import { jsonOf, jsonSeed, textOf, textSeed } from '../json-input.ts';
import { jsonMutators } from '../mutators/json.ts';
import { publicKeyPem } from '../seeds/public-key.ts';
import { accepted, refused, type Target, type Verdict } from '../target.ts';

const seal = sealedText({
  ...{
    certificateId: '7Q2MK8D10ABCDEFG',
    registrationNumber: '112233445',
    scheme: 'AMO_TNS',
    issuedOn: '2024-02-29',
  },
  ...{ holderDigests: ['A'.repeat(22), 'b'.repeat(22)], factsDigest: 'c'.repeat(22) },
});
/** A signature in its form; whose, nobody can say. */
const signature = Buffer.concat([
  Buffer.from([0x30, 0x44, 0x02, 0x20]),
  Buffer.alloc(32, 1),
  Buffer.from([0x02, 0x20]),
  Buffer.alloc(32, 2),
]).toString('base64url');

function readCertificate(bytes: Uint8Array): Verdict {
  const verification = verifyCertificate(textOf(bytes), publicKeyPem);
  // Nobody has the key: what is one in its form is all there can be.
  if (verification.isGenuine) throw new Error('A certificate that nobody signed is taken for genuine');
  return verification.because === 'WRONG_SIGNATURE' ? accepted : refused(verification.because);
}

const CERTIFICATE_WORDS = [
  'MILAF1',
  '.',
  '~',
  'AMO_TNS',
  'TNS',
  'TADAMON',
  '20240229',
  '20240230',
  '112233445',
  '=',
  '\n',
  'é',
];

type TextParser = (text: string) => unknown;

/** What stands on a page comes with OCR answers, which are cut. */
const onPage =
  (parse: TextParser): TextParser =>
  (text) =>
    parse(text.slice(0, MAX_TEXT_CHARACTERS));

/** Texts of forms, lists and people that are read one by one. */
const textParsers: Readonly<Record<string, TextParser>> = {
  act: onPage((text) => parseActCode(text).keyLetter ?? parseKeyLetter(text) ?? parseCoefficient(text)),
  address: onPage(parseAddress),
  arabicName: onPage(parseArabicName),
  bankText: (text) => toBankText(text, 70),
  cin: onPage(parseCin),
  count: onPage(parseCount),
  date: onPage(parseDate),
  digits: onPage((text) => parseFixedDigits(text, 9)),
  dossier: onPage(parseDossierNumber),
  listedDate: parseListedOrHijriDate,
  mobile: parseListedMobile,
  money: onPage(parseMoney),
  name: onPage((text) => (isNameText(cleanName(text)) ? parseName(text) : undefined)),
  receipt: (text) => parseReceipt(text) ?? parseShortReceipt(text),
  rib: onPage(parseRib),
  text: (text) => (cleanText(text) === '' ? undefined : cleanText(text)),
  words: onPage(parseWords),
};

function readValues(bytes: Uint8Array): Verdict {
  const text = textOf(bytes);
  const taken = Object.values(textParsers).filter((parse) => parse(text) !== undefined);
  return taken.length > 1 ? accepted : refused('no value');
}

const VALUE_SEEDS = [
  ...[
    '112233445',
    'AB123456',
    '07/05/1981',
    '1 602,00 DH',
    '250.00',
    'K16',
    'CS',
    'B 120',
    '٠٣/٠٢/٢٠٢٥',
    '3 mars 2025',
  ],
  ...[
    '1445/08/15',
    '+212 612-345678',
    '0612345678',
    '007 780 0000123456789012 96',
    '7Q2M-K8D1-0ABC-DEFG',
    '7q2m k8d1',
  ],
  ...[
    'Dr MANSOURI Adil',
    "EL IDRISSI O'HARA",
    'محمد العلمي',
    '9, rue des Iris, Settat',
    'N° 12/2025',
    'le 05-02-25',
  ],
];
const VALUE_WORDS = [
  ...[
    ' ',
    '.',
    ',',
    '/',
    '-',
    ':',
    '0',
    '9',
    '00',
    'O',
    'I',
    'l',
    'DH',
    'dhs',
    'MAD',
    'Dr',
    'mars',
    'février',
    'يناير',
    '٣',
  ],
  ...[
    '\u00a0',
    '\u200f',
    '\u0640',
    '\u0301',
    '\ufffd',
    '\0',
    '\ud835\udfd9',
    '１',
    'ﷲ',
    'ß',
    'œ',
    '+',
    '=',
    '(',
    '%',
  ],
];

const smsSchema = z.object({
  text: z.string(),
  event: z.discriminatedUnion('kind', [
    z.object({
      kind: z.enum(['claim-approved', 'claim-partly-approved', 'payment-held']),
      fileId: z.string(),
      paidCentimes: z.int(),
    }),
    z.object({
      kind: z.enum(['claim-rejected', 'information-missing']),
      fileId: z.string(),
      reasonCode: z.string(),
    }),
    z.object({ kind: z.literal('payment-returned'), fileId: z.string() }),
  ]),
  told: z.object({
    kind: z.enum(['registered', 'coverage-changed', 'coverage-closed']),
    registrationNumber: z.string(),
    scheme: schemeSchema,
    reason: z.string(),
  }),
});

function writeSms(bytes: Uint8Array): Verdict {
  const found = smsSchema.safeParse(jsonOf(bytes));
  if (!found.success) return refused('no message');
  const { text, event, told } = found.data;
  foldToGsm(text);
  for (const language of ['ar', 'fr'] as const) {
    const texts = [smsFor(event, language), registrationSmsFor(told, language)];
    if (texts.some(({ segments }) => !(segments >= 1))) throw new Error('An SMS has no part');
  }
  return accepted;
}

const smsSeeds = [
  {
    text: 'Votre dossier « 7Q2M » est accepté… l’agence œuvre',
    event: { kind: 'claim-approved', fileId: '7Q2MK8D10ABCDEFG', paidCentimes: 10_500 },
    told: { kind: 'registered', registrationNumber: '112233445', scheme: 'AMO_TNS', reason: 'LISTED' },
  },
  {
    text: 'تم قبول ملفكم',
    event: { kind: 'claim-rejected', fileId: '7Q2MK8D10ABCDEFG', reasonCode: 'LATE_FILING' },
    told: {
      kind: 'coverage-closed',
      registrationNumber: '112233445',
      scheme: 'AMO_TADAMON',
      reason: 'SCORE',
    },
  },
].map(jsonSeed);

export const textTargets: readonly Target[] = [
  {
    name: 'certificates',
    share: 50,
    prepare: () =>
      Promise.resolve({
        seeds: [
          textSeed(`${seal}.${signature}`),
          textSeed(` ${seal}.${Buffer.alloc(3).toString('base64url')}\n`),
        ],
        words: CERTIFICATE_WORDS,
        mutators: [],
        parse: readCertificate,
      }),
  },
  {
    name: 'values',
    share: 50,
    prepare: () =>
      Promise.resolve({
        seeds: VALUE_SEEDS.map(textSeed),
        words: VALUE_WORDS,
        mutators: [],
        parse: readValues,
      }),
  },
  {
    name: 'sms',
    share: 30,
    prepare: () =>
      Promise.resolve({
        seeds: smsSeeds,
        words: VALUE_WORDS,
        mutators: jsonMutators(VALUE_WORDS),
        parse: writeSms,
      }),
  },
];
