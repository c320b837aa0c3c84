import { randomInt } from 'node:crypto';
import { expect } from 'vitest';
import type { ListedMember, ListedWorker } from '../../contexts/registration/records/list-lines.ts';
import type { RegistryRecord } from '../../contexts/registry/records/registry-records.ts';
import type { NewDependant, Registration } from '../../contexts/registration/domain/registration.ts';
import {
  createNumberSource,
  type NumberSource,
} from '../../contexts/registration/domain/registration-number.ts';
import type { PersonFile } from '../../contexts/registry/domain/person-file.ts';
import type { ReferenceWriter } from '../../contexts/registry/ports/references.ts';
import type { RegistrationStore } from '../../contexts/registration/ports/registration.ts';

/** A store and what is around it, over one registry. */
export interface RegistrationSubject {
  readonly store: RegistrationStore;
  readonly references: ReferenceWriter;
  readonly put: (record: RegistryRecord) => Promise<void>;
  readonly findPersonFile: (registrationNumber: string) => Promise<PersonFile | undefined>;
}

export type MakeSubject = (numbers: NumberSource) => RegistrationSubject;

/** What every registration store must do; run on the one in memory and on the one of DynamoDB. */
export interface RegistrationStoreCase {
  readonly name: string;
  readonly run: (make: MakeSubject) => Promise<void>;
}

const NAME = { family: 'EL AMRANI', given: 'Salma' };
const BORN = '1988-04-12';
/** Others may use the same table: each run has identities and numbers of its own. */
const RUN = `run ${randomInt(1e9)}`;
const numbers = createNumberSource(`a secret of the contract, of its own in each ${RUN}`);
let lastCin = randomInt(0, 400_000);

function nextCin(): string {
  lastCin += 1;
  return `ZQ${(100_000 + lastCin).toString()}`;
}

function registrationOf(cin: string, line = 7, more: Partial<Registration> = {}): Registration {
  return {
    person: {
      type: 'person',
      cin,
      name: NAME,
      birthDate: BORN,
      language: 'ar',
      smsOptOut: false,
      registeredFrom: { listId: 'LIST-A', line },
    },
    coverage: { type: 'coverage', scheme: 'AMO_TNS', from: '2021-12-01' },
    dependants: [],
    ...more,
  };
}

function dependantOf(dependantId: number, cin?: string): NewDependant {
  return {
    type: 'dependant',
    dependantId: dependantId.toString(),
    link: 'child',
    name: { family: NAME.family, given: `Child ${dependantId}` },
    cin,
    birthDate: '2010-05-06',
    from: '2022-12-01',
    studies: [],
    disabled: false,
    registeredFrom: { listId: 'LIST-A', line: 100 + dependantId },
  };
}

function workerOf(cin: string): ListedWorker {
  return { kind: 'worker', cin, name: NAME, birthDate: BORN, category: 'CPU', activityFrom: '2020-01-01' };
}

function headOf(household: string, cin?: string): ListedMember {
  return { kind: 'member', role: 'head', household, cin, name: NAME, birthDate: BORN };
}

async function registered(store: RegistrationStore, registration: Registration): Promise<string> {
  const { status, registrationNumber } = await store.register(registration);
  expect(status).toBe('registered');
  return registrationNumber;
}

export const registrationStoreCases: readonly RegistrationStoreCase[] = [
  {
    name: 'registers a person with a coverage, and gives the same line the same number again',
    run: async (make) => {
      const { store, findPersonFile } = make(numbers);
      const registration = registrationOf(nextCin());
      const number = await registered(store, registration);
      expect(number).toMatch(/^[1-9]\d{8}$/);
      expect(await store.register(registration)).toEqual({
        status: 'registered',
        registrationNumber: number,
      });
      const file = await findPersonFile(number);
      expect(file?.person.cin).toBe(registration.person.cin);
      expect(file?.coverages.map(({ scheme, from }) => [scheme, from])).toEqual([['AMO_TNS', '2021-12-01']]);
    },
  },
  {
    name: 'tells another line whose CIN it is',
    run: async (make) => {
      const { store } = make(numbers);
      const cin = nextCin();
      const registrationNumber = await registered(store, registrationOf(cin, 7));
      expect(await store.register(registrationOf(cin, 8))).toEqual({
        status: 'identity-taken',
        registrationNumber,
      });
    },
  },
  {
    name: 'gives one number when many copies of a line come at once',
    run: async (make) => {
      const { store } = make(numbers);
      const registration = registrationOf(nextCin());
      const results = await Promise.all(Array.from({ length: 6 }, () => store.register(registration)));
      expect(new Set(results.map(({ registrationNumber }) => registrationNumber)).size).toBe(1);
      expect(results.map(({ status }) => status)).toEqual(results.map(() => 'registered'));
    },
  },
  {
    name: 'takes the next number when one is taken by another identity',
    run: async (make) => {
      const taken = numbers.numberFor(nextCin(), 0);
      const narrow: NumberSource = {
        numberFor: (identity, attempt) => (attempt === 0 ? taken : numbers.numberFor(identity, attempt)),
      };
      const { store } = make(narrow);
      const [first, second] = [registrationOf(nextCin()), registrationOf(nextCin())];
      expect(await registered(store, first)).toBe(taken);
      const number = await registered(store, second);
      expect(number).not.toBe(taken);
      expect(await registered(store, second)).toBe(number);
    },
  },
  {
    name: 'registers a household larger than a transaction, and completes it when it comes again',
    run: async (make) => {
      const { store, findPersonFile } = make(numbers);
      const dependants = Array.from({ length: 120 }, (_, index) => dependantOf(index + 1, nextCin()));
      const registration = registrationOf(nextCin(), 7, { dependants });
      const number = await registered(store, registration);
      expect(await registered(store, registration)).toBe(number);
      expect((await findPersonFile(number))?.dependants).toHaveLength(120);
    },
  },
  {
    name: 'declares nobody under two insured persons',
    run: async (make) => {
      const { store } = make(numbers);
      const child = nextCin();
      const one = await registered(
        store,
        registrationOf(nextCin(), 7, { dependants: [dependantOf(1, child)] }),
      );
      const other = registrationOf(nextCin(), 8, { dependants: [dependantOf(1, child)] });
      expect(await store.register(other)).toEqual({ status: 'identity-taken', registrationNumber: one });
      const passedOn = { ...dependantOf(1, child), declaredBefore: one };
      await registered(store, { ...other, dependants: [passedOn] });
    },
  },
  {
    name: 'ends a declaration with the registration of the member',
    run: async (make) => {
      const { store, findPersonFile } = make(numbers);
      const spouse = nextCin();
      const head = await registered(
        store,
        registrationOf(nextCin(), 7, { dependants: [dependantOf(1, spouse)] }),
      );
      const [facts] = await store.findFacts([workerOf(spouse)]);
      expect(facts?.dependantOf?.insured.person.registrationNumber).toBe(head);
      const endedDependant = { registrationNumber: head, dependantId: '1', to: '2023-01-31' };
      await registered(store, registrationOf(spouse, 9, { endedDependant }));
      expect((await findPersonFile(head))?.dependants.map(({ to }) => to)).toEqual(['2023-01-31']);
    },
  },
  {
    name: 'changes a coverage once, knows the same change, and refuses one that comes too late',
    run: async (make) => {
      const { store, findPersonFile } = make(numbers);
      const registrationNumber = await registered(store, registrationOf(nextCin()));
      const coverage = (await findPersonFile(registrationNumber))?.coverages[0];
      if (coverage === undefined) throw new Error('The coverage is not there');
      const change = {
        registrationNumber,
        close: { coverage, to: '2024-02-29', because: 'SCORE_ABOVE_THRESHOLD' },
        open: {
          coverage: { type: 'coverage', scheme: 'AMO_ACHAMIL', from: '2024-03-01' },
          because: 'SCORE_ABOVE_THRESHOLD',
        },
        by: { listId: 'LIST-R', line: 3 },
      } as const;
      expect(await store.changeCoverage(change)).toBe('applied');
      expect(await store.changeCoverage(change)).toBe('known');
      const late = { ...change, close: { ...change.close, to: '2024-03-31' } };
      expect(await store.changeCoverage(late)).toBe('refused');
      const coverages = (await findPersonFile(registrationNumber))?.coverages ?? [];
      expect(coverages.map(({ scheme, from, to }) => [scheme, from, to])).toEqual([
        ['AMO_ACHAMIL', '2024-03-01', undefined],
        ['AMO_TNS', '2021-12-01', '2024-02-29'],
      ]);
    },
  },
  {
    name: 'leads a RAMED number to someone who is registered, and declares the members once',
    run: async (make) => {
      const { store, findPersonFile } = make(numbers);
      const registrationNumber = await registered(store, registrationOf(nextCin()));
      const ramedNumber = `R${nextCin()}`;
      const household = { registrationNumber, ramedNumber, dependants: [dependantOf(1), dependantOf(2)] };
      expect(await store.joinHousehold(household)).toBe('applied');
      expect(await store.joinHousehold(household)).toBe('known');
      expect((await findPersonFile(registrationNumber))?.dependants).toHaveLength(2);
      const [facts] = await store.findFacts([headOf(ramedNumber)]);
      expect(facts?.household?.person.registrationNumber).toBe(registrationNumber);
      const other = await registered(store, registrationOf(nextCin()));
      expect(await store.joinHousehold({ ...household, registrationNumber: other })).toBe('refused');
    },
  },
  {
    name: 'keeps the newest score that left a coverage as it is',
    run: async (make) => {
      const { store, findPersonFile } = make(numbers);
      const number = await registered(store, registrationOf(nextCin()));
      const coverage = (await findPersonFile(number))?.coverages[0];
      if (coverage === undefined) throw new Error('The coverage is not there');
      expect(await store.confirmScore({ coverage, scoreFrom: '2024-05-01' })).toBe('applied');
      expect(await store.confirmScore({ coverage, scoreFrom: '2024-05-01' })).toBe('known');
      expect(await store.confirmScore({ coverage, scoreFrom: '2024-04-01' })).toBe('refused');
      expect((await findPersonFile(number))?.coverages[0]?.scoreFrom).toBe('2024-05-01');
    },
  },
  {
    name: 'finds what is known of many records, in their order, the same CIN twice too',
    run: async (make) => {
      const { store, references } = make(numbers);
      const cins = Array.from({ length: 60 }, nextCin);
      const [first = '', second = ''] = cins;
      const number = await registered(store, registrationOf(second));
      await references.putReference('cnops', {
        kind: 'cover',
        cin: first,
        scheme: 'CNOPS',
        from: '2015-01-01',
        to: '2019-12-31',
      });
      await references.putReference('far', { kind: 'cover', cin: first, scheme: 'FAR', from: '2020-01-01' });
      await references.putReference('far', { kind: 'cover', cin: first, scheme: 'FAR', from: '2020-01-01' });
      await references.putReference('civil-status', { kind: 'death', cin: second, deceasedOn: '2024-01-02' });
      const facts = await store.findFacts([...cins, second].map(workerOf));
      expect(facts).toHaveLength(61);
      expect(facts[0]?.reference?.covers).toEqual([
        { scheme: 'CNOPS', from: '2015-01-01', to: '2019-12-31' },
        { scheme: 'FAR', from: '2020-01-01', to: undefined },
      ]);
      expect(facts.map(({ person }) => person?.person.registrationNumber)).toEqual(
        [...cins, second].map((cin) => (cin === second ? number : undefined)),
      );
      expect(facts.at(-1)?.reference?.deceasedOn).toBe('2024-01-02');
    },
  },
  {
    name: 'keeps a further activity once',
    run: async (make) => {
      const { store, findPersonFile } = make(numbers);
      const registrationNumber = await registered(store, registrationOf(nextCin()));
      const activity = {
        type: 'activity',
        registrationNumber,
        source: 'barid',
        reference: 'AE-1',
        category: 'AUTO_ENTREPRENEUR',
        from: '2023-01-01',
      } as const;
      await store.addActivity(activity);
      await store.addActivity(activity);
      expect((await findPersonFile(registrationNumber))?.person.registrationNumber).toBe(registrationNumber);
    },
  },
];
