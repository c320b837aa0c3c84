import { foldLatin } from '#shared';
import type { RowToken } from './candidates/row-tokens.ts';
import type { CareForm, ReadField } from './care-form.ts';
import type { FormPage } from './form-page.ts';
import { parseCount } from './identifier-parsers.ts';
import { middleX, middleY, type PageFrame, type PageWord } from './page-frame.ts';
import { toReadField, withEvidence } from './read-field.ts';

/** What prints call the papers behind a form. `Document` alone names the form itself. */
const latinNoun = /^(?:pieces?|annexes?|pj|justificatifs?|jointe?s)$/;
const arabicNoun = /وثائق|مرفق/u;

function namesAttachments({ text }: PageWord): boolean {
  return latinNoun.test(foldLatin(text.replaceAll('.', ''))) || arabicNoun.test(text);
}

/** A number stands beside its label within so many usual characters, or above or below it within so many lines. */
const farthestCharacters = 40;
const farthestLines = 3.2;
/** What stands this near to the height of a label stands on its line. */
const sameLine = 0.9;
/** Beside a label a number is as near as it would be a line below, at so many characters. */
const charactersOfLine = 12;
/** What is named more often than this is no label: the words of a page that means something else, or to keep a reader busy. */
const mostLabels = 20;

/** How far a number is from a label, in lines; undefined where it does not stand beside, above or below it. */
function linesFrom(token: RowToken, label: PageWord, frame: PageFrame): number | undefined {
  const lines = Math.abs(middleY(token) - middleY(label)) / frame.lineHeight;
  const characters = Math.max(token.left - label.right, label.left - token.right) / frame.characterWidth;
  if (lines < sameLine)
    return characters <= farthestCharacters ? Math.max(0, characters) / charactersOfLine : undefined;
  const isInColumn =
    Math.abs(middleX(token) - middleX(label)) / frame.characterWidth <= farthestCharacters / 2;
  return lines <= farthestLines && isInColumn ? lines : undefined;
}

interface Count {
  readonly field: ReadField<number>;
  readonly lines: number;
}

/** A number stands alone: no other token of its row is a word's space away. */
const widestSpace = 1.5;

function countsOn({ rows, candidates, contentTable, reading }: FormPage): readonly Count[] {
  const { frame, table } = reading;
  const labels = frame.words.filter(namesAttachments);
  if (labels.length === 0 || labels.length > mostLabels) return [];
  const taken = new Set<PageWord>([
    ...(contentTable?.words ?? []),
    ...table.words,
    ...[...candidates.dates, ...candidates.amounts, ...candidates.nineDigits].flatMap(({ words }) => words),
  ]);
  return rows.flatMap(({ tokens }) =>
    tokens.flatMap((token, at): readonly Count[] => {
      const parsed = /^\d{1,2}$/.test(token.text) ? parseCount(token.text) : undefined;
      const isNumberNear = [tokens[at - 1], tokens[at + 1]].some(
        (other, index) =>
          other !== undefined &&
          /\d/.test(other.text) &&
          (index === 0 ? token.gap : other.gap) <= widestSpace,
      );
      if (parsed === undefined || isNumberNear || token.words.some((word) => taken.has(word))) return [];
      const distances = labels.flatMap((label) => linesFrom(token, label, frame) ?? []);
      if (distances.length === 0) return [];
      const field = withEvidence(toReadField(parsed, token.words, frame.number), 'PLACE');
      return [{ field, lines: Math.min(...distances) }];
    }),
  );
}

/** A second number that is hardly further from the labels leaves open which of the two is meant. */
const leastMarginLines = 0.5;

/** How many papers are attached, where no label that is known gives it: the small number nearest to what names such papers. */
export function attachmentsCount(form: CareForm, pages: readonly FormPage[]): ReadField<number> | undefined {
  if (form.attachmentsCount?.doubts.length === 0) return form.attachmentsCount;
  const [best, second] = pages.flatMap(countsOn).toSorted((a, b) => a.lines - b.lines);
  if (best === undefined) return form.attachmentsCount;
  const isClear =
    second === undefined ||
    second.lines - best.lines >= leastMarginLines ||
    second.field.value === best.field.value;
  return isClear ? best.field : form.attachmentsCount;
}
