import type { LabelAnchor } from '../label-anchors.ts';
import type { LabelName } from '../label-lexicon/label-entry.ts';
import { middleX, type PageFrame } from '../page-frame.ts';
import { isUnder, type Extent } from './extents.ts';
import type { AtomRow, RowAtom } from './row-atoms.ts';

type LetterAtom = Extract<RowAtom, { kind: 'letter' }>;

/** `K29` and `Z39` are a letter with its coefficient as well as a code of ICD-10 (CIM-10). */
function mayBeDiagnosis(atom: RowAtom): atom is LetterAtom {
  if (atom.kind !== 'letter' || atom.coefficient === undefined) return false;
  return /^[A-Z]\d{2}$/.test(atom.words.map((word) => word.text).join(''));
}

/** Words of one heading are closer to each other than headings are: ratio of the width of a character. */
const widestWordGap = 1.5;

/** A table has fewer columns; a page with more headings of letters is no form, and to look around each would take long. */
const MOST_HEADINGS = 24;

/** A heading with the rest of its phrase, of which the lexicon knows a word: `Acte` of `Acte et coefficient`. */
function wholeHeading(heading: LabelAnchor, rows: readonly AtomRow[], frame: PageFrame): Extent {
  const atoms = rows.find((row) =>
    row.atoms.some(({ words }) => words.some((word) => heading.words.includes(word))),
  )?.atoms;
  let { left, right } = heading;
  const isNear = (gap: number): boolean => Math.abs(gap) <= widestWordGap * frame.characterWidth;
  for (const atom of atoms ?? [])
    if (atom.kind === 'text' && atom.left > left && isNear(atom.left - right)) right = atom.right;
  for (const atom of atoms?.toReversed() ?? [])
    if (atom.kind === 'text' && atom.right < right && isNear(left - atom.right)) left = atom.left;
  return { left, right };
}

const letterHeadings: readonly LabelName[] = ['column.keyLetter', 'column.actCode', 'column.coefficient'];
/** A value stands beside its heading by so many characters at most. */
const headingSlack = 4;

/** A code of a disease of which OCR took the letter, and other characters, for digits: `110` for `I10`. */
const diagnosisRead = /^[\dA-Z]\d{2}$/;

/** Whether a number stands in the column of diseases: that is the heading nearest to it. */
function isNumberOfDiagnosis(atom: RowAtom, headings: readonly LabelAnchor[], frame: PageFrame): boolean {
  if (atom.kind !== 'number' || !diagnosisRead.test(atom.text)) return false;
  const [first, ...others] = headings;
  if (first === undefined) return false;
  const distance = (heading: LabelAnchor): number => Math.abs(middleX(heading) - middleX(atom));
  const nearest = others.reduce((best, one) => (distance(one) < distance(best) ? one : best), first);
  return nearest.name === 'column.diagnosis' && isUnder(atom, nearest, slackOf(frame));
}

const slackOf = (frame: PageFrame): number => headingSlack * frame.characterWidth;

/** Whether a code that may be either is that of the disease, by the headings or by a plain letter beside it. */
function isDiagnosis(
  atom: RowAtom,
  row: AtomRow,
  headings: readonly LabelAnchor[],
  letters: readonly Extent[],
  frame: PageFrame,
): boolean {
  if (isNumberOfDiagnosis(atom, headings, frame)) return true;
  if (!mayBeDiagnosis(atom)) return false;
  if (
    headings.some((heading) => heading.name === 'column.diagnosis' && isUnder(atom, heading, slackOf(frame)))
  )
    return true;
  if (row.atoms.some((other) => other.kind === 'letter' && !mayBeDiagnosis(other))) return true;
  return letters.length > 0 && !letters.some((heading) => isUnder(atom, heading, slackOf(frame)));
}

/** Takes the codes of diseases in a table for text, so that none of them is priced as an act. */
export function withoutDiagnoses(
  rows: readonly AtomRow[],
  headings: readonly LabelAnchor[],
  frame: PageFrame,
): readonly AtomRow[] {
  const letters = headings
    .filter(({ name }) => letterHeadings.includes(name))
    .slice(0, MOST_HEADINGS)
    .map((heading) => wholeHeading(heading, rows, frame));
  return rows.map((row) => ({
    ...row,
    atoms: row.atoms.map((atom): RowAtom => {
      if (!isDiagnosis(atom, row, headings, letters, frame)) return atom;
      return { kind: 'text', left: atom.left, right: atom.right, words: atom.words };
    }),
  }));
}

/** Whether two codes of a row may each be the act or the disease, and nothing tells which. */
export function isLetterAmbiguous({ atoms }: AtomRow): boolean {
  return atoms.filter(mayBeDiagnosis).length > 1;
}
