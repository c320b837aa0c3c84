import type { Person, Provider, RegistryRecord } from './records/registry-records.ts';
import type { PersonFile } from './domain/person-file.ts';

/** The registry table: who is insured, with which rights and which account. */
export interface RegistryReader {
  /** Everything that eligibility needs, in one Query. */
  findPersonFile(registrationNumber: string): Promise<PersonFile | undefined>;
  findPerson(registrationNumber: string): Promise<Person | undefined>;
  findNumberByCin(cin: string): Promise<string | undefined>;
  findProvider(inpe: string): Promise<Provider | undefined>;
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
