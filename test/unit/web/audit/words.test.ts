import { expect, it } from 'vitest';
import { numberKinds } from '../../../../contexts/follow-up/domain/typed-number.ts';
import { claimMachine } from '../../../../contexts/claims/domain/states.ts';
import { paymentActions, paymentQueues } from '../../../../contexts/payments/api/payments.ts';
import { reviewChangeSchema } from '../../../../contexts/review/records/review-words.ts';
import { accessTable } from '../../../../contexts/shared/access/access.ts';
import { statesOf } from '../../../../contexts/shared/state-machine.ts';
import { accessDetails } from '../../../../contexts/staff/ports/audit.ts';
import arabic from '../../../../web/src/audit/ar.json' with { type: 'json' };
import { queryOf, type AuditForm } from '../../../../web/src/audit/audit-query.ts';
import french from '../../../../web/src/audit/fr.json' with { type: 'json' };

it.each([
  ['French', french],
  ['Arabic', arabic],
])('says in %s what each operation of the table of access is', (_language, words) => {
  expect(Object.keys(words.operations).toSorted()).toEqual(Object.keys(accessTable).toSorted());
});

it.each([
  ['French', french],
  ['Arabic', arabic],
])('says in %s what each detail of a record is, and each code in it', (_language, words) => {
  expect(Object.keys(words.detailNames).toSorted()).toEqual([...accessDetails].toSorted());
  expect(Object.keys(words.values.by)).toEqual(expect.arrayContaining([...numberKinds, 'day', 'unknown']));
  expect(Object.keys(words.values.state).toSorted()).toEqual([...statesOf(claimMachine)].toSorted());
  expect(Object.keys(words.values.queue).toSorted()).toEqual([...paymentQueues].toSorted());
  expect(Object.keys(words.values.action).toSorted()).toEqual([...paymentActions].toSorted());
  const changes = reviewChangeSchema.shape.what.options.filter((what) => what !== 'taken');
  expect(Object.keys(words.values.change).toSorted()).toEqual(changes.toSorted());
});

const form: AuditForm = {
  by: 'subject',
  registrationNumber: '',
  kind: 'claim',
  id: '',
  actor: '',
  month: '2026-11',
};

it('takes numbers as people write them', () => {
  expect(queryOf({ ...form, by: 'person', registrationNumber: ' ١٠٠ 000-001' })).toEqual({
    by: 'person',
    registrationNumber: '100000001',
  });
  expect(queryOf({ ...form, id: '7q2m-k8d1-0abc-defg-2' })).toEqual({
    by: 'subject',
    subject: 'claim:7Q2MK8D10ABCDEFG-2',
  });
  expect(queryOf({ ...form, by: 'person', registrationNumber: '12' })).toBeUndefined();
});

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
