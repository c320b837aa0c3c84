import { boxAround, withRoomAlong } from '../boxes.ts';
import type { CareForm, FieldSource } from '../care-form.ts';
import type { FormPage } from '../form-page.ts';
import { parseFixedDigits } from '../identifier-parsers.ts';
import type { LabelAnchor } from '../label-anchors.ts';
import type { PageWord } from '../page-frame.ts';
import type { ValueSegment } from '../value-segments.ts';
import type { ProviderHypothesis } from '../who/provider-hypotheses.ts';
import { withProviderFields } from '../who/settle-provider.ts';
import type { SecondLook } from '../witnesses.ts';
import { foundInRegistry, isTelling, readAgain, type SecondReading } from './read-again.ts';

/** A value stands so many lines above or below its label at most, and so many characters beside it. */
const MOST_LINES_APART = 2.4;
const MOST_CHARACTERS_APART = 25;
/** Nine digits, however misread: shorter is a speck, longer a sentence. */
const [FEWEST_CHARACTERS, MOST_CHARACTERS] = [4, 22];
/** Digits that OCR lost at the ends may stand so many characters beside the rest. */
const ROOM_CHARACTERS = 3;
const MOST_PLACES = 2;

function isProven({ inpe }: CareForm): boolean {
  return inpe?.evidence?.includes('REGISTRY') === true && inpe.doubts.length === 0;
}

/** Words of values that were read: none of them is what is missing. */
function wordsOfValues({ candidates, contentTable }: FormPage): ReadonlySet<PageWord> {
  const { nineDigits, cins, ribs, articleCodes, dates, amounts } = candidates;
  return new Set([
    ...[...nineDigits, ...cins, ...ribs, ...articleCodes, ...dates, ...amounts].flatMap(({ words }) => words),
    ...(contentTable?.words ?? []),
  ]);
}

/** How far a segment is from a label, in lines; undefined where it is none that the label may be of. */
function distanceTo(
  label: LabelAnchor,
  segment: ValueSegment,
  { reading: { frame } }: FormPage,
): number | undefined {
  const aside = Math.max(segment.left - label.right, label.left - segment.right, 0) / frame.characterWidth;
  const apart = Math.max(segment.top - label.bottom, label.top - segment.bottom, 0) / frame.lineHeight;
  const isOnRow = apart === 0 && aside <= MOST_CHARACTERS_APART;
  const isStacked = aside === 0 && apart <= MOST_LINES_APART;
  return isOnRow || isStacked ? apart + aside / MOST_CHARACTERS_APART : undefined;
}

function placeOf({ words }: ValueSegment, { reading: { frame } }: FormPage): FieldSource {
  const box = boxAround(words.map((word) => word.box));
  const room = ROOM_CHARACTERS * frame.characterWidth;
  return { page: frame.number, box: withRoomAlong(box, room, frame.quarterTurns % 2 === 0) };
}

/** What stands at the labels of the INPE and was read as nothing that it could be, the nearest first. */
export function inpePlaces(form: CareForm, pages: readonly FormPage[]): readonly FieldSource[] {
  if (isProven(form)) return [];
  return pages
    .flatMap((page) => {
      const read = wordsOfValues(page);
      const segments = page.reading.segments.filter(
        ({ words, isArabic }) => !isArabic && !words.some((word) => read.has(word)),
      );
      return page.reading.labels
        .filter(({ name }) => name === 'inpe')
        .flatMap((label) =>
          segments.flatMap((segment) => {
            const { length } = segment.words.map(({ text }) => text).join('');
            const distance = distanceTo(label, segment, page);
            return distance === undefined || length < FEWEST_CHARACTERS || length > MOST_CHARACTERS
              ? []
              : [{ place: placeOf(segment, page), distance }];
          }),
        );
    })
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MOST_PLACES)
    .map(({ place }) => place);
}

const nineDigits = (text: string) => parseFixedDigits(text, 9);

function numbersAgain(
  form: CareForm,
  pages: readonly FormPage[],
  looks: readonly SecondLook[],
): readonly SecondReading<string>[] {
  return inpePlaces(form, pages).flatMap((source) => {
    const again = readAgain({ source }, looks, nineDigits);
    return again !== undefined && isTelling(again) ? [again] : [];
  });
}

/** INPEs that only second looks read: the register has not been asked for them yet. */
export function inpesAgain(
  form: CareForm,
  pages: readonly FormPage[],
  looks: readonly SecondLook[],
): readonly string[] {
  return numbersAgain(form, pages, looks).map(({ parsed }) => parsed.value);
}

/** The INPE that second looks read at its label, where the register has a provider under it whose name stands on the form. */
export function hearInpe(
  form: CareForm,
  pages: readonly FormPage[],
  providers: readonly ProviderHypothesis[],
  looks: readonly SecondLook[],
): CareForm {
  for (const again of numbersAgain(form, pages, looks)) {
    const own = providers.find(({ provider }) => provider.inpe === again.parsed.value);
    if (own?.names.some(({ match }) => match !== 'misread') === true)
      return withProviderFields(form, own, foundInRegistry({ ...again, value: again.parsed.value }), pages);
  }
  return form;
}
