import type { Person, Provider, RegistryRecord } from './records/registry-records.ts';
import type { PersonFile } from './domain/person-file.ts';

/** Numbers that stand on one form. */
export interface FormNumbers {
  readonly cin: string | undefined;
  /** Of all who gave care or sold medicines, at most 50. */
  readonly inpes: readonly string[];
}

export interface FoundByNumbers {
  /** Registration number of the person whose CIN it is. */
  readonly registrationNumber: string | undefined;
  /** By INPE. */
  readonly providers: ReadonlyMap<string, Provider>;
}

/** The registry table: who is insured, with which rights and which account. */
export interface RegistryReader {
  /** Everything that eligibility needs, in one Query. */
  findPersonFile(registrationNumber: string): Promise<PersonFile | undefined>;
  findPerson(registrationNumber: string): Promise<Person | undefined>;
  findNumberByCin(cin: string): Promise<string | undefined>;
  findProvider(inpe: string): Promise<Provider | undefined>;
  /** Whom the numbers of one form find, all of them in one batch; what the registry does not have is left out. */
  findByNumbers(numbers: FormNumbers): Promise<FoundByNumbers>;
}

export interface RegistryWriter {
  /**
   * Puts a record; the same record again changes nothing.
   * @throws CinTakenError when the CIN belongs to another registration number
   */
  put(record: RegistryRecord): Promise<void>;
}

export class CinTakenError extends Error {
  override name = 'CinTakenError';
}
