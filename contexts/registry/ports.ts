import type { Person, Provider, ProviderAccount, RegistryRecord } from './records/registry-records.ts';
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
  /** People by number, in batches; who is not in the registry is left out. */
  findPeople(registrationNumbers: readonly string[]): Promise<ReadonlyMap<string, Person>>;
  findNumberByCin(cin: string): Promise<string | undefined>;
  findProvider(inpe: string): Promise<Provider | undefined>;
  /** Accounts of an establishment, of all times. */
  findProviderAccounts(inpe: string): Promise<readonly ProviderAccount[]>;
  /** Whom the numbers of one form find, all of them in one batch; what the registry does not have is left out. */
  findByNumbers(numbers: FormNumbers): Promise<FoundByNumbers>;
}

/** Who is reached by a phone: a family may share one. */
export interface PhoneBook {
  /**
   * Insured people whose phone it is, at most so many. People who were written before they could be found so are found once they are
   * written again.
   * @param phone E.164
   */
  findByPhone(phone: string, limit: number): Promise<readonly Person[]>;
}

export interface RegistryWriter {
  /**
   * Puts a record; the same record again changes nothing.
   * @throws CinTakenError when the CIN belongs to another registration number
   * @throws AccountConfirmedError when the account of that day was confirmed with another RIB
   */
  put(record: RegistryRecord): Promise<void>;
}

export class AccountConfirmedError extends Error {
  override name = 'AccountConfirmedError';
}

export class CinTakenError extends Error {
  override name = 'CinTakenError';
}
