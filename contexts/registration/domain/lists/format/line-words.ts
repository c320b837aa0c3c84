import type { InvalidReason, LineWarning, OutcomeCode } from '../../../records/list-lines.ts';

/** For senders: why a line cannot be used, and with it what to put right. */
export const invalidReasonWords: Readonly<Record<InvalidReason, string>> = {
  LINE_MALFORMED: 'the line cannot be read: a quote that is not closed on it, or no JSON object',
  COLUMN_COUNT: 'the line has more or fewer cells than there are columns, or a key that is not published',
  REFERENCE_MISSING: "the sender's own id of the line is missing",
  CIN_MISSING: 'the CIN is missing (of a score: the CIN and the registration number)',
  CIN_INVALID: 'the CIN is not one or two letters and up to 6 digits',
  NAME_MISSING: 'the family name or the given name is missing, in both scripts',
  NAME_INVALID:
    'a name has other characters than Latin or Arabic letters, both in one word, or Latin ones in an Arabic column',
  BIRTH_DATE_MISSING: 'the birth date is missing',
  BIRTH_DATE_INVALID: 'the birth date is not a day in one of the spellings, or is after the day of the list',
  SEX_INVALID: 'the sex is none of the values',
  CATEGORY_UNKNOWN: 'the category is missing, or is not one of this source',
  ACTIVITY_DATE_INVALID:
    'the first day of the activity is missing, is before the birth or after the day of the list, one of its days is none, or it ends before it begins',
  HOUSEHOLD_MISSING: 'the RAMED number of the household is missing',
  ROLE_UNKNOWN: 'the role in the household is missing, or is none of the values',
  CARD_DATE_INVALID: 'the last day of the card is not a day',
  SCORE_INVALID: 'the score is not a decimal number with up to 7 digits after the point',
  SCORE_DATE_INVALID: 'the first day of the score is missing, or is not a day',
  DEATH_DATE_INVALID: 'the day of death is not a day, or is before the birth or after the day of the list',
  REGISTRATION_NUMBER_INVALID: 'the registration number is not 9 digits',
};

/** For senders: what someone should know of a line that was used all the same. */
export const lineWarningWords: Readonly<Record<LineWarning, string>> = {
  PHONE_MISSING: 'no mobile: the person gets a letter in place of an SMS',
  PHONE_INVALID: 'the telephone is not a Moroccan mobile: the person gets a letter in place of an SMS',
  ACTIVITY_END_AHEAD: 'the activity ends after the day of the list: until then it counts as open',
  CIN_SHORT: 'the CIN has fewer than 5 digits: perhaps one was lost',
  CIN_MISSING: 'the member of the household has no CIN: only names and birth date tell who it is',
  CIN_INVALID: 'the CIN of the member is not one, and was left out',
};

/** For senders: what was found for a line. */
export const outcomeWords: Readonly<Record<OutcomeCode, string>> = {
  REGISTERED: 'registered now; the number is in the answer (in a dry run: would be)',
  ALREADY_REGISTERED: 'was registered before; the number is in the answer',
  DEPENDANT_REGISTERED: 'registered as a dependant of the head of the household',
  COVERAGE_CHANGED: 'moved to another scheme by the score',
  COVERAGE_UNCHANGED: 'the score changes nothing',
  COVERAGE_CLOSED: 'the right ends by the score, or the score gives none',
  NOT_SUBJECT_OTHER_AMO: 'covered by another scheme, which is named',
  DUPLICATE: 'the same person as an earlier line, which is named',
  DECEASED: 'has died',
  ACTIVITY_CLOSED: 'the activity was closed before',
  CARD_EXPIRED: "the household's RAMED card was no longer valid",
  AGE_NOT_PLAUSIBLE: 'too young or too old for what the line says: the birth date needs a check',
  DEPENDANT_NOT_ELIGIBLE:
    'not a dependant by the rules (age, link); the family of a child who is too old is asked for proof',
  HOUSEHOLD_WITHOUT_HEAD: 'the household has no line for its head',
  HEAD_NOT_REGISTERED: 'the head of the household was not registered, and so its members are not',
  IDENTITY_MISMATCH: 'the CIN belongs to another name or birth date: a person decides',
  POSSIBLE_DUPLICATE: 'perhaps the same person as another: a person decides',
  PERSON_UNKNOWN:
    'nobody is registered under this CIN or number; the reasons say what is missing to register the person',
  INVALID: 'the line cannot be used; the reasons are named',
};
