import type { Contribution, RegistryRecord } from '../../../contexts/registry/records/registry-records.ts';
import type { Scheme } from '../../../contexts/shared/identifiers/schemes.ts';
import { ribKey } from '../../../contexts/shared/identifiers/rib.ts';
import { pastMonths, yearsBefore } from './calendar.ts';

export interface Relative {
  /** `1`, `2`, ... */
  readonly dependantId: string;
  readonly link: 'spouse' | 'child';
  readonly family: string;
  readonly given: string;
  readonly birthDate: string;
  readonly sex: 'M' | 'F';
}

/** An invented insured person with what the registry knows of him. */
export interface Household {
  readonly registrationNumber: string;
  readonly cin: string;
  readonly family: string;
  readonly given: string;
  readonly familyArabic?: string;
  readonly givenArabic?: string;
  readonly birthDate: string;
  readonly sex: 'M' | 'F';
  readonly address: string;
  readonly city: string;
  /** Absent: the registry has no phone. */
  readonly phone?: string;
  readonly language: 'ar' | 'fr';
  readonly smsOptOut?: true;
  readonly scheme: Scheme;
  /** `open` unless said: `closed` ended eight months ago, `unpaid` has four months without payment. */
  readonly rights?: 'closed' | 'unpaid';
  /** Bank, city and account (22 digits) of the account on file; the key is computed. Absent: none on file. */
  readonly account?: string;
  readonly relatives?: readonly Relative[];
}

const MONTHS_OF_RECORDS = 14;
const UNPAID_MONTHS = 4;
const FULL_MONTH_DAYS = 26;
const JOINED_YEARS_AGO = 4;
const CLOSED_DAYS_AGO = 240;

/** A RIB from its first 22 digits. */
export function ribOf(first22: string): string {
  return first22 + ribKey(first22);
}

/** The registry's records of a household as they stand on a day (ISO date). */
export function householdRecords(household: Household, today: string): readonly RegistryRecord[] {
  const { registrationNumber, scheme } = household;
  const joined = yearsBefore(today, JOINED_YEARS_AGO);
  const records: RegistryRecord[] = [
    {
      type: 'person',
      registrationNumber,
      cin: household.cin,
      name: {
        family: household.family,
        given: household.given,
        ...(household.familyArabic === undefined ? {} : { familyArabic: household.familyArabic }),
        ...(household.givenArabic === undefined ? {} : { givenArabic: household.givenArabic }),
      },
      birthDate: household.birthDate,
      sex: household.sex,
      ...(household.phone === undefined ? {} : { phone: household.phone }),
      language: household.language,
      smsOptOut: household.smsOptOut ?? false,
    },
    {
      type: 'coverage',
      registrationNumber,
      scheme,
      from: joined,
      ...(household.rights === 'closed' ? { to: yearsBefore(today, 0, CLOSED_DAYS_AGO) } : {}),
    },
    ...contributions(household, today),
  ];
  if (household.account !== undefined)
    records.push({ type: 'account', registrationNumber, rib: ribOf(household.account), from: joined });
  for (const { dependantId, link, family, given, birthDate, sex } of household.relatives ?? []) {
    const from = birthDate > joined ? birthDate : joined;
    records.push({
      type: 'dependant',
      registrationNumber,
      dependantId,
      link,
      name: { family, given },
      birthDate,
      sex,
      from,
      studies: [],
      disabled: false,
    });
  }
  return records;
}

/** Nobody contributes for Tadamon; employees' months come with the days declared. */
function contributions(
  { registrationNumber, scheme, rights }: Household,
  today: string,
): readonly Contribution[] {
  if (scheme === 'AMO_TADAMON') return [];
  return pastMonths(today, MONTHS_OF_RECORDS).map((month, monthsAgo) => ({
    type: 'contribution',
    registrationNumber,
    scheme,
    month,
    paid: !(rights === 'unpaid' && monthsAgo < UNPAID_MONTHS),
    ...(scheme === 'AMO_SALARIE' ? { daysDeclared: FULL_MONTH_DAYS } : {}),
  }));
}
