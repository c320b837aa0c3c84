import type { RegistryRecord } from '../../../contexts/registry/records/registry-records.ts';
import type { Scheme } from '../../../contexts/shared/identifiers/schemes.ts';
import type { SamplePerson } from './sample-person.ts';

/** Numbers of people whom the registry knew before any list; given by index, each once. */
export function numberBefore(index: number): string {
  return (900_000_000 + index).toString();
}

/** An insured person as the registry has it before a list comes. */
export function registryRecordsOf(
  person: SamplePerson,
  { index, scheme }: { readonly index: number; readonly scheme: Scheme },
): readonly RegistryRecord[] {
  const registrationNumber = numberBefore(index);
  return [
    {
      type: 'person',
      registrationNumber,
      cin: person.cin,
      name: { family: person.family.latin, given: person.given.latin },
      birthDate: person.birthDate,
      sex: person.sex,
      phone: person.phone,
      language: 'ar',
      smsOptOut: false,
    },
    { type: 'coverage', registrationNumber, scheme, from: '2022-12-01' },
  ];
}
