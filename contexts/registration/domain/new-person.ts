import type { LinePlace } from '#registry';
import type { ListedMember } from '../records/list-lines.ts';
import type { Registration } from './registration.ts';

type ListedPerson = Pick<ListedMember, 'cin' | 'name' | 'birthDate' | 'sex' | 'phone' | 'address'>;

/** The person that a line of a list is about, as the registry keeps people; SMS are in Arabic until someone asks otherwise. */
export function newPerson(
  { cin, name, birthDate, sex, phone, address }: ListedPerson,
  registeredFrom: LinePlace,
  { ramedNumber, rsuHousehold }: Pick<Registration['person'], 'ramedNumber' | 'rsuHousehold'> = {},
): Registration['person'] {
  return {
    type: 'person',
    cin,
    name,
    birthDate,
    sex,
    phone,
    address,
    ramedNumber,
    ...(rsuHousehold !== undefined && { rsuHousehold }),
    language: 'ar',
    smsOptOut: false,
    registeredFrom,
  };
}
