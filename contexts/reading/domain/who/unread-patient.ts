import type { RowToken } from '../candidates/row-tokens.ts';
import type { FormPage } from '../form-page.ts';
import type { LabelAnchor } from '../label-anchors.ts';
import type { LabelName } from '../label-lexicon/label-entry.ts';
import { isLabelWord } from '../label-lexicon/label-words.ts';
import type { PageWord } from '../page-frame.ts';
import { explainedWords, type FamilyOnForm } from './family-on-form.ts';

/** Labels of anybody's name, which are the patient's in the patient's part. */
const plainNames: readonly LabelName[] = ['name', 'familyName', 'givenName'];
/** A word of a name, of which shorter ones are as often rubbish. */
const nameWord = /^\p{Lu}[\p{L}'’-]{3,}$/u;

function isOfPatient(label: LabelAnchor, { reading }: FormPage): boolean {
  return (
    label.name === 'patientName' ||
    (plainNames.includes(label.name) && reading.sectionOf(label) === 'patient')
  );
}

/** What stands in the row of a label on either side of it, as far as the next labels. */
function besideLabel(label: LabelAnchor, { rows, reading }: FormPage): readonly RowToken[] {
  const isLabel = ({ words }: RowToken): boolean => words.some((word) => reading.labelWords.has(word));
  const isOwn = ({ words }: RowToken): boolean => words.some((word) => label.words.includes(word));
  const tokens = rows.find((row) => row.tokens.some(isOwn))?.tokens ?? [];
  const first = tokens.findIndex(isOwn);
  const last = tokens.findLastIndex(isOwn);
  const after = tokens.slice(last + 1);
  const before = tokens.slice(0, Math.max(0, first)).toReversed();
  const upToLabel = (some: readonly RowToken[]): readonly RowToken[] => {
    const next = some.findIndex(isLabel);
    return next < 0 ? some : some.slice(0, next);
  };
  return [...upToLabel(before), ...upToLabel(after)];
}

/**
 * Whether something that may be a name stands at a label of the patient's name, and nobody knows whose: under a stamp it may have gone
 * to pieces. Then nobody can say that the form names nobody but the insured.
 */
export function mayNamePatient(given: FamilyOnForm): boolean {
  const isExplained = (explained: ReadonlySet<PageWord>, { words }: RowToken): boolean =>
    words.some((word) => explained.has(word));
  const places = given.pages.map((page) =>
    page.reading.labels
      .filter((label) => isOfPatient(label, page))
      .flatMap((label) => besideLabel(label, page))
      .filter(({ text }) => nameWord.test(text) && !isLabelWord(text)),
  );
  if (places.every((tokens) => tokens.length === 0)) return false;
  const explained = explainedWords(given);
  return places.flat().some((token) => !isExplained(explained, token));
}
