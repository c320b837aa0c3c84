import { foldLatin } from '#shared';
import { boxesOverlap } from './boxes.ts';
import { WAYS } from './address-words.ts';
import { closeRuns } from './candidates/close-runs.ts';
import type { RowToken } from './candidates/row-tokens.ts';
import type { CareForm, ReadField } from './care-form.ts';
import type { FormPage } from './form-page.ts';
import { toReadField, withEvidence } from './read-field.ts';
import { parseAddress } from './text-parsers.ts';
import { townOf } from './towns.ts';

/** Ways by their usual abbreviations, and what stands behind or within them. */
const wayWords: ReadonlySet<string> = new Set([
  ...WAYS,
  ...[
    'blvd',
    'pl',
    'lotiss',
    'res',
    'qu',
    'rte',
    'derb',
    'allee',
    'impasse',
    'km',
    'bloc',
    'villa',
    'appt',
    'apt',
  ],
  'secteur',
]);

/** Words of an address stand no further apart, in characters. */
const WIDEST_GAP = 3;
const FEWEST_WORDS = 2;
/** An address stands within so many lines of what says who the insured is. */
const LINES_FROM_INSURED = 14;

const foldedWords = (text: string): readonly string[] =>
  foldLatin(text)
    .split(/[\s.,;:]+/)
    .filter((word) => word !== '');

/** Whether a text is written as an address is: it names a way, and a house or a town. */
function isAddressLike(text: string): boolean {
  const words = foldedWords(text);
  const hasWay = words.some((word) => wayWords.has(word));
  return hasWay && (/\d/.test(text) || words.some((word) => townOf(word) !== undefined));
}

/** From the number of the house, or the way, to the end: a label that nobody knows may stand before it. */
function withoutLabel(run: readonly RowToken[]): readonly RowToken[] {
  const way = run.findIndex(({ text }) => foldedWords(text).some((word) => wayWords.has(word)));
  const isHouse = /^(?:n°?)?\d{1,4}(?:bis|ter)?[,.;]?$/i.test(run[way - 1]?.text ?? '');
  return run.slice(Math.max(0, isHouse ? way - 1 : way));
}

/** Lines between two heights of a page. */
const linesBetween = (one: number, other: number, { reading }: FormPage): number =>
  Math.abs(one - other) / reading.frame.lineHeight;

/** Where, from the page's top, fields of a page stand. */
function heightsOf(fields: readonly (ReadField<unknown> | undefined)[], page: FormPage): readonly number[] {
  const words = page.reading.frame.words;
  return fields.flatMap((field) => {
    if (field?.source.page !== page.reading.frame.number) return [];
    return words.filter(({ box }) => boxesOverlap(box, field.source.box)).map(({ top }) => top);
  });
}

/** The address nearest to what says who the insured is, and nearer to it than to what says who gave the care. */
function addressByContent(form: CareForm, page: FormPage): ReadField<string> | undefined {
  const { reading, rows, contentTable } = page;
  const insured = heightsOf(
    [form.insuredName, form.registrationNumber, form.cin, form.insuredBirthDate],
    page,
  );
  const isLabel = ({ words }: RowToken): boolean => words.some((word) => reading.labelWords.has(word));
  const providers = heightsOf([form.providerName, form.inpe, form.dispensing?.pharmacyInpe], page);
  const near = (heights: readonly number[], top: number): number =>
    Math.min(...heights.map((height) => linesBetween(height, top, page)));
  const [nearest] = rows
    .flatMap((row) => closeRuns(row, WIDEST_GAP, isLabel))
    .filter(({ length }) => length >= FEWEST_WORDS)
    .filter((run) => !run.some(({ words }) => words.some((word) => contentTable?.words.has(word) === true)))
    .map(withoutLabel)
    .filter((run) => isAddressLike(run.map(({ text }) => text).join(' ')))
    .map((run) => ({
      run,
      lines: near(insured, run[0]?.top ?? 0),
      others: near(providers, run[0]?.top ?? 0),
    }))
    .filter(({ lines, others }) => lines <= LINES_FROM_INSURED && lines < others)
    .toSorted((a, b) => a.lines - b.lines);
  if (nearest === undefined) return undefined;
  const words = nearest.run.flatMap((token) => token.words);
  const value = parseAddress(nearest.run.map(({ text }) => text).join(' '));
  return value && withEvidence(toReadField(value, words, reading.frame.number), 'PLACE');
}

/** Where the insured lives: at its label, unless what stands there is a sentence, else where an address stands by the insured. */
export function insuredAddress(form: CareForm, pages: readonly FormPage[]): ReadField<string> | undefined {
  const { address: labelled } = form;
  if (labelled !== undefined && isAddressLike(labelled.value)) return labelled;
  for (const page of pages) {
    const found = addressByContent(form, page);
    if (found !== undefined) return found;
  }
  const isSentence =
    labelled !== undefined && /^\p{Ll}|^\p{L}+ à$/u.test(labelled.value) && !/\d/.test(labelled.value);
  return isSentence ? undefined : labelled;
}
