import { expect, it } from 'vitest';
import { accessTable } from '../../../../contexts/shared/access/access.ts';
import arabic from '../../../../web/src/audit/ar.json' with { type: 'json' };
import { queryOf, type AuditForm } from '../../../../web/src/audit/audit-query.ts';
import french from '../../../../web/src/audit/fr.json' with { type: 'json' };

it.each([
  ['French', french],
  ['Arabic', arabic],
])('says in %s what each operation of the table of access is', (_language, words) => {
  expect(Object.keys(words.operations).toSorted()).toEqual(Object.keys(accessTable).toSorted());
});

const form: AuditForm = { by: 'subject', kind: 'claim', id: '', actor: '', month: '2026-11' };

it('asks for a file by what it is and its number, and for a person of the staff by month', () => {
  expect(queryOf({ ...form, id: ' ABC-1 ' })).toEqual({ by: 'subject', subject: 'claim:ABC-1' });
  expect(queryOf({ ...form, kind: 'search' })).toEqual({ by: 'subject', subject: 'search' });
  expect(queryOf({ ...form, by: 'actor', actor: 'reviewer-1' })).toEqual({
    by: 'actor',
    actor: 'reviewer-1',
    month: '2026-11',
  });
});

it('asks nothing while something is missing', () => {
  expect(queryOf(form)).toBeUndefined();
  expect(queryOf({ ...form, id: 'a b' })).toBeUndefined();
  expect(queryOf({ ...form, by: 'actor', actor: 'reviewer-1', month: '2026-13' })).toBeUndefined();
});
