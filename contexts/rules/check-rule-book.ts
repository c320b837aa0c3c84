import type { RuleBookData } from './rule-book-schema.ts';
import { findOverlap } from './rule-row.ts';
import type { RuleRow } from './rule-row.ts';

/** Confidences that may stand without a source: nobody has one for them. */
const NEEDS_NO_SOURCE = new Set(['NOT_FOUND', 'UNCERTAIN']);

function checkRow(row: RuleRow, sources: RuleBookData['sources'], fail: (what: string) => never): void {
  if (row.validFrom !== null && row.validTo !== null && row.validTo < row.validFrom)
    fail(`${row.id} ends before it begins`);
  if (row.sources.length === 0 && !NEEDS_NO_SOURCE.has(row.confidence)) fail(`${row.id} names no source`);
  const unknown = row.sources.find((source) => !(source in sources));
  if (unknown !== undefined)
    fail(`${row.id} names the source ${unknown}, which is not in the list of sources`);
}

/**
 * Checks what a schema cannot: ids are unique, sources exist, and no two rows say different things of the same subject on
 * the same day unless the later one has an uncertain start.
 * @throws Error that names the row
 */
export function checkRuleBook(data: RuleBookData): void {
  const fail = (what: string): never => {
    throw new Error(`The rule book is wrong: ${what}. Correct the row in contexts/rules/data.`);
  };
  const ids = new Set<string>();
  const section = <R extends RuleRow>(rows: readonly R[], keyOf: (row: R) => string): void => {
    for (const row of rows) {
      if (ids.has(row.id)) fail(`the id ${row.id} appears twice`);
      ids.add(row.id);
      checkRow(row, data.sources, fail);
    }
    const overlap = findOverlap(rows, keyOf);
    if (overlap !== undefined) fail(`${overlap[0].id} and ${overlap[1].id} apply on the same day`);
  };
  section(data.tariffs, (row) => `${row.code}|${row.sector}`);
  section(data.keyLetters, (row) => `${row.letter}|${row.sector ?? ''}`);
  section(data.professions, (row) => row.profession);
  section(data.letterProfessions, (row) => row.letter);
  section(data.medicineProfessions, (row) => row.may);
  section(data.actsTogether, (row) => `${row.letters.join(' ')}|${row.with.join(' ')}`);
  section(data.severalADay, (row) => row.letters.join(' '));
  section(data.rates, (row) => `${row.scheme}|${row.sector}`);
  section(data.waitingPeriods, (row) => `${row.scheme}|${row.basis}`);
  section(data.contributionRules, (row) => row.scheme);
  section(data.settlementRules, (row) => row.scheme);
  section(data.childAges, (row) => row.kind);
  section(data.continuations, (row) => row.kind);
  section(data.filingDeadlines, () => '');
  section(data.ceilings, (row) => row.codes.join('|'));
  section(data.priorApprovals, (row) => row.code);
  section(data.sessionFrequencies, (row) => row.code);
  section(data.tadamonThresholds, () => '');
  section(data.registrationCategories, (row) => row.category);
  section(data.migrations, (row) => row.source);
  section(data.plausibleAges, (row) => row.kind);
  section(data.settings, () => '');
  section(data.reviewSettings, () => '');
  section(data.medicineSettings, () => '');
  section(data.ocrConfidences, (row) => row.engine);
  section(data.readingChances, (row) => row.engine);
  section(data.bankReasons, (row) => row.code);
  const early = data.registrationCategories.find((row) => row.rightFrom < row.contributionsFrom);
  if (early !== undefined) fail(`the right of ${early.id} begins before its contributions`);
  const codes = new Set(data.tariffs.map(({ code }) => code));
  const nothings = data.sessionFrequencies.find(({ code }) => !codes.has(code));
  if (nothings !== undefined) fail(`${nothings.id} is of the code ${nothings.code}, which no tariff has`);
  for (const { id, codes: meant } of data.keyLetters) {
    const unknown = meant.find((code) => !codes.has(code));
    if (unknown !== undefined) fail(`${id} means the code ${unknown}, which no tariff has`);
  }
  checkProfessions(data, fail);
}

/** A specialty is of one profession, and every letter says who may bill it: else nobody could be told from another. */
function checkProfessions(data: RuleBookData, fail: (what: string) => never): void {
  const ofSpecialty = new Map<string, string>();
  for (const { id, profession, specialties } of data.professions) {
    for (const specialty of specialties) {
      if ((ofSpecialty.get(specialty) ?? profession) !== profession)
        fail(`${id} has the specialty ${specialty}, which another profession has`);
      ofSpecialty.set(specialty, profession);
    }
  }
  const professions = new Set(ofSpecialty.values());
  for (const { id, professions: named } of [...data.letterProfessions, ...data.medicineProfessions]) {
    const unknown = named.find((one) => !professions.has(one));
    if (unknown !== undefined) fail(`${id} names the profession ${unknown}, which no specialty has`);
  }
  const billed = new Set(data.letterProfessions.map(({ letter }) => letter));
  const nobodys = data.keyLetters.find(({ letter }) => !billed.has(letter));
  if (nobodys !== undefined) fail(`${nobodys.id} is a letter that nobody may bill`);
}
