import type { RegistryRecord } from '../../../core/contracts/registry-records.ts';
import type { AdjudicationInput } from '../../../core/domain/adjudication/adjudication-input.ts';
import type { PersonFile } from '../../../core/domain/registry/person-file.ts';
import { currentRuleBook } from '../../../core/rules/rule-book.ts';

type ReadClaim = Pick<AdjudicationInput, 'form' | 'pageRoles' | 'ocrEngine' | 'claim'>;

/** The registry in memory, asked as adjudicate-claim asks the registry table: by what the form says. */
export class RegistryLookup {
  readonly #people = new Map<string, PersonFile>();
  readonly #numberByCin = new Map<string, string>();
  readonly #providers = new Map<string, NonNullable<AdjudicationInput['provider']>>();
  readonly #rules = currentRuleBook();

  constructor(records: readonly RegistryRecord[]) {
    for (const record of records) {
      if (record.type === 'provider') this.#providers.set(record.inpe, record);
      if (record.type !== 'person') continue;
      const { registrationNumber, cin } = record;
      this.#people.set(registrationNumber, personFileOf(record, records));
      if (cin !== undefined) this.#numberByCin.set(cin, registrationNumber);
    }
  }

  /** What a form is decided by; no act was paid before. */
  adjudicationInput(read: ReadClaim): AdjudicationInput {
    const { registrationNumber, cin, inpe } = read.form;
    return {
      ...read,
      person: registrationNumber && this.#people.get(registrationNumber.value),
      personByCin: cin && this.#numberByCin.get(cin.value),
      provider: inpe && this.#providers.get(inpe.value),
      knownFingerprints: new Map(),
      rules: this.#rules,
    };
  }
}

function personFileOf(person: PersonFile['person'], records: readonly RegistryRecord[]): PersonFile {
  const ofPerson = <Type extends RegistryRecord['type']>(type: Type) =>
    records.filter(
      (record): record is Extract<RegistryRecord, { type: Type; registrationNumber: string }> =>
        record.type === type &&
        'registrationNumber' in record &&
        record.registrationNumber === person.registrationNumber,
    );
  return {
    person,
    dependants: ofPerson('dependant'),
    coverages: ofPerson('coverage'),
    contributions: ofPerson('contribution'),
    accounts: ofPerson('account'),
    priorApprovals: ofPerson('prior-approval'),
  };
}
