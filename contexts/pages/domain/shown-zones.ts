import { type Box, type CareForm, type FieldSource, formFieldNames, type ReadField, tells } from '#reading';

/** What is seen of a page whose reader may not know who it is about. Ratios 0..1 of the page as it was scanned. */
export interface ShownZones {
  readonly shown: readonly Box[];
  /** Black also where they lie in what is shown. */
  readonly hidden: readonly Box[];
}

/** Room around a field, in its own heights: boxes of the OCR end at the letters. */
const FIELD_ROOM = 0.6;
/** Room beside the rows of acts, in rows: headings above, a row that was not read below. */
const TABLE_ROOM_ROWS = 1.5;
/**
 * The band ends in the middle of the total, which is shown by itself: what comes next may be an account, and on a skewed sheet
 * it is as high up on one side as the total on the other.
 */
const TOTAL_ROOM_ROWS = -0.5;

const sourcesOn = (page: number, fields: readonly (ReadField<unknown> | undefined)[]): readonly Box[] =>
  fields.flatMap((field): readonly Box[] => (field?.source.page === page ? [field.source.box] : []));

/** Where the fields stand that tell of something. */
const placesOn = (page: number, form: CareForm, what: 'who' | 'care'): readonly Box[] =>
  sourcesOn(
    page,
    formFieldNames.filter((name) => tells[name] === what).map((name) => form[name]),
  );

/**
 * What a contractor may see of a page of a care form: the table of acts over the whole width, and the fields of the provider.
 * Everything else is black, also what was not read, so that a name that the OCR did not find is not shown either. Fields that
 * tell who it is about are black wherever they stand.
 * @returns undefined where nothing of the page can be shown: it is left out
 */
export function shownZones(form: CareForm, page: number): ShownZones | undefined {
  const table = tableZone(
    form.acts.map((act) => act.source).filter((source) => source.page === page),
    sourcesOn(page, [form.totalCentimes]),
  );
  const fields = placesOn(page, form, 'care');
  const shown = [...(table === undefined ? [] : [table]), ...fields.map(withRoom)];
  if (shown.length === 0) return undefined;
  return { shown: shown.map(withinPage), hidden: placesOn(page, form, 'who').map(withRoom).map(withinPage) };
}

/** The band of the table over the page: a file that was scanned on its side has its rows upright. */
function tableZone(acts: readonly FieldSource[], totals: readonly Box[]): Box | undefined {
  if (acts.length === 0) return undefined;
  const rows = acts.map(({ box }) => box);
  const isUpright = median(rows.map(({ width }) => width)) >= median(rows.map(({ height }) => height));
  const along = isUpright ? 'height' : 'width';
  const from = isUpright ? 'top' : 'left';
  const row = median(rows.map((box) => box[along]));
  const edges = (boxes: readonly Box[], roomRows: number) => ({
    start: Math.min(...boxes.map((box) => box[from])) - roomRows * row,
    end: Math.max(...boxes.map((box) => box[from] + box[along])) + roomRows * row,
  });
  const acted = edges(rows, TABLE_ROOM_ROWS);
  const total = totals.length === 0 ? undefined : edges(totals, TOTAL_ROOM_ROWS);
  const inner = edges(rows, 0);
  // On a sheet that was scanned upside down the total comes first.
  const start = total !== undefined && total.start < inner.start ? total.start : acted.start;
  const end = total !== undefined && total.end > inner.end ? total.end : acted.end;
  return isUpright
    ? { left: 0, width: 1, top: start, height: end - start }
    : { top: 0, height: 1, left: start, width: end - start };
}

function withRoom({ left, top, width, height }: Box): Box {
  const room = FIELD_ROOM * Math.min(width, height);
  return { left: left - room, top: top - room, width: width + 2 * room, height: height + 2 * room };
}

function withinPage({ left, top, width, height }: Box): Box {
  const start = { left: clamp(left), top: clamp(top) };
  return { ...start, width: clamp(left + width) - start.left, height: clamp(top + height) - start.top };
}

const clamp = (ratio: number): number => Math.min(1, Math.max(0, ratio));

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
