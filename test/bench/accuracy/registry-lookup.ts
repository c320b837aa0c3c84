import type { RegistryRecord } from '../../../contexts/registry/records/registry-records.ts';
import type { AdjudicationInput } from '../../../contexts/adjudication/domain/adjudication-input.ts';
import type {
  RegisteredFamily,
  RegistryFacts,
  RegistryKeys,
} from '../../../contexts/reading/domain/witnesses.ts';
import type { Medicine } from '../../../contexts/medicines/domain/medicine.ts';
import type { PersonFile } from '../../../contexts/registry/domain/person-file.ts';
import { currentRuleBook } from '../../../contexts/rules/rule-book.ts';

type ReadClaim = Pick<AdjudicationInput, 'form' | 'pageRoles' | 'ocrEngine' | 'claim'>;

/** What the registry knows of some keys, and what asking it costs. */
export interface RegistryAnswer {
  readonly facts: RegistryFacts;
  /** One for each key of a person or provider, and one more for a CIN, which leads to a number first. */
  readonly readUnits: number;
}

/** The registry in memory, asked as the functions ask the registry table: by what the form says. */
export class RegistryLookup {
  readonly #people = new Map<string, PersonFile>();
  readonly #numberByCin = new Map<string, string>();
  readonly #providers = new Map<string, NonNullable<AdjudicationInput['provider']>>();
  readonly #rules = currentRuleBook();

  readonly #medicines: ReadonlyMap<string, Medicine>;

  constructor(records: readonly RegistryRecord[], medicines: readonly Medicine[] = []) {
    this.#medicines = new Map(medicines.map((medicine) => [medicine.code, medicine]));
    const byNumber = Map.groupBy(records, (record) =>
      'registrationNumber' in record ? record.registrationNumber : '',
    );
    for (const record of records) {
      if (record.type === 'provider') this.#providers.set(record.inpe, record);
      if (record.type !== 'person') continue;
      const { registrationNumber, cin } = record;
      this.#people.set(registrationNumber, personFileOf(record, byNumber.get(registrationNumber) ?? []));
      if (cin !== undefined) this.#numberByCin.set(cin, registrationNumber);
    }
  }

  /** Looks up what a form may mean; a CIN leads to the family of its person. */
  factsOf({ registrationNumbers, cins, inpes, rowInpes, medicineCodes }: RegistryKeys): RegistryAnswer {
    const numbersOfCins = cins.flatMap((cin) => this.#numberByCin.get(cin) ?? []);
    const numbers = new Set([...registrationNumbers, ...numbersOfCins]);
    const families = [...numbers].flatMap((number): readonly RegisteredFamily[] => {
      const file = this.#people.get(number);
      return file === undefined ? [] : [{ person: file.person, dependants: file.dependants }];
    });
    const wanted = new Set([...inpes, ...rowInpes]);
    const providers = [...wanted].flatMap((inpe) => this.#providers.get(inpe) ?? []);
    return {
      facts: {
        families,
        providers,
        medicines: medicineCodes.flatMap((code) => this.#medicines.get(code) ?? []),
      },
      readUnits: numbers.size + new Set(cins).size + wanted.size + medicineCodes.length,
    };
  }

  /** What a form is decided by; no act was paid before. */
  adjudicationInput(read: ReadClaim): AdjudicationInput {
    const { registrationNumber, cin, inpe, dispensing } = read.form;
    return {
      ...read,
      person: registrationNumber && this.#people.get(registrationNumber.value),
      personByCin: cin && this.#numberByCin.get(cin.value),
      provider: inpe && this.#providers.get(inpe.value),
      rowProviders: this.#providers,
      pharmacy: dispensing?.pharmacyInpe && this.#providers.get(dispensing.pharmacyInpe.value),
      medicines: this.#medicines,
      knownFingerprints: new Map(),
      rules: this.#rules,
    };
  }
}

function personFileOf(person: PersonFile['person'], records: readonly RegistryRecord[]): PersonFile {
  const ofType = <Type extends RegistryRecord['type']>(type: Type) =>
    records.filter((record): record is Extract<RegistryRecord, { type: Type }> => record.type === type);
  return {
    person,
    dependants: ofType('dependant'),
    coverages: ofType('coverage'),
    contributions: ofType('contribution'),
    accounts: ofType('account'),
    priorApprovals: ofType('prior-approval'),
  };
}
