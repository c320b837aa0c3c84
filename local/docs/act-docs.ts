import type { KeyLetter, Sector, Tariff } from '../../contexts/rules/rule-book-schema.ts';
import { currentRuleBook } from '../../contexts/rules/rule-book.ts';

const { data } = currentRuleBook();
const SECTORS = ['PRIVATE', 'PUBLIC'] as const satisfies readonly Sector[];

/** The table of docs/rules.md that says of each kind of act how it is priced, and what sends it to a person. */
export function actsTable(): string {
  const codes = [...new Set(data.keyLetters.flatMap((letter) => letter.codes))];
  const rows = codes.map((code) => {
    const letters = data.keyLetters.filter((letter) => letter.codes.includes(code));
    return [
      labelOf(code),
      [...new Set(letters.map(({ letter }) => `\`${letter}\``))].join(', '),
      ...SECTORS.map((sector) => tariffText(code, sector)),
      billedBy(letters),
      needs(code),
      refers(code, letters),
    ];
  });
  const headings = ['act', 'letter or code', 'private, DH', 'public, DH', 'billed by', 'needs', 'refers'];
  return [headings, headings.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const tariffsOf = (code: string, sector: Sector): readonly Tariff[] =>
  data.tariffs.filter((tariff) => tariff.code === code && tariff.sector === sector);

function labelOf(code: string): string {
  return data.tariffs.find((tariff) => tariff.code === code)?.label ?? code;
}

function inForce(code: string, sector: Sector): Tariff | undefined {
  return tariffsOf(code, sector).find(({ status }) => status === 'IN_FORCE');
}

function tariffText(code: string, sector: Sector): string {
  const tariff = inForce(code, sector);
  if (tariff?.unitCentimes == null) return 'none known';
  return `${(tariff.unitCentimes / 100).toFixed(2)} (\`${tariff.confidence}\` ${tariff.sources.join(', ')})`;
}

function billedBy(letters: readonly KeyLetter[]): string {
  const named = new Set(letters.map(({ letter }) => letter));
  const professions = data.letterProfessions
    .filter(({ letter }) => named.has(letter))
    .flatMap((row) => row.professions);
  return [...new Set(professions)].map((one) => one.toLowerCase().replaceAll('_', ' ')).join(', ');
}

function needs(code: string): string {
  const approvals = data.priorApprovals.filter((row) => row.code === code);
  const ceilings = data.ceilings.filter(({ codes }) => codes.includes(code));
  return [
    ...approvals.map(({ confidence, sources }) => `prior approval (\`${confidence}\` ${sources.join(', ')})`),
    ...ceilings.map(
      ({ paidCentimes, withinMonths, confidence, sources }) =>
        `at most ${paidCentimes / 100} in ${withinMonths} months (\`${confidence}\` ${sources.join(', ')})`,
    ),
  ].join('; ');
}

function refers(code: string, letters: readonly KeyLetter[]): string {
  const isWhole = letters.some(({ maxCoefficientHundredths }) => maxCoefficientHundredths !== null);
  const missing = SECTORS.filter((sector) => inForce(code, sector) === undefined);
  const shared = letters.filter(({ codes }) => codes.length > 1).map(({ letter }) => `\`${letter}\` alone`);
  const isPaidToProvider = data.priorApprovals.some((row) => row.code === code && row.isPaidToProvider);
  const isDoubted = data.priorApprovals.some((row) => row.code === code && row.startUncertain === true);
  return [
    ...(missing.length === SECTORS.length
      ? ['always: no tariff']
      : missing.map((one) => `${one.toLowerCase()} sector`)),
    ...shared,
    ...(isWhole ? ['another coefficient or count than one'] : []),
    ...(isDoubted ? ['without an approval'] : []),
    ...(isPaidToProvider ? ['with one: unless the establishment files it'] : []),
    ...(data.ceilings.some(({ codes }) => codes.includes(code))
      ? ['what was paid before, until a supervisor says it']
      : []),
  ].join('; ');
}
