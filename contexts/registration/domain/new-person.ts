import type { LinePlace } from '#registry';
import type { ListedMember, ListedWorker } from '../records/list-lines.ts';
import type { Registration } from './registration.ts';

/** The person that a line of a list is about, as the registry keeps people; SMS are in Arabic until someone asks otherwise. */
export function newPerson(
  { cin, name, birthDate, sex, phone, address }: ListedWorker | ListedMember,
  registeredFrom: LinePlace,
  ramedNumber?: string,
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
    language: 'ar',
    smsOptOut: false,
    registeredFrom,
  };
}
