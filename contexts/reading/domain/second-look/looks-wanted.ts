import { boxAround, withRoomAlong } from '../boxes.ts';
import type { Box, CareForm, CareFormAct, FieldSource, ReadField } from '../care-form.ts';
import { lacksCoefficient } from '../acts/count-like.ts';
import type { LookWanted } from '../witnesses.ts';
import { fieldBoxesOf } from './row-boxes.ts';
import { slopeOf } from './row-slope.ts';

function isDoubtful(field: ReadField<unknown> | undefined): boolean {
  return field === undefined || field.doubts.length > 0;
}

function isProven({ evidence = [] }: ReadField<unknown>): boolean {
  return evidence.includes('REGISTRY') || evidence.includes('SUM');
}

/** Whether a line has something that would decide the claim and is not sure. */
function isLineDoubtful(act: CareFormAct): boolean {
  const { coefficientHundredths: coefficient, billedCentimes: amount, quantity } = act;
  return (
    isDoubtful(act.keyLetter) ||
    lacksCoefficient(act) ||
    isDoubtful(act.dateOfCare) ||
    (isDoubtful(amount) && !(amount !== undefined && isProven(amount))) ||
    (coefficient !== undefined && isDoubtful(coefficient)) ||
    (quantity !== undefined && isDoubtful(quantity))
  );
}

/** A place, and how its text falls. */
type SlopedPlace = FieldSource & Pick<LookWanted, 'slope'>;

/** The place of all that was read of a line, whichever way its row was found. */
function wholeLine(act: CareFormAct, turns: number): SlopedPlace {
  const { source } = act;
  const boxes = fieldBoxesOf(act);
  return { page: source.page, box: boxAround([source.box, ...boxes]), slope: slopeOf(boxes, turns) };
}

/** Room between letter and coefficient, as a ratio of the page's width, within which they stand in one cell or side by side. */
const widestCode = 0.25;

/** Where letter and coefficient of a line stand, as near as can be: a letter by itself is easily passed over in a long line. */
function codeOf({ keyLetter, coefficientHundredths: coefficient }: CareFormAct): readonly FieldSource[] {
  const places = [keyLetter, coefficient].flatMap((field) => (field === undefined ? [] : [field.source]));
  const [first, ...others] = places;
  if (first === undefined || others.some(({ page }) => page !== first.page)) return places;
  const box = boxAround(places.map((place) => place.box));
  return Math.max(box.width, box.height) > widestCode ? places : [{ page: first.page, box }];
}

/** Where a letter stands that was not read for sure, with room beside it: of `CS` the first one may be lost. */
function doubtfulCode(act: CareFormAct, isUpright: boolean): readonly FieldSource[] {
  if (act.keyLetter?.doubts.length === 0) return [];
  return codeOf({ ...act, coefficientHundredths: undefined }).map((place) => withRoom(place, isUpright));
}

/** A place with room for a character before and behind it: OCR passes over what touches the edge. */
function withRoom({ page, box }: FieldSource, isUpright: boolean): FieldSource {
  return { page, box: withRoomAlong(box, isUpright ? box.height : box.width, isUpright) };
}

/**
 * Where the letter of a line should stand, under those of the other lines: by itself it is read more easily. Once more with what is around
 * it, for one reading of a letter that the first did not have is not enough.
 */
function missingCode(
  act: CareFormAct,
  acts: readonly CareFormAct[],
  isUpright: boolean,
): readonly FieldSource[] {
  const { page, box: row } = act.source;
  const letters = acts.flatMap(({ keyLetter }) =>
    keyLetter?.source.page === page ? [keyLetter.source.box] : [],
  );
  if (act.keyLetter !== undefined) return [];
  if (letters.length === 0) return besideCoefficient(act, isUpright);
  const column = boxAround(letters);
  if (!isUpright)
    return [{ page, box: { left: row.left, width: row.width, top: column.top, height: column.height } }];
  // Where the row falls, it stands higher or lower at this column than in its middle.
  const slope = slopeOf(fieldBoxesOf(act), 0) ?? 0;
  const height = row.height - Math.abs(slope) * row.width;
  const fall = slope * (column.left + column.width / 2 - row.left - row.width / 2);
  const top = row.top + (row.height - height) / 2 + fall;
  const place = { left: column.left, width: column.width, top, height };
  return [
    { page, box: place },
    { page, box: withCoefficient(place, act) },
  ];
}

/** Room for the cell of a letter, as a ratio of the page's width. */
const letterCellWidth = 0.12;

/**
 * Where the letter of a line may stand where no line has one: on either side of its coefficient, with it, for OCR passes over a letter
 * that stands alone.
 */
function besideCoefficient(
  { coefficientHundredths: coefficient }: CareFormAct,
  isUpright: boolean,
): readonly FieldSource[] {
  return coefficient === undefined || !isUpright ? [] : bothSidesOf(coefficient.source);
}

/** Where the coefficient of a line may stand that was not read: on either side of its letter, with it. */
function lostCoefficient(act: CareFormAct, isUpright: boolean): readonly FieldSource[] {
  return act.keyLetter === undefined || !isUpright || !lacksCoefficient(act)
    ? []
    : bothSidesOf(act.keyLetter.source);
}

function bothSidesOf({ page, box }: FieldSource): readonly FieldSource[] {
  const room = box.height / 2;
  const row = {
    top: box.top - room,
    height: box.height + 2 * room,
    width: box.width + room + letterCellWidth,
  };
  return [
    { page, box: { ...row, left: box.left - room } },
    { page, box: { ...row, left: Math.max(0, box.left - letterCellWidth) } },
  ];
}

/** The place of a letter with its coefficient where that is near, else with some room. */
function withCoefficient(place: Box, { coefficientHundredths: coefficient }: CareFormAct): Box {
  const both = coefficient && boxAround([place, coefficient.source.box]);
  if (both !== undefined && both.width <= widestCode) return both;
  return { ...place, left: place.left - place.height, width: place.width + 2 * place.height };
}

/** Fields that stand in the way of a decision while they are in doubt, where the registry has not settled them. */
function doubtfulFields(form: CareForm): readonly FieldSource[] {
  const { registrationNumber, cin, inpe, patientName, patientBirthDate, totalCentimes } = form;
  return [registrationNumber, cin, inpe, patientName, patientBirthDate, totalCentimes].flatMap(
    (field: ReadField<unknown> | undefined) =>
      field !== undefined && isDoubtful(field) && !isProven(field) ? [field.source] : [],
  );
}

/** Numbers of rows that name another provider than the form, and that nothing bears out. */
function loneNumbers({ acts, inpe: ofForm }: CareForm): readonly FieldSource[] {
  return acts.flatMap(({ inpe }) =>
    inpe === undefined || inpe.value === ofForm?.value || isProven(inpe) ? [] : [inpe.source],
  );
}

/**
 * The places of a form that are worth reading once more: those that are in doubt and would decide the claim. None where a second
 * look would not help: the form names nobody whom the registry knows, or bills what has no price.
 * @param quarterTurnsOf how a page lies, 0 to 3
 * @param toConfirm lines (0-based) of which one sure reading is not enough to pay by
 * @param identities where names and CINs may stand that the form should bear and does not as it was read
 */
export function looksAt(
  form: CareForm,
  quarterTurnsOf: (page: number) => number,
  toConfirm: ReadonlySet<number>,
  identities: readonly FieldSource[] = [],
): readonly LookWanted[] {
  if ((form.otherAmounts ?? []).length > 0 || form.hasMedicineLabels === true) return [];
  const isKnown =
    form.registrationNumber !== undefined && (form.insuredName !== undefined || identities.length > 0);
  if (!isKnown) return [];
  // What a lost coefficient comes to nobody could say yet, and so not whether amounts that changed places would matter.
  const isOneLost = form.acts.some(lacksCoefficient);
  const lines = form.acts
    .filter((act, line) => isOneLost || isLineDoubtful(act) || toConfirm.has(line))
    .map((act) => wholeLine(act, quarterTurnsOf(act.source.page)));
  const codes = form.acts
    .filter((_, line) => toConfirm.has(line))
    .flatMap((act) => codeOf(act).map((place) => withRoom(place, quarterTurnsOf(place.page) % 2 === 0)));
  const doubtful = form.acts.flatMap((act) => doubtfulCode(act, quarterTurnsOf(act.source.page) % 2 === 0));
  const missing = form.acts.flatMap((act) =>
    missingCode(act, form.acts, quarterTurnsOf(act.source.page) % 2 === 0),
  );
  const lost = form.acts.flatMap((act) => lostCoefficient(act, quarterTurnsOf(act.source.page) % 2 === 0));
  const places: readonly SlopedPlace[] = [
    ...doubtfulFields(form),
    ...identities,
    ...loneNumbers(form),
    ...lines,
    ...codes,
    ...doubtful,
    ...missing,
    ...lost,
  ];
  return places.map((place) => ({ ...place, quarterTurns: (4 - quarterTurnsOf(place.page)) % 4 }));
}
