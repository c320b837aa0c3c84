import { parseBirthDate, parseDate, parseRecentDate } from './date-parser.ts';
import {
  parseCard,
  parseCount,
  parseDossierNumber,
  parseFixedDigits,
  parseRib,
} from './identifier-parsers.ts';
import { parseMoney } from './money-parser.ts';
import type { ParsedValue } from './parsed-value.ts';
import { parseAddress, parseName, parseWords } from './text-parsers.ts';

export interface ValueKind<T> {
  readonly parse: (text: string) => ParsedValue<T> | undefined;
  /** Numbers and dates tell by themselves whether they are what a label asks for; names do not. */
  readonly isTyped: boolean;
  /** Whether a word that follows the value and has no digit may be left out. */
  readonly mayDropTail: boolean;
  /** Whether a text has all that values of this kind usually have; one that lacks it gives way to one that has it. */
  readonly isUsual?: (text: string) => boolean;
}

const typed = { isTyped: true, mayDropTail: true } as const;
const free = { isTyped: false, mayDropTail: false } as const;

export const nineDigits: ValueKind<string> = { parse: (text) => parseFixedDigits(text, 9), ...typed };
export const cin: ValueKind<string> = { parse: parseCard, ...typed };
export const rib: ValueKind<string> = { parse: parseRib, ...typed };
export const dossierNumber: ValueKind<string> = { parse: parseDossierNumber, ...typed };
export const date: ValueKind<string> = { parse: parseDate, ...typed };
export const birthDate: ValueKind<string> = { parse: parseBirthDate, ...typed };
export const money: ValueKind<number> = {
  parse: parseMoney,
  ...typed,
  isUsual: (text) => /[.,]\s?\d{2}(?!\d)/.test(text),
};
export const count: ValueKind<number> = { parse: parseCount, ...typed };
export const personName: ValueKind<string> = { parse: parseName, ...free };
export const address: ValueKind<string> = { parse: parseAddress, ...free };
export const shortText: ValueKind<string> = { parse: parseWords, ...free };

/** The labels that ask for a value, and for what kind of value. */
const kinds = {
  dossierNumber,
  registrationNumber: nineDigits,
  cin,
  patientCin: cin,
  name: personName,
  familyName: personName,
  givenName: personName,
  insuredName: personName,
  patientName: personName,
  providerName: personName,
  birthDate,
  insuredBirthDate: birthDate,
  patientBirthDate: birthDate,
  signatureDate: { ...date, parse: parseRecentDate },
  address,
  specialty: shortText,
  city: shortText,
  inpe: nineDigits,
  total: money,
  expenses: money,
  attachmentsCount: count,
  rib,
} as const satisfies Record<string, ValueKind<string> | ValueKind<number>>;

export type ValueLabelName = keyof typeof kinds;

/** The kind of value that a label asks for; undefined of one that asks for none. */
export const kindOfLabel: Readonly<Partial<Record<string, ValueKind<string> | ValueKind<number>>>> = kinds;
