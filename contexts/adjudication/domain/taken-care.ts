import type { BeneficiaryRef } from '#claims';
import { addMonths, type Centimes, dayInMorocco, daysBetween, monthOf, normaliseKeyLetter } from '#shared';
import { canonicalHash } from './canonical-hash.ts';
import { dayAfter } from './near-days.ts';

/**
 * What claims were paid for, as groups keep it: an entry an act, and one for the boxes of a line. Entries can be read, so that days
 * and numbers of boxes are compared, and not guessed. Whose they are is the hash of a number, and the claim is part of an entry: it
 * stands in nobody's way by itself.
 */

/** An act that was paid to a family, at whichever provider. */
export interface TakenAct {
  /** See `familyMark`. */
  readonly family: string;
  /** `insured`, or the id of a dependant. */
  readonly who: string;
  readonly inpe: string;
  /** Of the form, where the row names another provider: the same paper may come again without the number of its row. */
  readonly formInpe: string | undefined;
  /** ISO date. */
  readonly day: string;
  readonly keyLetter: string;
  readonly billedCentimes: Centimes;
}

/** Boxes of one medicine that somebody got on one day. */
export interface TakenBoxes {
  /** Marks a family or a person: see `familyMark`, `personMark`. */
  readonly of: string;
  /** `insured`, or the id of a dependant; undefined in what is kept of a person, whoever declared them. */
  readonly who: string | undefined;
  /** EAN-13. */
  readonly code: string;
  /** ISO date. */
  readonly day: string;
  readonly boxes: number;
}

/** Care of a child at a provider, whoever declared the child, and born whenever. */
export interface NamedCare {
  /** See `childNameMark`. */
  readonly of: string;
  /** INPE. */
  readonly at: string;
  /** ISO date. */
  readonly day: string;
}

type Owned<T> = T & { readonly claimId: string };

/** All that other claims of the groups that were looked up were paid for, as far as it can be read. */
export interface TakenCare {
  readonly acts: readonly Owned<TakenAct>[];
  /** Boxes of one medicine, by its code. */
  readonly boxes: ReadonlyMap<string, readonly Owned<TakenBoxes>[]>;
  readonly named: readonly Owned<NamedCare>[];
}

const SEPARATOR = '|';
const MARK_LENGTH = 10;

const markOf = (...values: Parameters<typeof canonicalHash>[0]): string =>
  canonicalHash(values).slice(0, MARK_LENGTH);

export const familyMark = (registrationNumber: string): string => markOf('family-1', registrationNumber);

/** @param nameKey what a name sounds like, however it is written */
export const personMark = (birthDate: string, nameKey: string): string =>
  markOf('person-1', birthDate, nameKey);

export const childNameMark = (nameKey: string): string => markOf('child-name-1', nameKey);

export const whoOf = (beneficiary: BeneficiaryRef): string =>
  beneficiary.kind === 'insured' ? 'insured' : beneficiary.dependantId;

/** Tells the entries of claims apart, in fewer characters than their ids. */
export const claimMark = (claimId: string): string => markOf(claimId);

/** @param claim see `claimMark` */
export function actEntry(act: TakenAct, claim: string): string {
  return [
    'act',
    act.family,
    act.inpe,
    act.formInpe ?? '',
    act.day,
    normaliseKeyLetter(act.keyLetter),
    act.billedCentimes,
    claim,
    // Behind all others: it may hold any character.
    act.who,
  ].join(SEPARATOR);
}

/**
 * @param claim see `claimMark`
 * @param line two lines of a form may have the same boxes
 */
export function boxesEntry(taken: TakenBoxes, claim: string, line: number): string {
  const { of, who, code, day, boxes } = taken;
  const whose = who === undefined ? [] : [who];
  return ['box', of, code, day, boxes, `${claim}-${line}`, ...whose].join(SEPARATOR);
}

export const namedEntry = ({ of, at, day }: NamedCare, claim: string): string =>
  ['name', of, at, day, claim].join(SEPARATOR);

function readNamed([, of = '', at = '', day = '']: readonly string[]): NamedCare {
  return { of, at, day };
}

function readAct(parts: readonly string[]): TakenAct {
  const [, family = '', inpe = '', formInpe, day = '', keyLetter = '', billed, , ...who] = parts;
  return {
    family,
    inpe,
    formInpe: formInpe === '' ? undefined : formInpe,
    day,
    keyLetter,
    billedCentimes: Number(billed),
    who: who.join(SEPARATOR),
  };
}

function readBoxes(parts: readonly string[]): TakenBoxes {
  const [, of = '', code = '', day = '', boxes, , ...who] = parts;
  return {
    of,
    code,
    day,
    boxes: Number(boxes),
    who: who.length === 0 ? undefined : who.join(SEPARATOR),
  };
}

/** Reads the entries among all that was taken in the groups that were looked up. */
export function takenCareOf(knownFingerprints: ReadonlyMap<string, string>): TakenCare {
  const acts: Owned<TakenAct>[] = [];
  const boxes = new Map<string, Owned<TakenBoxes>[]>();
  const named: Owned<NamedCare>[] = [];
  for (const [entry, claimId] of knownFingerprints) {
    // Whatever else was taken is a hash.
    if (!entry.includes(SEPARATOR)) continue;
    const parts = entry.split(SEPARATOR);
    if (parts[0] === 'act') acts.push({ ...readAct(parts), claimId });
    if (parts[0] === 'name') named.push({ ...readNamed(parts), claimId });
    if (parts[0] !== 'box') continue;
    const read = { ...readBoxes(parts), claimId };
    const ofCode = boxes.get(read.code);
    if (ofCode === undefined) boxes.set(read.code, [read]);
    else ofCode.push(read);
  }
  return { acts, boxes, named };
}

export const isWithinDays = (one: string, other: string, days: number): boolean =>
  one === other || Math.abs(daysBetween(one, other)) <= days;

export const isSameAct = (one: TakenAct, other: TakenAct): boolean =>
  one.family === other.family &&
  one.who === other.who &&
  one.day === other.day &&
  one.billedCentimes === other.billedCentimes &&
  normaliseKeyLetter(one.keyLetter) === normaliseKeyLetter(other.keyLetter);

/** How many months one group holds: what is looked back on for long is in fewer groups. */
type Months = 1 | 3;

const MONTHS_OF_FAMILY = 1;
const MONTHS_OF_PERSON = 3;

const firstMonthOf = (day: string, months: Months): string => {
  const index = Number(day.slice('YYYY-'.length, 'YYYY-MM'.length)) - 1;
  const month = (index - (index % months) + 1).toString().padStart(2, '0');
  return `${day.slice(0, 'YYYY'.length)}-${month}`;
};

/** Groups of one family, or of one person: those that change as long as claims are decided, and those that do not any more. */
export interface Periods {
  readonly held: readonly string[];
  readonly older: readonly string[];
}

/** More than anybody looks at: a form of so many years is no form. */
const MOST_PERIODS = 120;

/** The days on which other claims may be decided while this one is. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/** Where only the day of the decision is known (ISO), the days beside it. */
export const aroundDay = (decidedOn: string): Around => ({
  before: dayAfter(decidedOn, -1),
  after: dayAfter(decidedOn, 1),
});

/** Longer than any decision takes, from its first look at other claims to its record, and than clocks differ. */
const MINUTES_AROUND = 60;

/** Where the moment is known, the day by itself but for the hours around midnight. */
export function aroundInstant(now: Date): Around {
  const minutes = (count: number): string => dayInMorocco(new Date(now.getTime() + count * 60_000));
  return { before: minutes(-MINUTES_AROUND), after: minutes(MINUTES_AROUND) };
}

/**
 * Care is kept in the group of the month in which it was decided, not in which it was given: two claims that are decided at the
 * same moment write into one group, however far apart their days are, and none of the groups before has to be held still. Around
 * the midnight between two periods the one beside it is, for another claim may be decided on its other side.
 * @param days first and last day of care; later than the decision only where somebody let that be
 */
function periodsOf({ first, last, around }: Days, months: Months): Periods {
  const at = (day: string): string => firstMonthOf(day, months);
  const [before, after] = [at(around.before), at(around.after)];
  const end = [after, at(last)].toSorted().at(-1) ?? after;
  const start = [before, at(first)].toSorted()[0] ?? before;
  const periods: string[] = [];
  for (
    let period = end;
    period >= start && periods.length < MOST_PERIODS;
    period = monthsBefore(period, months)
  )
    periods.push(period);
  return {
    held: periods.filter((period) => period >= before),
    older: periods.filter((period) => period < before),
  };
}

const monthsBefore = (month: string, months: Months): string => monthOf(addMonths(`${month}-01`, -months));

/** The period of care that is paid now; its own where somebody let a later day be. */
const periodTaken = (day: string, decidedOn: string, months: Months): string =>
  firstMonthOf(day > decidedOn ? day : decidedOn, months);

const familyKey = (registrationNumber: string, period: string): string =>
  canonicalHash(['family-group-1', registrationNumber, period]);

const personKey = (person: string, period: string): string =>
  canonicalHash(['person-boxes-1', person, period]);

interface Days {
  readonly first: string;
  readonly last: string;
  readonly around: Around;
}

const keysOf = ({ held, older }: Periods, keyOf: (period: string) => string): Periods => ({
  held: held.map(keyOf),
  older: older.map(keyOf),
});

/** Where all that a family is paid for is kept: acts, days of stays, boxes. */
export const familyGroup = (registrationNumber: string, day: string, decidedOn: string): string =>
  familyKey(registrationNumber, periodTaken(day, decidedOn, MONTHS_OF_FAMILY));

/** Where care of these days may have been kept. */
export const familyGroups = (registrationNumber: string, days: Days): Periods =>
  keysOf(periodsOf(days, MONTHS_OF_FAMILY), (period) => familyKey(registrationNumber, period));

/** Where the boxes of a person are kept, whoever declared them. */
export const personBoxesGroup = (person: string, day: string, decidedOn: string): string =>
  personKey(person, periodTaken(day, decidedOn, MONTHS_OF_PERSON));

export const personBoxesGroups = (person: string, days: Days): Periods =>
  keysOf(periodsOf(days, MONTHS_OF_PERSON), (period) => personKey(person, period));
