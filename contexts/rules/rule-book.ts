import { hash } from 'node:crypto';
import { canonicalJson, type CoverageBasis, foldLatin, type ListSource, type Scheme } from '#shared';
import { checkRuleBook } from './check-rule-book.ts';
import { readRuleBookData } from './rule-book-data.ts';
import type {
  BankReason,
  ActsTogether,
  KeyLetter,
  MedicineProfession,
  MedicineSettings,
  LetterProfession,
  Profession,
  Rate,
  RegistrationCategory,
  ReviewSettings,
  RuleBookData,
  Sector,
  Settings,
  SeveralADay,
  Tariff,
  WaitingPeriod,
} from './rule-book-schema.ts';
import { rowsOn } from './rule-row.ts';
import type { RuleRow } from './rule-row.ts';

/** Dated rules by subject. A day is an ISO date; which day counts for which rule is said by the caller's rule. */
export interface RuleBook {
  /** Hash of the content: two rule books with the same rows have the same version, however the rows are ordered. */
  readonly version: string;
  readonly data: RuleBookData;
  /** Rows of a code in a sector, whatever their date and status. */
  tariffsOf(code: string, sector: Sector): readonly Tariff[];
  /** Meanings of a key letter in a sector, in force on the day. */
  keyLettersOn(letter: string, sector: Sector, day: string): readonly KeyLetter[];
  /** What a provider is by his specialty (as on file), on the day; none where no row knows the specialty. */
  professionsOn(specialty: string, day: string): readonly Profession[];
  /** Who may bill a key letter on the day. */
  letterProfessionsOn(letter: string, day: string): readonly LetterProfession[];
  /** Who may prescribe medicines, or sell them, on the day. */
  medicineProfessionsOn(may: MedicineProfession['may'], day: string): readonly MedicineProfession[];
  /** Rows by which two letters may be billed by one provider for one day. */
  actsTogetherOn(letter: string, other: string, day: string): readonly ActsTogether[];
  /** Rows by which equal acts of a letter are given on one day. */
  severalADayOn(letter: string, day: string): readonly SeveralADay[];
  ratesOn(scheme: Scheme, sector: Sector, day: string): readonly Rate[];
  /** @param basis what the right comes from; work where it is not said */
  waitingPeriodsOn(scheme: Scheme, day: string, basis?: CoverageBasis): readonly WaitingPeriod[];
  /** The category of workers, where lists of this source report it. */
  categoryOn(category: string, source: ListSource, day: string): RegistrationCategory | undefined;
  /** Whose fault a reason code of the bank is; undefined where no row knows the code. */
  bankReasonOn(code: string, day: string): BankReason | undefined;
  settingsOn(day: string): Settings;
  reviewSettingsOn(day: string): ReviewSettings;
  medicineSettingsOn(day: string): MedicineSettings;
  /** Whether the value of a row is known well enough to decide by it, as settings of the day say. */
  isAccepted(row: RuleRow, day: string): boolean;
}

function groupBy<R>(rows: readonly R[], keyOf: (row: R) => string): ReadonlyMap<string, readonly R[]> {
  return Map.groupBy(rows, keyOf);
}

/** By each of several keys that a row has. */
function groupByEach<R>(
  rows: readonly R[],
  keysOf: (row: R) => readonly string[],
): ReadonlyMap<string, readonly R[]> {
  const pairs = rows.flatMap((row) => [...new Set(keysOf(row))].map((key) => ({ key, row })));
  return new Map(
    [...Map.groupBy(pairs, ({ key }) => key)].map(([key, some]) => [key, some.map(({ row }) => row)]),
  );
}

/** Spellings of specialties that a rule book remembers. */
const MOST_SPECIALTIES = 2_000;

const pairKey = (letter: string, other: string): string => `${letter}|${other}`;

function versionOf(data: RuleBookData): string {
  const text = canonicalJson(data);
  return `rules-${hash('sha256', text, 'hex').slice(0, 16)}`;
}

/**
 * Makes a rule book of rows: the house's own, or others to price a past month again.
 * @throws Error that names the row when rows contradict each other or name an unknown source
 */
export function createRuleBook(data: RuleBookData): RuleBook {
  checkRuleBook(data);
  const tariffs = groupBy(data.tariffs, ({ code, sector }) => `${code}|${sector}`);
  const letters = groupBy(data.keyLetters, ({ letter }) => letter);
  const letterProfessions = groupBy(data.letterProfessions, ({ letter }) => letter);
  const professions = groupByEach(data.professions, ({ specialties }) => specialties);
  const professionsOf = new Map<string, readonly Profession[]>();
  const actsTogether = groupByEach(data.actsTogether, (row) =>
    row.letters.flatMap((letter) =>
      row.with.flatMap((other) => [pairKey(letter, other), pairKey(other, letter)]),
    ),
  );
  const severalADay = groupByEach(data.severalADay, ({ letters: each }) => each);
  const rates = groupBy(data.rates, ({ scheme, sector }) => `${scheme}|${sector}`);
  const waitingPeriods = groupBy(data.waitingPeriods, ({ scheme, basis }) => `${scheme}|${basis}`);
  const settingsOn = (day: string): Settings => {
    const settings = rowsOn(data.settings, day)[0];
    if (settings === undefined)
      throw new Error(`The rule book has no settings for ${day}: add a row to settings.json`);
    return settings;
  };
  return {
    version: versionOf(data),
    data,
    tariffsOf: (code, sector) => tariffs.get(`${code}|${sector}`) ?? [],
    keyLettersOn: (letter, sector, day) =>
      rowsOn(letters.get(letter) ?? [], day).filter((row) => row.sector === null || row.sector === sector),
    professionsOn: (specialty, day) => {
      let rows = professionsOf.get(specialty);
      if (rows === undefined) {
        rows = professions.get(foldLatin(specialty)) ?? [];
        // Registers write few specialties; whatever else they write does not fill the memory.
        if (professionsOf.size < MOST_SPECIALTIES) professionsOf.set(specialty, rows);
      }
      return rowsOn(rows, day);
    },
    letterProfessionsOn: (letter, day) => rowsOn(letterProfessions.get(letter) ?? [], day),
    medicineProfessionsOn: (may, day) =>
      rowsOn(data.medicineProfessions, day).filter((row) => row.may === may),
    actsTogetherOn: (letter, other, day) => rowsOn(actsTogether.get(pairKey(letter, other)) ?? [], day),
    severalADayOn: (letter, day) => rowsOn(severalADay.get(letter) ?? [], day),
    ratesOn: (scheme, sector, day) => rowsOn(rates.get(`${scheme}|${sector}`) ?? [], day),
    waitingPeriodsOn: (scheme, day, basis = 'work') =>
      rowsOn(waitingPeriods.get(`${scheme}|${basis}`) ?? [], day),
    categoryOn: (category, source, day) =>
      rowsOn(data.registrationCategories, day).find(
        (row) => row.category === category && row.reportedBy === source,
      ),
    bankReasonOn: (code, day) => rowsOn(data.bankReasons, day).find((row) => row.code === code),
    settingsOn,
    reviewSettingsOn: (day) => {
      const row = rowsOn(data.reviewSettings, day)[0];
      if (row === undefined)
        throw new Error(
          `The rule book has no settings of review for ${day}: add a row to review-settings.json`,
        );
      return row;
    },
    medicineSettingsOn: (day) => {
      const row = rowsOn(data.medicineSettings, day)[0];
      if (row === undefined)
        throw new Error(
          `The rule book has no settings of medicines for ${day}: add a row to medicine-settings.json`,
        );
      return row;
    },
    isAccepted: ({ confidence }, day) =>
      settingsOn(day).acceptedConfidences.some((accepted) => accepted === confidence),
  };
}

let houseRuleBook: RuleBook | undefined;

/** The rule book of `contexts/rules/data`, read and checked once. */
export function currentRuleBook(): RuleBook {
  houseRuleBook ??= createRuleBook(readRuleBookData());
  return houseRuleBook;
}
