import type { components } from '../api/schema.d.ts';

export type AccessQuery = components['schemas']['AccessQuery'];

export const subjectKinds = ['claim', 'person', 'file', 'search'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export interface AuditForm {
  readonly by: 'subject' | 'actor';
  readonly kind: SubjectKind;
  readonly id: string;
  readonly actor: string;
  /** `YYYY-MM`. */
  readonly month: string;
}

/** The question as the API takes it; undefined while something is missing of it. */
export function queryOf({ by, kind, id, actor, month }: AuditForm): AccessQuery | undefined {
  if (by === 'actor') {
    const isMonth = /^\d{4}-(0[1-9]|1[0-2])$/.test(month);
    return actor.trim() === '' || !isMonth ? undefined : { by, actor: actor.trim(), month };
  }
  if (kind === 'search') return { by, subject: kind };
  return /^[A-Za-z0-9-]{1,64}$/.test(id.trim()) ? { by, subject: `${kind}:${id.trim()}` } : undefined;
}
