import type { Review, ReviewField } from '../../../contexts/review/api/review.ts';
import type { components } from '../api/schema.d.ts';
import { fieldKey, isDisputed } from './field-order.ts';
import type { FieldValue } from './values/field-value.ts';

export type FieldChange = components['schemas']['FieldChange'];
export type SaveCorrections = components['schemas']['SaveCorrections'];

/** What was done to a field and is not stored yet. */
export type Edit = { readonly how: 'corrected'; readonly value: FieldValue } | { readonly how: 'confirmed' };

/** Work on a claim since it was last stored: edits by key of the field. */
export type Draft = ReadonlyMap<string, Edit>;

/**
 * Takes a value for a field. The value that stands there already is a confirmation; in a field that is keyed blind nobody knows
 * what stands there, so whatever is keyed is a value.
 */
export function accept(draft: Draft, field: ReviewField, value: FieldValue): Draft {
  const isConfirmed = !field.isBlind && field.value === value;
  const next = new Map(draft);
  next.set(fieldKey(field), isConfirmed ? { how: 'confirmed' } : { how: 'corrected', value });
  return next;
}

/** Forgets what was not stored yet. */
export function putBack(draft: Draft, key: string): Draft {
  const next = new Map(draft);
  next.delete(key);
  return next;
}

/** What is left after a draft was stored: the edits made meanwhile. */
export function withoutStored(draft: Draft, stored: Draft): Draft {
  return new Map([...draft].filter(([key, edit]) => stored.get(key) !== edit));
}

/** What a field is now. */
export type FieldState = Pick<ReviewField, 'value' | 'status' | 'evidence'>;

/** The field with what was done to it since: then a person's word stands for its value, and nothing that spoke for the reading. */
export function edited(field: ReviewField, draft: Draft): FieldState {
  const edit = draft.get(fieldKey(field));
  if (edit === undefined) return { value: field.value, status: field.status, evidence: field.evidence };
  const value = edit.how === 'confirmed' ? field.value : edit.value;
  return { value, status: edit.how, evidence: value === null || field.isBlind ? [] : ['PERSON'] };
}

/**
 * Whether someone still has to look at a field before the claim can go on.
 * @param isStop whether the claim would not go on because of it as it stands
 */
export function isOpen(field: ReviewField, draft: Draft, isStop = false): boolean {
  if (draft.has(fieldKey(field))) return false;
  const { status } = field;
  if (isDisputed(field)) return true;
  if (status === 'confirmed' || status === 'corrected') return false;
  return (
    isStop || field.isBlind || status === 'doubtful' || (status === 'missing' && field.doubts.length > 0)
  );
}

function addressOf(field: ReviewField): Pick<FieldChange, 'field' | 'line'> {
  return { field: field.field, ...(field.line === undefined ? {} : { line: field.line }) };
}

/** What a supervisor settles a dispute with: the values chosen for the fields that two people keyed differently. */
export function toValues(review: Review, draft: Draft): readonly FieldChange[] {
  return review.fields
    .filter((field) => isDisputed(field) && draft.has(fieldKey(field)))
    .map((field) => ({ ...addressOf(field), value: edited(field, draft).value }));
}

/** The draft as the API takes it. */
export function toCorrections(review: Review, draft: Draft): SaveCorrections {
  const changes: FieldChange[] = [];
  const confirmed: SaveCorrections['confirmed'] = [];
  for (const field of review.fields) {
    const edit = draft.get(fieldKey(field));
    if (edit === undefined) continue;
    if (edit.how === 'confirmed') confirmed.push(addressOf(field));
    else changes.push({ ...addressOf(field), value: edit.value });
  }
  return { version: review.version, changes, confirmed, addLines: 0, removeLines: [] };
}
