import { asciiDigits } from '../../../contexts/shared/identifiers/digits.ts';
import { normaliseRegistrationNumber } from '../../../contexts/shared/identifiers/numbers.ts';
import { parseClaimId, parseReceipt } from '../../../contexts/shared/identifiers/receipt-number.ts';
import type { components } from '../api/schema.d.ts';

export type AccessQuery = components['schemas']['AccessQuery'];

export const subjectKinds = ['claim', 'file', 'search'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export interface AuditForm {
  readonly by: 'person' | 'subject' | 'actor';
  readonly registrationNumber: string;
  readonly kind: SubjectKind;
  readonly id: string;
  readonly actor: string;
  /** `YYYY-MM`. */
  readonly month: string;
}

/** The question as the API takes it; undefined while something is missing of it. Numbers may be typed as people write them. */
export function queryOf(form: AuditForm): AccessQuery | undefined {
  const { by, kind, month } = form;
  if (by === 'person') {
    const registrationNumber = normaliseRegistrationNumber(asciiDigits(form.registrationNumber));
    return registrationNumber === undefined ? undefined : { by, registrationNumber };
  }
  if (by === 'actor') {
    const actor = form.actor.trim();
    const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(month);
    return actor === '' || !isMonth ? undefined : { by, actor, month };
  }
  if (kind === 'search') return { by, subject: kind };
  const id = (kind === 'claim' ? parseClaimId(form.id) : parseReceipt(form.id)) ?? form.id.trim();
  return /^[A-Za-z0-9-]{1,64}$/.test(id) ? { by, subject: `${kind}:${id}` } : undefined;
}
