import { foldLatin } from '#shared';
import { isReadFrom } from './field-words.ts';
import type { RowToken, TokenRow } from './candidates/row-tokens.ts';
import type { CareForm, ReadField } from './care-form.ts';
import type { FormPage } from './form-page.ts';
import { toReadField } from './read-field.ts';

/** Digits in two groups, or behind a letter, as files are numbered: `2026-416396`, `A-118420`. */
const groupedNumber = /^(?:[A-Z]{1,3}[-/]\d{4,}|\d{1,4}[-/]\d{4,}(?:[-/]\d+)?)$/;
/** Five to ten digits: shorter ones are years and counts, longer ones accounts. */
const plainNumber = /^\d{5,10}$/;
const phone = /^0[5-8]\d{8}$/;
/** The share of the page's height from its top in which forms have their number. */
const topShare = 0.3;

/** Words beside, above or below a number that say that it is one. */
const numbering = /^(?:n|no|num|numero|ref|reference|dossier|doss|feuille|bulletin|volet)$/;
/** Words before numbers of other things. */
const ofOthers = /^(?:tel|telephone|gsm|fax|mobile|bp|cp|ice|if|rc|patente|agrement)$/;
/** How far a label may stand above or below its number, in line heights. */
const labelReach = 2.5;

interface Numbered {
  readonly token: RowToken;
  readonly value: string;
  /** It is written as numbers of files are, and as nothing else is. */
  readonly isGrouped: boolean;
  /** A word near it says that it is a number of something. */
  readonly isNumbering: boolean;
}

const bare = (text: string): string => text.replace(/^[.:]+|[.:,;]+$/g, '');

function wordsOf(token: RowToken): readonly string[] {
  return foldLatin(token.text).split(' ');
}

function hasNumberingWord(token: RowToken, row: TokenRow, { rows, reading }: FormPage): boolean {
  const reach = labelReach * reading.frame.lineHeight;
  const around = rows
    .filter((other) => other !== row && Math.abs(other.y - row.y) < reach)
    .flatMap(({ tokens }) => tokens)
    .filter((other) => other.left < token.right && other.right > token.left);
  const beside = row.tokens.slice(Math.max(0, row.tokens.indexOf(token) - 4), row.tokens.indexOf(token) + 5);
  return [...beside, ...around].some((other) => wordsOf(other).some((word) => numbering.test(word)));
}

/** What else the form has these digits, or this place, for. */
function isTaken(token: RowToken, value: string, form: CareForm, page: FormPage): boolean {
  const { address, registrationNumber, inpe, rib } = form;
  const others = [registrationNumber, inpe, ...form.acts.map((act) => act.inpe)];
  const isInAddress = isReadFrom(address, token.words, page.reading.frame.number);
  // Nine digits may be the registration number, read wrong, where none is known.
  const isMaybeInsureds = value.length === 9 && registrationNumber === undefined;
  return (
    isInAddress ||
    isMaybeInsureds ||
    others.some((field) => field?.value === value) ||
    rib?.value.includes(value) === true ||
    page.candidates.ribs.some(({ words }) => token.words.some((word) => words.includes(word))) ||
    token.words.some((word) => page.contentTable?.words.has(word) === true)
  );
}

function numbersOf(row: TokenRow, form: CareForm, page: FormPage): readonly Numbered[] {
  if (row.tokens.some((token) => wordsOf(token).some((word) => ofOthers.test(word)))) return [];
  return row.tokens.flatMap((token): readonly Numbered[] => {
    const value = bare(token.text);
    const isGrouped = groupedNumber.test(value);
    const isNumber = isGrouped || (plainNumber.test(value) && !phone.test(value));
    if (!isNumber || isTaken(token, value, form, page)) return [];
    return [{ token, value, isGrouped, isNumbering: hasNumberingWord(token, row, page) }];
  });
}

/** How likely a number is that of the file: by how it is written first, then by the words at it. */
const likelihood = ({ isGrouped, isNumbering }: Numbered): number =>
  (isGrouped ? 2 : 0) + (isNumbering ? 1 : 0);

/**
 * The number of the file where no label gives it: of the numbers at the top of the first page that are nothing else the one that
 * is written like one, or that a word like `N°` or `bulletin` stands at; none where two are as likely.
 */
export function dossierNumber(form: CareForm, [first]: readonly FormPage[]): ReadField<string> | undefined {
  if (form.dossierNumber !== undefined || first === undefined) return form.dossierNumber;
  const found = first.rows.filter(({ y }) => y < topShare).flatMap((row) => numbersOf(row, form, first));
  const most = Math.max(...found.map(likelihood));
  const [only, ...others] = found.filter((one) => likelihood(one) === most);
  if (only === undefined || others.length > 0) return undefined;
  const field = toReadField({ value: only.value, doubts: [] }, only.token.words, first.reading.frame.number);
  return { ...field, evidence: only.isNumbering ? ['LABEL', 'PLACE'] : ['PLACE'] };
}
