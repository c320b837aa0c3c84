import type { RowToken } from './candidates/row-tokens.ts';
import type { CareForm, ReadField } from './care-form.ts';
import { isReadFrom } from './field-words.ts';
import type { FormPage } from './form-page.ts';
import { toReadField, withEvidence } from './read-field.ts';
import { MOST_TOWN_WORDS, townOf } from './towns.ts';

/** A town is signed in at most so many lines above or below the day of signature. */
const LINES_FROM_DAY = 2.5;
/** What stands as near as this, in characters, is of one phrase with it: `Psychiatrie - Meknès` on a stamp. */
const GAP_IN_PHRASE = 2;
/** `à`, `le`, `في` and what OCR makes of them stand beside a town in any phrase. */
const LONGEST_PARTICLE = 3;

/** Rows of more words are none that somebody signs in. */
const MOST_WORDS = 60;

interface TownOnRow {
  readonly town: string;
  readonly tokens: readonly RowToken[];
  readonly at: number;
}

const bareOf = (token: RowToken): string => token.text.replace(/[^\p{L}' -]/gu, '');

/** The towns that a row of words names, the longest names first taken. */
function townsOf(tokens: readonly RowToken[]): readonly TownOnRow[] {
  const found: TownOnRow[] = [];
  for (let at = 0; at < tokens.length;) {
    const longest = Math.min(MOST_TOWN_WORDS, tokens.length - at);
    const named = Array.from({ length: longest }, (_, index) => longest - index)
      .map((count) => tokens.slice(at, at + count))
      .map((run) => ({ run, town: townOf(run.map(bareOf).join(' ')) }))
      .find(({ town }) => town !== undefined);
    if (named?.town === undefined) at += 1;
    else {
      found.push({ town: named.town, tokens: named.run, at });
      at += named.run.length;
    }
  }
  return found;
}

/** Whether a word beside a town makes it part of a phrase, as on a stamp, in an address or in a printer's line. */
function isOfPhrase(token: RowToken | undefined, gap: number): boolean {
  return (
    token !== undefined &&
    gap < GAP_IN_PHRASE &&
    /\p{L}/u.test(token.text) &&
    token.text.replace(/\P{L}/gu, '').length > LONGEST_PARTICLE
  );
}

function standsAlone({ tokens, at }: TownOnRow, row: readonly RowToken[]): boolean {
  const [before, after] = [row[at - 1], row[at + tokens.length]];
  return !isOfPhrase(before, tokens[0]?.gap ?? 0) && !isOfPhrase(after, after?.gap ?? 0);
}

function isAt(tokens: readonly RowToken[], page: number, field: ReadField<string> | undefined): boolean {
  return tokens.some(({ words }) => isReadFrom(field, words, page));
}

/** The town nearest to the day of signature, where no label gives one. */
function townBesideDay(
  day: ReadField<string>,
  page: FormPage,
  { address, dispensing }: CareForm,
): ReadField<string> | undefined {
  const { frame } = page.reading;
  const own = page.rows.find(({ tokens }) => isAt(tokens, frame.number, day));
  if (own === undefined) return undefined;
  const isOfDay = (token: RowToken): boolean => isAt([token], frame.number, day);
  const left = own.tokens.find(isOfDay)?.left ?? 0;
  const [nearest] = page.rows
    .map((row) => ({ row, lines: Math.abs(row.y - own.y) / frame.lineHeight }))
    .filter(({ row, lines }) => lines <= LINES_FROM_DAY && row.tokens.length <= MOST_WORDS)
    .flatMap(({ row, lines }) =>
      townsOf(row.tokens)
        .filter((town) => row === own || standsAlone(town, row.tokens))
        .map(({ town, tokens }) => ({
          town,
          tokens,
          lines,
          distance: Math.abs((tokens[0]?.left ?? 0) - left),
        })),
    )
    .filter(
      ({ tokens }) => ![address, dispensing?.pharmacyInpe].some((field) => isAt(tokens, frame.number, field)),
    )
    .toSorted((a, b) => Math.round(a.lines) - Math.round(b.lines) || a.distance - b.distance);
  if (nearest === undefined) return undefined;
  const words = nearest.tokens.flatMap((token) => token.words);
  return withEvidence(toReadField({ value: nearest.town, doubts: [] }, words, frame.number), 'PLACE');
}

/** A labelled place without what stands beside the town's name in it: `Settat le`. */
function withoutBesides(field: ReadField<string>): ReadField<string> {
  const words = field.value.split(/\s+/);
  for (let count = Math.min(MOST_TOWN_WORDS, words.length - 1); count > 0; count -= 1) {
    for (let at = 0; at + count <= words.length; at += 1) {
      const town = townOf(words.slice(at, at + count).join(' '));
      if (town !== undefined) return { ...field, value: town };
    }
  }
  return field;
}

/** Where a form was signed: at its label, else beside the day of signature. */
export function signatureCity(form: CareForm, pages: readonly FormPage[]): ReadField<string> | undefined {
  if (form.city !== undefined) return withoutBesides(form.city);
  const day = form.signatureDate;
  const page = pages.find(({ reading }) => reading.frame.number === day?.source.page);
  return day === undefined || page === undefined ? undefined : townBesideDay(day, page, form);
}
