import type { Finding } from '#claims';
import type { CareForm, PageRole } from '#reading';
import type { RuleBook } from '#rules';
import { isIsoDate } from '#shared';
import type { AdjudicationInput } from '../adjudication-input.ts';
import { isAttested } from '../attestations.ts';
import type { Certainty } from '../certainty.ts';
import { checkActive } from '../check-provider.ts';
import { emptiedByPeople } from '../form-places.ts';
import type { ReadAct } from '../read-act.ts';
import { isOfProfession, type ProfessionAnswer } from '../tariffs/act-code.ts';

const missing = (details?: Finding['details']): Finding => ({
  kind: 'missing',
  code: 'PRESCRIPTION_MISSING',
  ...(details === undefined ? {} : { details }),
});
const unread = (cause?: string): Finding => ({
  kind: 'doubt',
  code: 'FIELD_UNREADABLE',
  field: 'prescribedOn',
  ...(cause === undefined ? {} : { details: { cause } }),
});

/**
 * Whether somebody prescribed what was sold on a day (ISO): a prescription of the file, not dated later; or an act of the form, on
 * that day or before, of somebody who may prescribe. Source: form 610-1-02 asks for the prescription with the labels of the boxes;
 * that the form of the very consultation is one is our reading of it (docs/rules.md).
 *
 * What is not there is asked for. Where a prescription is there without a day that is sure, a paper that may be one, or a visit to
 * whom nobody knows, a person looks first: they key its day, or say that there is none.
 */
function checkPrescription(
  input: AdjudicationInput,
  acts: readonly ReadAct[],
  day: string,
  certainty: Certainty,
): readonly Finding[] {
  const prescribers = prescribersBefore(acts, day, input);
  if (prescribers.includes('yes')) return [];
  const { form } = input;
  const prescribedOn = surePrescription(form, certainty);
  if (prescribedOn !== undefined)
    return prescribedOn <= day ? [] : [missing({ prescribedOn, dispensedOn: day })];
  if (emptiedByPeople(form, 'prescribedOn').length > 0) return [missing()];
  const pages = pagesBehind(form, input.pageRoles);
  if (form.dispensing?.prescribedOn !== undefined || pages.includes('prescription')) return [unread()];
  if (pages.includes('other')) return [unread('PAGE_NOT_TOLD')];
  return [prescribers.length > 0 ? unread('PRESCRIBER_UNKNOWN') : missing()];
}

/**
 * The same of each day on which boxes were sold. What is wanted for one of them is wanted once, and keeps all boxes waiting: which of
 * them were prescribed is for whoever looks.
 * @param days ISO dates, each once, ascending
 */
export function checkPrescriptions(
  input: AdjudicationInput,
  acts: readonly ReadAct[],
  days: readonly string[],
  certainty: Certainty,
): readonly Finding[] {
  const found = days.map((day) => checkPrescription(input, acts, day, certainty));
  return found.find((findings) => findings.length > 0) ?? [];
}

/** The day of the prescription (ISO), where it may be believed. */
export function surePrescription({ dispensing }: CareForm, certainty: Certainty): string | undefined {
  const day = dispensing?.prescribedOn;
  if (day === undefined || !isIsoDate(day.value)) return undefined;
  return isAttested(day) || certainty.isCertain(day) ? day.value : undefined;
}

/** Whether a provider of a specialty may prescribe on a day (ISO), as far as the rules tell. */
export const mayPrescribe = (specialty: string, day: string, rules: RuleBook): ProfessionAnswer['answer'] =>
  isOfProfession(specialty, rules.medicineProfessionsOn('prescribe', day), day, rules).answer;

/** Of the acts until a day, whether their providers may prescribe; those who may not are left out. */
function prescribersBefore(
  acts: readonly ReadAct[],
  day: string,
  { rules }: AdjudicationInput,
): readonly ('yes' | 'unknown')[] {
  return acts
    .filter(({ read }) => read.dateOfCare !== undefined && read.dateOfCare <= day)
    .flatMap(({ read: { dateOfCare = day }, provider: checked }) => {
      const { provider, findings } = checked;
      const isDoubted =
        findings.some(({ kind }) => kind !== 'signal') ||
        checkActive(checked, dateOfCare, 'inpe') !== undefined;
      if (provider === undefined || isDoubted) return ['unknown' as const];
      const answer = mayPrescribe(provider.specialty, day, rules);
      return answer === 'no' ? [] : [answer === 'yes' ? 'yes' : 'unknown'];
    });
}

/** What the pages are that came with this form: those behind it, up to the next form, and before it where it is the first. */
function pagesBehind({ pages }: CareForm, roles: readonly PageRole[]): readonly PageRole[] {
  const isForm = (index: number): boolean => roles[index] === 'care-form';
  const own = new Set(pages.map((page) => page - 1));
  const formOf = (index: number): number | undefined => {
    const before = roles.findLastIndex((_, at) => at < index && isForm(at));
    const after = roles.findIndex((_, at) => at > index && isForm(at));
    return before === -1 ? (after === -1 ? undefined : after) : before;
  };
  return roles.filter((role, index) => {
    if (role === 'care-form') return false;
    const form = formOf(index);
    return own.has(index) || form === undefined || own.has(form);
  });
}
