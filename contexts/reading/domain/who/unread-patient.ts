import type { RowToken, TokenRow } from '../candidates/row-tokens.ts';
import type { FormPage } from '../form-page.ts';
import type { LabelAnchor } from '../label-anchors.ts';
import type { LabelName } from '../label-lexicon/label-entry.ts';
import { isLikeLabelWord } from '../label-lexicon/label-words.ts';
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
function besideLabel(label: LabelAnchor, { tokens }: TokenRow, { reading }: FormPage): readonly RowToken[] {
  const isLabel = ({ words }: RowToken): boolean => words.some((word) => reading.labelWords.has(word));
  const isOwn = ({ words }: RowToken): boolean => words.some((word) => label.words.includes(word));
  const upToLabel = (some: readonly RowToken[]): readonly RowToken[] => {
    const next = some.findIndex(isLabel);
    return next < 0 ? some : some.slice(0, next);
  };
  const before = tokens.slice(0, Math.max(0, tokens.findIndex(isOwn))).toReversed();
  return [...upToLabel(before), ...upToLabel(tokens.slice(tokens.findLastIndex(isOwn) + 1))];
}

/** A form names its patient at a few labels; a page with more of them is none, and to look beside each would take long. */
const MOST_LABELS = 12;

/** Words beside the labels of the patient's name on a page. */
function besideLabels(page: FormPage): readonly RowToken[] {
  const labels = page.reading.labels.filter((label) => isOfPatient(label, page)).slice(0, MOST_LABELS);
  return labels.flatMap((label) => {
    const words = new Set(label.words);
    const row = page.rows.find(({ tokens }) =>
      tokens.some((token) => token.words.some((word) => words.has(word))),
    );
    return row === undefined ? [] : besideLabel(label, row, page);
  });
}

/**
 * Whether something that may be a name stands at a label of the patient's name, and nobody knows whose: under a stamp it may have gone
 * to pieces. Then nobody can say that the form names nobody but the insured.
 */
export function mayNamePatient(given: FamilyOnForm): boolean {
  const names = given.pages
    .flatMap(besideLabels)
    .filter(({ text }) => nameWord.test(text) && !isLikeLabelWord(text));
  if (names.length === 0) return false;
  const explained = explainedWords(given);
  return names.some(({ words }) => !words.some((word) => explained.has(word)));
}
