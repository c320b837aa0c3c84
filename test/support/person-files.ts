import type { Coverage, Dependant, Person } from '../../contexts/registry/records/registry-records.ts';
import type { PersonFile } from '../../contexts/registry/domain/person-file.ts';

/** A household under Tadamon, as a test changes it. */
export function personFile(
  change: {
    readonly person?: Partial<Person>;
    readonly coverages?: readonly Partial<Coverage>[];
    readonly dependants?: readonly Partial<Dependant>[];
  } = {},
): PersonFile {
  const registrationNumber = change.person?.registrationNumber ?? '104725831';
  return {
    person: {
      type: 'person',
      registrationNumber,
      cin: 'AB123456',
      name: { family: 'El Idrissi', given: 'Mohammed', familyArabic: 'الإدريسي', givenArabic: 'محمّد' },
      birthDate: '1974-05-09',
      phone: '+212612345678',
      language: 'ar',
      smsOptOut: false,
      ...change.person,
    },
    coverages: (change.coverages ?? [{}]).map((coverage) => ({
      type: 'coverage',
      registrationNumber,
      scheme: 'AMO_TADAMON',
      from: '2022-12-01',
      ...coverage,
    })),
    dependants: (change.dependants ?? []).map((dependant, index) => ({
      type: 'dependant',
      registrationNumber,
      dependantId: String(index + 1),
      link: 'child',
      name: { family: 'El Idrissi', given: 'Youssef', familyArabic: 'الإدريسي', givenArabic: 'يوسف' },
      birthDate: '2012-03-01',
      from: '2022-12-01',
      studies: [],
      disabled: false,
      ...dependant,
    })),
    contributions: [],
    accounts: [],
    priorApprovals: [],
  };
}

/** A registry in which no establishment has an account. */
export const noProviderAccounts = { findProviderAccounts: () => Promise.resolve([]) };
