import { type CareForm, chanceRightPercent, doubtsAboutCharacters, type ReadField } from '#reading';
import { rowsOn } from '#rules';
import type { ReviewField } from './review.ts';
import { alternativesFor } from './alternatives.ts';
import type { FieldPlace } from '../domain/claim-review.ts';
import { compareKeyings, keyedAt } from '../domain/double-keying.ts';
import { evidenceAt } from './evidence.ts';
import { placesOfFinding } from '../domain/finding-places.ts';
import {
  choicesOf,
  emptiedAt,
  fieldAt,
  isPlaced,
  kindOf,
  placesOf,
  samePlace,
} from '../domain/form-fields.ts';
import { medicineAt } from '../domain/medicine-fields.ts';
import { isOfLine, paidLinesOf } from '../domain/paid-lines.ts';
import type { ReviewMaterial } from '../domain/review-material.ts';

/** Every field of the form as a person sees it, those to look at first. */
export function viewFields(
  material: ReviewMaterial,
  toKey: readonly FieldPlace[],
  isBlind: boolean,
): ReviewField[] {
  const { form } = material.stored;
  const doubted = doubtsByPlace(material, form);
  const paid = paidLinesOf(material.claim, form);
  const fields = placesOf(form).map((place) => {
    const isKeyedTwice = toKey.some((other) => samePlace(other, place));
    return isKeyedTwice && isBlind
      ? blindField(material, place)
      : isOfLine(place, paid)
        ? paidField(openField(material, place, [], false))
        : openField(material, place, doubted.get(keyOf(place)) ?? [], isKeyedTwice);
  });
  return fields.toSorted((a, b) => urgency(a) - urgency(b));
}

/** Of a line that was paid nothing is asked any more. */
const paidField = (field: ReviewField): ReviewField => ({
  ...field,
  doubts: [],
  status: field.status === 'doubtful' ? 'read' : field.status,
  alternatives: [],
});

const keyOf = ({ field, line }: FieldPlace): string => `${field}#${line ?? ''}`;

/** Doubtful ones first, then what has to be keyed, then the rest in the order of the form. */
function urgency({ doubts, status, isBlind }: ReviewField): number {
  if (status === 'doubtful' || (status === 'missing' && doubts.length > 0)) return 0;
  return isBlind ? 1 : 2;
}

function doubtsByPlace({ review }: ReviewMaterial, form: CareForm): ReadonlyMap<string, readonly string[]> {
  const doubts = new Map<string, string[]>();
  for (const finding of review.findings) {
    if (finding.kind === 'signal') continue;
    for (const place of placesOfFinding(finding, form)) {
      const codes = doubts.get(keyOf(place)) ?? [];
      if (!codes.includes(finding.code)) codes.push(finding.code);
      doubts.set(keyOf(place), codes);
    }
  }
  return doubts;
}

function common({ stored }: ReviewMaterial, { field, line }: FieldPlace) {
  const read = fieldAt(stored.form, { field, line });
  const choices = choicesOf(field);
  // What was not found in a line is looked for in the line.
  const source = [
    read?.source,
    line === undefined ? undefined : (stored.form.acts[line] ?? medicineAt(stored.form, line))?.source,
  ].find((place) => place !== undefined && isPlaced(place));
  return {
    field,
    line,
    kind: kindOf(field),
    choices: choices && [...choices],
    source,
  };
}

function openField(
  material: ReviewMaterial,
  place: FieldPlace,
  reasons: readonly string[],
  isKeyedTwice: boolean,
): ReviewField {
  const read = fieldAt(material.stored.form, place);
  const chancePercent = read && chanceOf(read, material);
  const doubts =
    read !== undefined && isSettled(read, reasons, chancePercent, material) ? [] : doubtsOf(read, reasons);
  return {
    ...common(material, place),
    value: read?.value ?? null,
    readText: read?.text,
    printedName:
      place.field === 'medicineCode' ? medicineAt(material.stored.form, place.line)?.name?.value : undefined,
    confidencePercent: chancePercent === undefined ? read?.confidencePercent : Math.floor(chancePercent),
    doubts: [...doubts],
    evidence: evidenceAt(material.stored.form, place),
    status: statusOf(read, doubts, emptiedAt(material.stored.form, place)),
    isBlind: false,
    isKeyedTwice,
    ...(isKeyedTwice && isDisputed(material, place) ? { isDisputed: true } : {}),
    alternatives: alternativesFor(place, material),
  };
}

/** Of a dispute that is shown at all: to whoever settles it. */
function isDisputed({ review }: ReviewMaterial, place: FieldPlace): boolean {
  const { firstKeying, secondKeying } = review;
  return compareKeyings([place], firstKeying, secondKeying).disputed.length > 0;
}

function doubtsOf(read: ReadField<unknown> | undefined, reasons: readonly string[]): readonly string[] {
  return [...new Set([...(read?.doubts ?? []), ...reasons])];
}

/** How likely a value is right, in per cent; undefined where the engine that read it was never measured. */
function chanceOf(read: ReadField<unknown>, { stored, rules, today }: ReviewMaterial): number | undefined {
  const model = rowsOn(rules.data.readingChances, today).find(({ engine }) => engine === stored.ocrEngine);
  return model && chanceRightPercent(read, model);
}

/** Whether a person need not look at a value, although the OCR was unsure of its characters. */
function isSettled(
  { doubts }: ReadField<unknown>,
  reasons: readonly string[],
  chancePercent: number | undefined,
  { rules, today }: ReviewMaterial,
): boolean {
  return (
    reasons.length === 0 &&
    doubts.every((doubt) => doubtsAboutCharacters.has(doubt)) &&
    chancePercent !== undefined &&
    chancePercent >= rules.reviewSettingsOn(today).sureFromPercent
  );
}

function statusOf(
  read: ReadField<string | number> | undefined,
  doubts: readonly string[],
  emptiedBy: readonly string[] = [],
): ReviewField['status'] {
  if (read === undefined) return emptiedBy.length > 1 ? 'confirmed' : 'missing';
  // Somebody looked at it: what is still against it is a matter of the rules.
  if (read.attestedBy !== undefined) return read.isCorrected === true ? 'corrected' : 'confirmed';
  return doubts.length > 0 ? 'doubtful' : 'read';
}

/** Nothing of what was read, and of what was keyed only the reader's own. */
function blindField(material: ReviewMaterial, place: FieldPlace): ReviewField {
  const { review, reader } = material;
  const keyed = review.keying?.by === reader.userId ? keyedAt(review.keying, place) : undefined;
  return {
    ...common(material, place),
    value: keyed ?? null,
    doubts: [],
    evidence: [],
    status: keyed === undefined ? 'missing' : 'confirmed',
    isBlind: true,
    isKeyedTwice: true,
    alternatives: [],
  };
}
