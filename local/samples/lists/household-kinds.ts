import type { OutcomeCode } from '../../../contexts/registration/records/list-lines.ts';

export type MemberRole = 'head' | 'spouse' | 'child' | 'other';

/** A member of a household in a list: what is the matter with the line, and what must come of it. */
export interface MemberPlan {
  readonly role: MemberRole;
  readonly trouble?: MemberTrouble | undefined;
  readonly codes: readonly [OutcomeCode, ...OutcomeCode[]];
}

export type MemberTrouble =
  | 'withoutPhone'
  | 'withoutCin'
  | 'cinInvalid'
  | 'cardExpired'
  | 'employee'
  | 'cnops'
  | 'overAge'
  | 'deceased'
  /** The CIN and identity of the head of the household before. */
  | 'sameHead'
  /** That head again, in another spelling and without CIN. */
  | 'likelySameHead'
  /** The CIN of that head with another identity. */
  | 'conflictWithHead'
  | 'birthDateMissing'
  | 'roleUnknown'
  | 'householdMissing'
  | 'cardDateInvalid';

const head = (code: OutcomeCode = 'REGISTERED', trouble?: MemberTrouble): MemberPlan => ({
  role: 'head',
  trouble,
  codes: [code],
});
const member = (
  role: MemberRole,
  code: OutcomeCode = 'DEPENDANT_REGISTERED',
  trouble?: MemberTrouble,
): MemberPlan => ({ role, trouble, codes: [code] });
const times = (count: number, ...plan: readonly MemberPlan[]): readonly (readonly MemberPlan[])[] =>
  Array.from({ length: count }, () => plan);

const family = [head(), member('spouse'), member('child'), member('child')];
const follows = (role: MemberRole): MemberPlan => member(role, 'HEAD_NOT_REGISTERED');

/**
 * Forty households, in the order they stand in a list; over and over. Each is of a kind that RAMED had, most of them families
 * in order.
 */
export const HOUSEHOLDS_OF_A_CYCLE: readonly (readonly MemberPlan[])[] = [
  ...times(6, ...family),
  ...times(3, head()),
  // These two go back to the household before them.
  [head('DUPLICATE', 'sameHead')],
  ...times(1, head()),
  [{ role: 'head', trouble: 'likelySameHead', codes: ['DUPLICATE', 'POSSIBLE_DUPLICATE'] }],
  ...times(4, head(), member('spouse')),
  [head('IDENTITY_MISMATCH'), follows('child')],
  [head('IDENTITY_MISMATCH', 'conflictWithHead'), follows('spouse')],
  ...times(3, ...family, member('child'), member('child')),
  [head('REGISTERED', 'withoutPhone'), member('spouse')],
  [head('REGISTERED', 'withoutCin'), member('child')],
  [head('REGISTERED', 'cinInvalid'), member('child')],
  [head('CARD_EXPIRED', 'cardExpired'), { ...follows('spouse'), trouble: 'cardExpired' }],
  [head('NOT_SUBJECT_OTHER_AMO', 'employee'), follows('child')],
  [head(), member('spouse', 'NOT_SUBJECT_OTHER_AMO', 'cnops'), member('child')],
  [head(), member('child', 'DEPENDANT_NOT_ELIGIBLE', 'overAge')],
  [head(), member('other', 'DEPENDANT_NOT_ELIGIBLE')],
  [member('spouse', 'HOUSEHOLD_WITHOUT_HEAD'), member('child', 'HOUSEHOLD_WITHOUT_HEAD')],
  [head('DECEASED', 'deceased'), follows('spouse')],
  [head(), member('child', 'DECEASED', 'deceased'), member('child')],
  [head('INVALID', 'birthDateMissing'), { ...follows('child'), codes: ['HOUSEHOLD_WITHOUT_HEAD'] }],
  [head(), member('child', 'INVALID', 'roleUnknown'), member('child')],
  [head(), member('spouse', 'INVALID', 'householdMissing')],
  [head(), member('spouse', 'INVALID', 'cardDateInvalid')],
  // Nobody can tell which of two heads it is.
  [head('HOUSEHOLD_WITHOUT_HEAD'), head('HOUSEHOLD_WITHOUT_HEAD'), member('child', 'HOUSEHOLD_WITHOUT_HEAD')],
  ...times(3, ...family),
];
