import { formParts, reviewFields } from '../../../contexts/review/domain/review-names.ts';
import { namesOf } from '../../../contexts/shared/names-of.ts';
import type { ReviewField } from '../../../contexts/review/api/review.ts';

export type FormPart = (typeof formParts)[number];

const namesInOrder = namesOf(reviewFields);

/** What is of one line is of the acts, also where the form as a whole has a field of that name. */
const partOf = ({ field, line }: Pick<ReviewField, 'field' | 'line'>): FormPart =>
  line === undefined ? reviewFields[field].part : 'acts';

/** What tells a field of a claim from the others: its name, and the line of its act. */
export function fieldKey(field: { readonly field: string; readonly line?: number | undefined }): string {
  return field.line === undefined ? field.field : `${field.field}@${field.line}`;
}

export interface FieldSection {
  readonly kind: 'to-check' | FormPart;
  /** Line of the act, where the section is one. */
  readonly line?: number;
  /** Keys of fields in the order they are processed. */
  readonly keys: readonly string[];
}

/** Two people keyed different values, and a supervisor sees which. */
export function isDisputed(field: Pick<ReviewField, 'isDisputed'>): boolean {
  return field.isDisputed === true;
}

/** A field that is missing is a doubt only where something was said about it; the rest of the form may well be empty. */
function isFirst(field: ReviewField): boolean {
  return (
    field.status === 'doubtful' ||
    field.isBlind ||
    isDisputed(field) ||
    (field.status === 'missing' && field.doubts.length > 0)
  );
}

function byPlace(left: ReviewField, right: ReviewField): number {
  const place = ({ field }: ReviewField): number => namesInOrder.indexOf(field);
  const line = ({ line }: ReviewField): number => line ?? -1;
  const part = (field: ReviewField): number => formParts.indexOf(partOf(field));
  return part(left) - part(right) || line(left) - line(right) || place(left) - place(right);
}

/**
 * Fields in the order a person works through them: first what is doubtful, missing with a reason, or keyed blind, then the rest
 * part by part, each act as a line of its own.
 */
export function orderFields(fields: readonly ReviewField[]): readonly FieldSection[] {
  const inPlace = fields.toSorted(byPlace);
  const first = inPlace.filter(isFirst).map(fieldKey);
  const sections: FieldSection[] = first.length === 0 ? [] : [{ kind: 'to-check', keys: first }];
  for (const part of formParts) {
    const ofPart = inPlace.filter((field) => !isFirst(field) && partOf(field) === part);
    if (part !== 'acts') {
      if (ofPart.length > 0) sections.push({ kind: part, keys: ofPart.map(fieldKey) });
      continue;
    }
    const lines = new Set(inPlace.flatMap(({ line }) => (line === undefined ? [] : [line])));
    for (const line of lines) {
      const keys = ofPart.filter((field) => field.line === line).map(fieldKey);
      sections.push({ kind: 'acts', line, keys });
    }
  }
  return sections;
}

/**
 * Keeps the order a person has got used to: what was confirmed stays where it was, and only lines that came or went change it.
 */
export function keepOrder(
  before: readonly FieldSection[] | undefined,
  fields: readonly ReviewField[],
): readonly FieldSection[] {
  const now = orderFields(fields);
  if (before === undefined) return now;
  const keysOf = (sections: readonly FieldSection[]): string =>
    sections
      .flatMap(({ keys }) => keys)
      .toSorted()
      .join(' ');
  return keysOf(before) === keysOf(now) ? before : now;
}

/** The field after (or before) one, all sections in a row; the same one where there is no other. */
export function neighbour(sections: readonly FieldSection[], key: string, step: 1 | -1): string {
  const keys = sections.flatMap((section) => section.keys);
  return keys[keys.indexOf(key) + step] ?? key;
}

/** The next field that still has to be looked at, from the one given onwards and round again; undefined when all is done. */
export function nextToCheck(
  sections: readonly FieldSection[],
  key: string,
  isOpen: (key: string) => boolean,
): string | undefined {
  const keys = sections.flatMap((section) => section.keys);
  const from = keys.indexOf(key) + 1;
  return [...keys.slice(from), ...keys.slice(0, from)].find((candidate) => isOpen(candidate));
}
