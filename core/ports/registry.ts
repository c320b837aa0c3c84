import type { Person, Provider, RegistryRecord } from '../contracts/registry-records.ts';
import type { RegistryFacts, RegistryKeys } from '../domain/care-form/witnesses.ts';
import type { PersonFile } from '../domain/registry/person-file.ts';

/** The registry table: who is insured, with which rights and which account. */
export interface RegistryReader {
  /** Everything that eligibility needs, in one Query. */
  findPersonFile(registrationNumber: string): Promise<PersonFile | undefined>;
  findPerson(registrationNumber: string): Promise<Person | undefined>;
  findNumberByCin(cin: string): Promise<string | undefined>;
  findProvider(inpe: string): Promise<Provider | undefined>;
}

/** Says who and which provider is known under keys that were read. May be a moment behind: nothing is decided by it. */
export interface RegistryWitness {
  /** @param mostFamilies of so many persons at most, those of the likeliest keys, are the dependants looked up */
  ask(keys: RegistryKeys, mostFamilies: number): Promise<RegistryFacts>;
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
