import type { BeneficiaryLink, CareForm, CareType, ReadField, Sex } from './care-form.ts';
import {
  faintMarkPercent,
  isEmptyMark,
  isOnRow,
  isTickedMark,
  optionsOf,
  provenMarkPercent,
  tickedOption,
  type Option,
  type TickedOption,
} from './check-marks.ts';
import type { LabelAnchor } from './label-anchors.ts';
import { middleY, type PageFrame, type PageWord } from './page-frame.ts';
import type { PageReading } from './page-reading.ts';
import { toReadField } from './read-field.ts';
import { labelShape } from './text-folding.ts';

const linkOfLabel = { optionInsured: 'insured', optionSpouse: 'spouse', optionChild: 'child' } as const;
const sexOfShape: Readonly<Record<string, Sex>> = {
  m: 'M',
  f: 'F',
  masculin: 'M',
  feminin: 'F',
  mascuiin: 'M',
  homme: 'M',
  femme: 'F',
};

/**
 * The link to the insured that is ticked, or written out; undefined where no mark was read or it is not certain which box it is in.
 */
export function readLink(page: PageReading): ReadField<BeneficiaryLink> | undefined {
  const options = optionsOf<BeneficiaryLink>(page.labels, linkOfLabel);
  // `Assuré(e)` alone is a heading; boxes to tick come in twos or threes.
  const areBoxes = new Set(options.map((option) => option.value)).size > 1;
  const ticked = areBoxes ? tickedOption(options, page.frame) : undefined;
  return ticked === undefined ? writtenLink(options, page) : tickedField(ticked, page);
}

/** `Lien : Enfant`: a printer writes the answer and no boxes, so that no other one stands beside it. */
function writtenLink(
  options: readonly Option<BeneficiaryLink>[],
  { labels, frame }: PageReading,
): ReadField<BeneficiaryLink> | undefined {
  const links = labels.filter(({ name }) => name === 'link');
  const answer = options.find((option) => links.some((link) => answers(option, link, frame)));
  if (answer === undefined) return undefined;
  const isOneOfBoxes = options.some((other) => other.value !== answer.value && isOnRow(other, answer, frame));
  if (isOneOfBoxes) return undefined;
  return toReadField({ value: answer.value, doubts: [] }, answer.words, frame.number);
}

/** How far below its question an answer begins at most, and how much higher or lower it stands beside it, in line heights. */
const farthestAnswer = 1.3;

/** Whether a word stands where the answer to a question does: right of it, or right below. */
function answers(option: Option<unknown>, question: LabelAnchor, frame: PageFrame): boolean {
  const isRight =
    option.left > question.right &&
    Math.abs(middleY(option) - middleY(question)) < farthestAnswer * frame.lineHeight;
  const gap = option.top - question.bottom;
  const isBelow =
    gap > -0.3 * frame.lineHeight &&
    gap < farthestAnswer * frame.lineHeight &&
    option.left < question.right &&
    option.right > question.left;
  return isRight || isBelow;
}

/** OCR's confidence in a cross that it took for a letter says nothing; that of the decision does. */
function tickedField<T>(ticked: TickedOption<T>, page: PageReading): ReadField<T> {
  const words = ticked.words.map((word) => ({ ...word, confidencePercent: ticked.confidencePercent }));
  return toReadField({ value: ticked.value, doubts: [] }, words, page.frame.number);
}

/** Which box of the header is ticked. */
export function readPurpose(page: PageReading): CareForm['purpose'] {
  const options = optionsOf<'execution' | 'prior-approval'>(page.labels, {
    optionExecution: 'execution',
    optionPriorApproval: 'prior-approval',
  });
  return tickedOption(options, page.frame)?.value ?? 'unknown';
}

const careTypeOfLabel = {
  optionIllness: 'illness',
  optionMaternity: 'maternity',
  optionHospitalisation: 'hospitalisation',
  optionAccident: 'accident',
} as const;

/**
 * What kind of care is ticked. Beside others an accident is the one that counts: who pays for it is to be asked. A single word
 * without others of its row is text, not a box.
 */
export function readCareType(page: PageReading): ReadField<CareType> | undefined {
  const inFrench = optionsOf<CareType>(page.labels, careTypeOfLabel);
  const found = inFrench.length > 0 ? inFrench : careTypesInArabic(page.frame);
  const options = found.filter((option, _, all) =>
    all.some((other) => other.value !== option.value && isBeside(other, option, page)),
  );
  const ofAccidents = options.filter(({ value }) => value === 'accident');
  const ticked = tickedOption(options, page.frame) ?? tickedOption(ofAccidents, page.frame);
  const isSure = ticked !== undefined && ticked.confidencePercent >= provenMarkPercent;
  const read =
    isSure || ticked?.value === 'accident' ? ticked : (besideAccident(options, page.frame) ?? ticked);
  return read === undefined ? undefined : tickedField(read, page);
}

/**
 * A tick between the word for an accident and its neighbour, or on its other side: boxes stand before their words on some forms and
 * behind them on others, with a word in Arabic between, which not every engine reads. It may be the accident's; a person looks.
 */
function besideAccident(
  options: readonly Option<CareType>[],
  frame: PageFrame,
): TickedOption<CareType> | undefined {
  for (const mark of frame.words.filter(({ text }) => isTickedMark(text)))
    for (const option of options) {
      if (option.value !== 'accident' || !isNearRow(mark, option, frame)) continue;
      const gap = Math.max(option.left - mark.right, mark.left - option.right);
      if (gap > MOST_APART * frame.characterWidth) continue;
      const [left, right] = mark.left < option.left ? [mark, option] : [option, mark];
      const isBetween = frame.words.some(
        (word) =>
          isOnRow(word, mark, frame) &&
          word.left >= left.right - 1e-6 &&
          word.right <= right.left + 1e-6 &&
          /\p{Script=Latin}{3}/u.test(word.text),
      );
      if (!isBetween)
        return {
          value: option.value,
          words: [mark, ...option.words],
          confidencePercent: faintMarkPercent,
        };
    }
  return undefined;
}

/** On the row of an option whose words stand on two lines, one in each language. */
const isNearRow = (mark: PageWord, option: Option<CareType>, { lineHeight }: PageFrame): boolean =>
  Math.abs(middleY(mark) - middleY(option)) < 1.8 * lineHeight;

/** Characters between a box and the word that it may belong to, with another word for it between. */
const MOST_APART = 14;

/** Words of the boxes on forms without French ones. */
const careTypeOfArabic: Readonly<Record<string, CareType>> = {
  مرض: 'illness',
  أمومة: 'maternity',
  ولادة: 'maternity',
  استشفاء: 'hospitalisation',
  حادثة: 'accident',
  حادث: 'accident',
};

const careTypesInArabic = ({ words }: PageFrame): readonly Option<CareType>[] =>
  words.flatMap((word) => {
    const value = careTypeOfArabic[word.text];
    return value === undefined ? [] : [{ ...word, value, words: [word] }];
  });

/** On its row, or the row above or below: the boxes stand in one row, in two, or in a column. */
function isBeside(one: Option<CareType>, other: Option<CareType>, { frame }: PageReading): boolean {
  return Math.abs(middleY(one) - middleY(other)) < 3 * frame.lineHeight;
}

/** The letters or words for the sexes that stand right of the label `Sexe` on its row. */
function sexOptions(
  page: PageReading,
): { readonly options: readonly Option<Sex>[]; readonly labelRight: number } | undefined {
  const label = page.labels.find((one) => one.name === 'sex');
  if (label === undefined) return undefined;
  const onRow = page.frame.words.filter(
    (word) =>
      word.left > label.right - 1e-6 &&
      word.left - label.right < 40 * page.frame.characterWidth &&
      Math.abs(middleY(word) - middleY(label)) < 1.1 * page.frame.lineHeight,
  );
  const options = onRow.flatMap((word): readonly Option<Sex>[] => {
    const { mark, name } =
      /^(?<mark>[^\p{L}]*[XxOQJID]?[^\p{L}]*)(?<name>[MmFf]|\p{L}{5,})$/u.exec(word.text)?.groups ?? {};
    const value = sexOfShape[labelShape(name ?? word.text)];
    if (value === undefined) return [];
    const glued =
      mark === undefined || mark === ''
        ? undefined
        : isTickedMark(mark)
          ? 'ticked'
          : isEmptyMark(mark)
            ? 'empty'
            : undefined;
    return [{ ...word, value, words: [word], glued }];
  });
  return { options, labelRight: label.right };
}

/**
 * The sex that is ticked, or written right after the label. A single letter that is written may also be the one printed
 * box that OCR saw, so it comes with a doubt.
 */
export function readSex(page: PageReading): ReadField<Sex> | undefined {
  const found = sexOptions(page);
  if (found === undefined) return undefined;
  const { options, labelRight } = found;
  const ticked = tickedOption(options, page.frame);
  if (ticked !== undefined) return tickedField(ticked, page);
  const [only, ...others] = options;
  if (
    only === undefined ||
    only.glued !== undefined ||
    others.length > 0 ||
    only.left - labelRight > 4 * page.frame.characterWidth
  )
    return undefined;
  return toReadField({ value: only.value, doubts: [] }, only.words, page.frame.number, 60);
}
