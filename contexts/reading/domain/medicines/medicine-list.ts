import { leastWholeAmount } from '../acts/act-columns.ts';
import { atomRows, type AtomRow, type RowAtom } from '../acts/row-atoms.ts';
import type { ReadField, FieldSource } from '../care-form.ts';
import { boxAround } from '../boxes.ts';
import type { FormPage } from '../form-page.ts';
import type { PageWord } from '../page-frame.ts';
import { toReadField, withEvidence } from '../read-field.ts';

/** A line of a printed list of medicines: a name, how many boxes, what they cost. */
export interface ListedMedicine {
  readonly name: ReadField<string>;
  readonly quantity: ReadField<number>;
  readonly unitPriceCentimes: ReadField<number>;
  readonly billedCentimes: ReadField<number>;
  readonly source: FieldSource;
}

/** Lines that stand together, from top to bottom. */
export type MedicineList = readonly ListedMedicine[];

const mostBoxes = 30;
/** A name of a medicine has a word so long; `MG` and `DH` are none. */
const longWord = /\p{L}{4}/u;
/** Words of lines that bill no medicine. */
const summing = /(?:^|[\s-])tot(?:al|aux|\b)|somme|montant|payer|مجموع|المبلغ/iu;

type Of<Kind extends RowAtom['kind']> = Extract<RowAtom, { kind: Kind }>;
const isOf =
  <Kind extends RowAtom['kind']>(kind: Kind) =>
  (atom: RowAtom): atom is Of<Kind> =>
    atom.kind === kind;

/** A whole number of boxes that stands alone in its cell, not the strength in a name. */
function countOf({ atoms }: AtomRow, name: readonly PageWord[], cellGap: number): Of<'number'> | undefined {
  return atoms
    .filter(isOf('number'))
    .find(
      ({ parsed: { value }, left, right }) =>
        value % 100 === 0 &&
        value >= 100 &&
        value <= 100 * mostBoxes &&
        name.every((word) => left - word.right > cellGap || word.left - right > cellGap),
    );
}

interface Amounts {
  readonly unit: Of<'amount'>;
  readonly line: Of<'amount'>;
  readonly boxes: number;
}

/** Price, count and amount of a line that agree with each other. */
function amountsOf(amounts: readonly Of<'amount'>[], count: number | undefined): Amounts | undefined {
  const [least, greatest, ...others] = amounts.toSorted((a, b) => a.parsed.value - b.parsed.value);
  if (least === undefined || others.length > 0 || least.parsed.value <= 0) return undefined;
  // One amount is that of the line; what one box costs it tells only of one box.
  if (greatest === undefined) return (count ?? 1) === 1 ? { unit: least, line: least, boxes: 1 } : undefined;
  const boxes = greatest.parsed.value / least.parsed.value;
  if (!Number.isInteger(boxes) || boxes > mostBoxes || (count ?? boxes) !== boxes) return undefined;
  return { unit: least, line: greatest, boxes };
}

/** The characters of words with a space after each. */
const charactersOf = (words: readonly PageWord[]): number =>
  words.reduce((sum, { text }) => sum + text.length + 1, 0);

/** The words of a line that are neither money nor its count. */
function nameWords({ atoms }: AtomRow): readonly PageWord[] {
  const longest = atoms.findIndex(
    (atom) => atom.kind === 'text' && atom.words.some(({ text }) => longWord.test(text)),
  );
  const start = atoms[longest];
  if (start === undefined) return [];
  const words = [...start.words];
  let right = start.right;
  let characters = charactersOf(start.words);
  for (const atom of atoms.slice(longest + 1)) {
    const gap = atom.left - right;
    const usual = (right - (words[0]?.left ?? 0)) / (characters - 1);
    if (atom.kind === 'amount' || atom.kind === 'date' || gap > 2.2 * usual) break;
    words.push(...atom.words);
    right = atom.right;
    characters += charactersOf(atom.words);
  }
  return words;
}

function lineOf(row: AtomRow, page: FormPage): ListedMedicine | undefined {
  const { frame } = page.reading;
  if (row.atoms.some((atom) => atom.kind === 'date' || atom.kind === 'nine-digits')) return undefined;
  const name = nameWords(row);
  const text = name.map((word) => word.text).join(' ');
  if (
    !longWord.test(text) ||
    summing.test(row.atoms.flatMap(({ words }) => words.map((word) => word.text)).join(' '))
  )
    return undefined;
  const count = countOf(row, name, frame.characterWidth);
  const amounts = amountsOf(row.atoms.filter(isOf('amount')), count && count.parsed.value / 100);
  if (amounts === undefined) return undefined;
  const { unit, line, boxes } = amounts;
  const fieldOf = ({ parsed, words }: Of<'amount'>): ReadField<number> =>
    withEvidence(toReadField(parsed, words, frame.number), 'PLACE');
  return {
    name: withEvidence(toReadField({ value: text, doubts: [] }, name, frame.number), 'PLACE'),
    quantity: withEvidence(
      toReadField({ value: boxes, doubts: [] }, count?.words ?? line.words, frame.number),
      'NEIGHBOURS',
    ),
    unitPriceCentimes: fieldOf(unit),
    billedCentimes: fieldOf(line),
    source: {
      page: frame.number,
      box: boxAround(row.atoms.flatMap(({ words }) => words.map(({ box }) => box))),
    },
  };
}

/** Lines apart that may be of one list: a name may go on in the line below. */
const mostRowsBetween = 1;

/** The number at an outer end of a row, in hundredths. */
function outerNumbers({ atoms }: AtomRow): readonly Of<'number'>[] {
  return [atoms[0], atoms.at(-1)].filter((atom): atom is Of<'number'> => atom?.kind === 'number');
}

/** Rows without the numbers that count them, `1`, `2`, `3` down an outer column: those are no counts of boxes. */
function withoutRowNumbers(rows: readonly AtomRow[]): readonly AtomRow[] {
  const follows = (one: AtomRow | undefined, other: AtomRow | undefined, by: number): ReadonlySet<RowAtom> =>
    new Set(
      one === undefined || other === undefined || Math.abs(other.index - one.index) > mostRowsBetween + 1
        ? []
        : outerNumbers(one).filter((number) =>
            outerNumbers(other).some((next) => next.parsed.value === number.parsed.value + by),
          ),
    );
  return rows.map((row, at) => {
    const [below, above] = [follows(row, rows[at + 1], 100), follows(row, rows[at - 1], -100)];
    const atoms = row.atoms.filter((atom) => !below.has(atom) && !above.has(atom));
    return { ...row, atoms };
  });
}

/** About how far the ends of amounts of one column may lie apart, in characters. */
const columnSlack = 1;

/** Rows in which a whole number that stands under the amounts of other lines is one: `115` between `31,70` and `168,10`. */
function withWholeAmounts(rows: readonly AtomRow[], page: FormPage): readonly AtomRow[] {
  const slack = columnSlack * page.reading.frame.characterWidth;
  const placeOf = (end: number): number => Math.round(end / slack);
  const amounts = rows
    .filter((row) => lineOf(row, page) !== undefined)
    .flatMap((row) => row.atoms.filter(isOf('amount')));
  const [lefts, rights] = [amounts.map(({ left }) => left), amounts.map(({ right }) => right)].map(
    (ends) => new Set(ends.map(placeOf)),
  );
  const isNear = (places: ReadonlySet<number> | undefined, end: number): boolean =>
    [-1, 0, 1].some((step) => places?.has(placeOf(end) + step));
  const isUnder = ({ left, right }: RowAtom): boolean => isNear(lefts, left) || isNear(rights, right);
  return rows.map((row) =>
    row.atoms.some(isOf('amount'))
      ? row
      : {
          ...row,
          // A number is in hundredths, as dirhams are in centimes.
          atoms: row.atoms.map((atom): RowAtom =>
            atom.kind === 'number' && atom.parsed.value >= leastWholeAmount && isUnder(atom)
              ? { kind: 'amount', parsed: atom.parsed, left: atom.left, right: atom.right, words: atom.words }
              : atom,
          ),
        },
  );
}

/** Runs of lines on a page that a list of medicines may be, the rows of acts left out. */
export function medicineLists(page: FormPage): readonly MedicineList[] {
  const acts = page.contentTable?.words ?? new Set<PageWord>();
  const free = atomRows(page.rows, page.candidates).filter(
    ({ atoms }) => !atoms.some(({ words }) => words.some((word) => acts.has(word))),
  );
  const rows = withWholeAmounts(withoutRowNumbers(free), page);
  const lists: ListedMedicine[][] = [];
  let lastIndex = -Infinity;
  for (const row of rows) {
    const line = lineOf(row, page);
    if (line === undefined) continue;
    if (row.index - lastIndex > mostRowsBetween + 1) lists.push([]);
    lists.at(-1)?.push(line);
    lastIndex = row.index;
  }
  return lists;
}

/** Lists longer than this are cut nowhere: looking for the part that adds up would take too long. */
const longestCutList = 60;

/** The part of a list, in one piece, whose lines add up to an amount. */
export function partAddingUp(list: MedicineList, centimes: number): MedicineList | undefined {
  if (list.length > longestCutList) return undefined;
  for (let start = 0; start < list.length; start += 1) {
    let sum = 0;
    for (let end = start; end < list.length && sum < centimes; end += 1) {
      sum += list[end]?.billedCentimes.value ?? 0;
      if (sum === centimes) return list.slice(start, end + 1);
    }
  }
  return undefined;
}
