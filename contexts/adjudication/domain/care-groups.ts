import type { CareForm } from '#reading';
import type { PersonFile } from '#registry';
import type { RuleBook } from '#rules';
import { daysBetween, isIsoDate, normaliseRegistrationNumber } from '#shared';
import { sessionGroupsOf } from './approved-sessions.ts';
import { fingerprintGroupsOf, MOST_CARE_GROUPS } from './act-fingerprint.ts';
import { MOST_FAMILY_DAYS, MOST_PACK_DAYS } from './medicines/check-repeated.ts';
import { daysOfSale } from './medicines/sale.ts';
import { dayAfter } from './near-days.ts';
import {
  boxesPersonsOf,
  childNameGroupsOf,
  medicinePersonGroupsOf,
  personGroupsOf,
} from './person-traces.ts';
import { MOST_DAYS, stayGroupsOf } from './stay-days.ts';
import { type Around, aroundDay, familyGroups, type Periods, personBoxesGroups } from './taken-care.ts';

/**
 * Where other claims for the same care would be: what is looked up before a form is adjudicated.
 *
 * - `held`: groups that other claims may be writing into at this moment. They are as they were seen when the decision is recorded, or
 *   it is made anew.
 * - `older`: groups that nobody writes into any more, of months before and of claims that were paid when an act had a group of its
 *   day, and boxes one of their code. They are read, which costs a fraction of holding them still.
 */
export type CareGroups = Periods;

/** First and last day on which the care of a form, or what may be the same, was given; undefined where it has no day. */
function daysOf(form: CareForm): { readonly first: string; readonly last: string } | undefined {
  const { acts } = form;
  const spans = [
    ...acts.map(({ dateOfCare, quantity }) => ({
      day: dateOfCare?.value ?? '',
      before: 1,
      // Days of a stay are billed under its first.
      after: Math.min(quantity?.value ?? 1, MOST_DAYS) - 1,
    })),
    ...daysOfSale(form).map((day) => ({ day, before: MOST_FAMILY_DAYS, after: 0 })),
  ].filter(({ day }) => isIsoDate(day));
  const first = spans.map(({ day, before }) => dayAfter(day, -before)).toSorted()[0];
  const last = spans
    .map(({ day, after }) => dayAfter(day, after))
    .toSorted()
    .at(-1);
  return first === undefined || last === undefined ? undefined : { first, last };
}

function familyGroupsOf(form: CareForm, around: Around): Periods {
  const number = normaliseRegistrationNumber(form.registrationNumber?.value ?? '');
  const days = daysOf(form);
  return number === undefined || days === undefined
    ? { held: [], older: [] }
    : familyGroups(number, { ...days, around });
}

function boxesGroupsOf(form: CareForm, person: PersonFile | undefined, around: Around): readonly Periods[] {
  const sold = daysOfSale(form)
    .filter((day) => isIsoDate(day))
    .toSorted();
  const [first] = sold;
  const last = sold.at(-1);
  if (first === undefined || last === undefined) return [];
  const days = { first: dayAfter(first, -MOST_PACK_DAYS), last, around };
  return boxesPersonsOf(form, person).map((one) => personBoxesGroups(one, days));
}

const unique = (groups: readonly string[]): readonly string[] => [...new Set(groups)];

/** @param around days of decisions at the same moment: which groups are still written into depends on them */
export function careGroupsOf(
  form: CareForm,
  person: PersonFile | undefined,
  around: Around,
  rules: RuleBook,
): CareGroups {
  const periods = [familyGroupsOf(form, around), ...boxesGroupsOf(form, person, around)];
  const held = unique([
    ...periods.flatMap((one) => one.held),
    ...personGroupsOf(form, person),
    ...childNameGroupsOf(form, person),
    ...sessionGroupsOf(form, person, rules),
  ]);
  const older = [
    ...periods.flatMap((one) => one.older),
    ...fingerprintGroupsOf(form),
    ...medicinePersonGroupsOf(form, person),
    ...stayGroupsOf(form, person),
  ];
  return { held, older: unique(older) };
}

/** Groups that are looked at together: about thirty days apart from each other; a form has ten acts. */
const MOST_GROUPS = 110;

/** Upper bounds: an act has three days, two months of the person and of the name, its family's month, and the form's own provider. */
const MOST_GROUPS_OF_ACT = 9;
const MOST_GROUPS_OF_MEDICINE = 3;
/** Of the family and the person, where the claim is filed within a year. */
const MOST_GROUPS_BESIDE = 30;
const DAYS_OF_YEAR = 366;

/**
 * How many groups there are to look at, where they are more than one decision can look at or hold still; none is made where they
 * cannot be.
 */
export function tooManyCareGroups(
  form: CareForm,
  person: PersonFile | undefined,
  decidedOn: string,
  rules: RuleBook,
): number | undefined {
  const { acts, dispensing } = form;
  const most =
    acts.length * MOST_GROUPS_OF_ACT +
    (dispensing?.medicines.length ?? 0) * MOST_GROUPS_OF_MEDICINE +
    MOST_GROUPS_BESIDE;
  const days = [...acts.flatMap(({ dateOfCare }) => dateOfCare?.value ?? []), ...daysOfSale(form)];
  const isLate = days.some((day) => daysBetween(day, decidedOn) > DAYS_OF_YEAR);
  const hasApprovals = (person?.priorApprovals.length ?? 0) > 0;
  if (most <= MOST_GROUPS && !isLate && !hasApprovals) return undefined;
  const { held, older } = careGroupsOf(form, person, aroundDay(decidedOn), rules);
  const groups = held.length + older.length;
  return groups > MOST_GROUPS || held.length > MOST_CARE_GROUPS ? groups : undefined;
}
