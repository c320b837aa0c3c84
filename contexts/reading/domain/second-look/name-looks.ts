import { personNames } from '#registry';
import { compareNames, foldLatin, likeness, type NameOnFile } from '#shared';
import { boxAround, isMiddleIn, withRoomAlong } from '../boxes.ts';
import type { RowToken } from '../candidates/row-tokens.ts';
import type { Box, CareForm, FieldSource, ReadField } from '../care-form.ts';
import type { FormPage } from '../form-page.ts';
import type { OcrText } from '../ocr-document.ts';
import { sureConfidencePercent } from '../read-field.ts';
import { isClear, lettersOf } from '../who/name-words.ts';
import { namedRelative } from '../who/patient-fields.ts';
import type { FamilyOnForm } from '../who/family-on-form.ts';
import type { SecondLook } from '../witnesses.ts';
import { along, foundInRegistry } from './read-again.ts';

/** Share of its letters that a run of words must have in common with a name, in order, to be worth a second look. */
const LEAST_LIKENESS = { whole: 0.45, part: 0.5 } as const;
/** Shorter parts of names are like anything. */
const SHORTEST_PART = 4;
/** Forms have hundreds of words; what has more is no place to look for a name in. */
const MOST_TOKENS = 2_000;
/** Letters that OCR lost at the ends of a name may stand so many characters beside it. */
const ROOM_CHARACTERS = 3;

/** Somebody of the family whose name should stand on the form, and does not as it was read. */
interface NameWanted {
  readonly field: 'insuredName' | 'patientName';
  readonly name: NameOnFile;
  /** Where it was read in part, if another place has it too. */
  readonly place?: FieldSource;
}

function isSettled(field: ReadField<string> | undefined): boolean {
  return field?.evidence?.includes('REGISTRY') === true && field.doubts.length === 0;
}

/** The names of the family that the form should bear, as far as they are not read. */
function namesWanted(form: CareForm, given: FamilyOnForm): readonly NameWanted[] {
  const relative = namedRelative(given);
  const wanted: NameWanted[] = [];
  if (!isSettled(form.insuredName))
    wanted.push({ field: 'insuredName', name: given.best.family.person.name });
  if (relative !== undefined && relative !== 'unclear' && !isSettled(form.patientName))
    wanted.push({ field: 'patientName', name: relative.dependant.name });
  // The insured is named twice, and once in part.
  if (
    relative === undefined &&
    form.patientName?.evidence?.includes('REGISTRY') === true &&
    !isSettled(form.patientName)
  )
    wanted.push({
      field: 'patientName',
      name: given.best.family.person.name,
      place: form.patientName.source,
    });
  return wanted;
}

interface LikeRun {
  readonly page: FormPage;
  readonly tokens: readonly RowToken[];
  readonly likeness: number;
}

/** The run of words on the pages that is most like one of some texts. */
function likestRun(
  texts: readonly string[],
  mostWords: number,
  pages: readonly FormPage[],
): LikeRun | undefined {
  const wanted = texts.map(lettersOf);
  let best: LikeRun | undefined;
  for (const page of pages) {
    if (page.rows.reduce((count, { tokens }) => count + tokens.length, 0) > MOST_TOKENS) continue;
    for (const { tokens } of page.rows) {
      for (let from = 0; from < tokens.length; from += 1) {
        for (let to = from + 1; to <= Math.min(tokens.length, from + mostWords); to += 1) {
          const run = tokens.slice(from, to);
          const letters = lettersOf(run.map(({ text }) => text).join(''));
          const like = Math.max(...wanted.map((text) => likeness(letters, text)));
          if (best === undefined || like > best.likeness) best = { page, tokens: run, likeness: like };
        }
      }
    }
  }
  return best;
}

const wordCount = (text: string): number => foldLatin(text).split(' ').length;

/** The places that are most like a name: of the whole of it, else of its parts, which may have a label each. */
function placesLike({ family, given }: NameOnFile, pages: readonly FormPage[]): readonly LikeRun[] {
  const words = wordCount(`${family} ${given}`) + 1;
  const whole = likestRun([`${family} ${given}`, `${given} ${family}`], words, pages);
  if (whole !== undefined && whole.likeness >= LEAST_LIKENESS.whole) return [whole];
  return [family, given]
    .filter((part) => lettersOf(part).length >= SHORTEST_PART)
    .flatMap((part) => likestRun([part], wordCount(part) + 1, pages) ?? [])
    .filter((run) => run.likeness >= LEAST_LIKENESS.part);
}

function withRoom(box: Box, { reading: { frame } }: FormPage): Box {
  return withRoomAlong(box, ROOM_CHARACTERS * frame.characterWidth, frame.quarterTurns % 2 === 0);
}

/** Where names that the form should bear may stand, misread. */
export function namePlaces(form: CareForm, given: FamilyOnForm): readonly FieldSource[] {
  return namesWanted(form, given).flatMap(({ name, place }) => {
    if (place !== undefined) return [place];
    return placesLike(name, given.pages).map(({ page, tokens }) => ({
      page: page.reading.frame.number,
      box: withRoom(boxAround(tokens.flatMap(({ words }) => words.map(({ box }) => box))), page),
    }));
  });
}

/** Words of the longest names. */
const MOST_WORDS = 8;

interface ReadRun {
  readonly page: number;
  readonly words: readonly Pick<OcrText, 'text' | 'confidencePercent' | 'box'>[];
}

/** The run of words of a second look that is a name, or a part of one, as on file. */
function runIn(look: SecondLook, names: readonly string[]): ReadRun | undefined {
  const words = look.lines
    .flatMap((line) => line.words)
    .toSorted((a, b) => along(a.box, look.quarterTurns) - along(b.box, look.quarterTurns));
  for (let from = 0; from < words.length; from += 1) {
    for (let to = Math.min(words.length, from + MOST_WORDS); to > from; to -= 1) {
      const run = words.slice(from, to);
      const text = run.map((word) => word.text).join(' ');
      if (names.some((name) => compareNames(text, name) === 'same')) return { page: look.page, words: run };
    }
  }
  return undefined;
}

function firstRun(looks: readonly SecondLook[], names: readonly string[]): ReadRun | undefined {
  return looks.flatMap((look) => runIn(look, names) ?? []).at(0);
}

/** A part of a name that the first reading has, apart from the other part: `Amina` at a label of its own. */
function readPart(part: string, pages: readonly FormPage[]): ReadRun | undefined {
  const words = wordCount(part);
  for (const page of pages)
    for (const { tokens } of page.rows)
      for (let from = 0; from + words <= tokens.length; from += 1) {
        const run = tokens.slice(from, from + words);
        const isPart = compareNames(run.map(({ text }) => text).join(' '), part) === 'same';
        if (isPart && run.every(isClear))
          return { page: page.reading.frame.number, words: run.flatMap((token) => token.words) };
      }
  return undefined;
}

/** Whether nothing but a part of a name stands where a second look read it: beside other words it may be of another name. */
function standsAlone({ words }: ReadRun, looks: readonly SecondLook[]): boolean {
  const own = looks.find((look) =>
    look.lines.some((line) => line.words.some((word) => words.includes(word))),
  );
  const others = own?.lines.flatMap((line) => line.words).filter((word) => !words.includes(word)) ?? [];
  return !others.some(
    ({ text, confidencePercent }) => confidencePercent >= sureConfidencePercent && /\p{L}{2}/u.test(text),
  );
}

/**
 * A name as second looks read it: in one of them, or family and given name in one each. One of the two may have been read before, where
 * each has a label of its own.
 */
function nameAgain(
  name: NameOnFile,
  looks: readonly SecondLook[],
  pages: readonly FormPage[],
): ReadRun | undefined {
  const whole = firstRun(looks, personNames(name));
  if (whole !== undefined) return whole;
  const parts = [name.family, name.given];
  const again = parts.map((part) => firstRun(looks, [part]));
  if (again.every((run) => run === undefined)) return undefined;
  const [family, given] = again.map((run, index) => run ?? readPart(parts[index] ?? '', pages));
  const isApart = again.every((run) => run === undefined || standsAlone(run, looks));
  if (again.includes(undefined) && !isApart) return undefined;
  return family === undefined || family.page !== given?.page
    ? undefined
    : { page: family.page, words: [...family.words, ...given.words] };
}

/** Whether a second look is at a place and nothing else: a whole line may hold the same name once more. */
function isLookAt(look: SecondLook, { page, box }: FieldSource): boolean {
  return look.page === page && isMiddleIn(box, look.box) && isMiddleIn(look.box, box);
}

/** Whether a reading is a part of a name on file, of which OCR lost the other words: `Mohamed AIT` of AIT BELLA Mohamed. */
function isPartOf({ value }: ReadField<string>, { family, given }: NameOnFile): boolean {
  const all = new Set(foldLatin(`${family} ${given}`).split(' '));
  return foldLatin(value)
    .split(' ')
    .every((word) => all.has(word));
}

/** The looks that say more about a name than the first reading: all where it has none or doubts it, those at its place where it has a part. */
function looksFor(
  { name, place }: NameWanted,
  first: ReadField<string> | undefined,
  looks: readonly SecondLook[],
): readonly SecondLook[] {
  if (first?.doubts.length !== 0)
    return place === undefined ? looks : looks.filter((look) => isLookAt(look, place));
  return isPartOf(first, name)
    ? looks.filter(({ page, box }) => page === first.source.page && isMiddleIn(first.source.box, box))
    : [];
}

/**
 * Names that the first reading did not have as the registry does, and second looks did. What the first reading was sure of stays, but
 * for a part of the same name: it may be another person's.
 */
export function hearNames(form: CareForm, given: FamilyOnForm, looks: readonly SecondLook[]): CareForm {
  return namesWanted(form, given).reduce((heard, wanted) => {
    const found = nameAgain(wanted.name, looksFor(wanted, heard[wanted.field], looks), given.pages);
    if (found === undefined) return heard;
    const name = fieldOf(found);
    const named = { ...heard, [wanted.field]: name };
    return wanted.field === 'insuredName' && isAlone(heard, given) ? ofInsured(named, name) : named;
  }, form);
}

/** Whether the form names nobody beside the insured, and ticks nothing. */
function isAlone({ patientName, patientBirthDate, beneficiaryLink }: CareForm, given: FamilyOnForm): boolean {
  const said = [patientName, patientBirthDate, beneficiaryLink];
  return said.every((field) => field === undefined) && namedRelative(given) === undefined;
}

/** Then the insured was cared for, as where the first reading has the name. */
const ofInsured = (form: CareForm, name: ReadField<string>): CareForm => ({
  ...form,
  beneficiaryLink: { ...name, value: 'insured' },
});

function fieldOf({ page, words }: ReadRun): ReadField<string> {
  const text = words.map((word) => word.text).join(' ');
  return foundInRegistry({
    value: text,
    text,
    confidencePercent: Math.min(...words.map((word) => word.confidencePercent)),
    source: { page, box: boxAround(words.map(({ box }) => box)) },
  });
}
