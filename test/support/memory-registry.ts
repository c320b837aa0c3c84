import { personFileOf, recordKey } from '../../contexts/registry/aws/registry-items.ts';
import type { PersonEvent } from '../../contexts/events/events.ts';
import type { ListedRecord } from '../../contexts/registration/records/list-lines.ts';
import type { ReferenceRecord } from '../../contexts/registry/records/reference-records.ts';
import type {
  Coverage,
  Dependant,
  Person,
  RegistryRecord,
} from '../../contexts/registry/records/registry-records.ts';
import type { IdentityFacts } from '../../contexts/registration/domain/identity-facts.ts';
import type { ReferenceCover, ReferenceFacts } from '../../contexts/registry/domain/reference-facts.ts';
import type { PersonFile } from '../../contexts/registry/domain/person-file.ts';
import type { ReferenceSource, ReferenceWriter } from '../../contexts/registry/ports/references.ts';
import type { ReferenceReader } from '../../contexts/registry/ports/references.ts';

export interface Claim {
  readonly registrationNumber: string;
  readonly dependantId: string;
}

/** What the registry table holds, in memory: records, who has which number, events, and what reference lists say. */
export class MemoryRegistry implements ReferenceReader, ReferenceWriter {
  readonly #records = new Map<string, RegistryRecord>();
  /** Names of the records of a person. */
  readonly #people = new Map<string, Set<string>>();
  /** By `CIN:<cin>` and `RAMED:<household>`. */
  readonly holders = new Map<string, string>();
  readonly claims = new Map<string, Claim>();
  readonly #events = new Map<string, PersonEvent>();
  readonly #covers = new Map<string, Map<string, ReferenceCover>>();
  readonly #deaths = new Map<string, string>();

  /** What is in the registry before, as `milaf registry load` puts it. */
  put(record: RegistryRecord): Promise<void> {
    this.keep(record);
    if (record.type === 'person' && record.cin !== undefined)
      this.holders.set(`CIN:${record.cin}`, record.registrationNumber);
    if (record.type === 'dependant' && record.cin !== undefined) this.claims.set(record.cin, record);
    return Promise.resolve();
  }

  putReference(source: ReferenceSource, record: ReferenceRecord): Promise<void> {
    if (record.kind === 'death') {
      this.#deaths.set(record.cin, record.deceasedOn);
    } else {
      const covers = this.#covers.get(record.cin) ?? new Map<string, ReferenceCover>();
      this.#covers.set(record.cin, covers.set(`${source}#${record.from}`, record));
    }
    return Promise.resolve();
  }

  findReferences(cins: readonly string[]): Promise<ReadonlyMap<string, ReferenceFacts>> {
    return Promise.resolve(
      new Map(
        cins.flatMap((cin) => {
          const reference = this.#reference(cin);
          return reference === undefined ? [] : [[cin, reference] as const];
        }),
      ),
    );
  }

  findFacts(records: readonly ListedRecord[]): Promise<readonly IdentityFacts[]> {
    return Promise.resolve(records.map((record) => this.factsOf(record)));
  }

  findPersonFile(registrationNumber: string): Promise<PersonFile | undefined> {
    return Promise.resolve(this.#known(registrationNumber));
  }

  /** All records in the order of their keys. */
  records(): readonly RegistryRecord[] {
    return inOrder(this.#records).map(([, record]) => record);
  }

  /** All events, each once, in the order of their ids. */
  events(): readonly PersonEvent[] {
    return inOrder(this.#events).map(([, event]) => event);
  }

  /** Everything there is, for comparing two registries. */
  snapshot(): object {
    return {
      records: inOrder(this.#records),
      holders: inOrder(this.holders),
      claims: inOrder(this.claims).map(([cin, { registrationNumber, dependantId }]) => [
        cin,
        registrationNumber,
        dependantId,
      ]),
      events: inOrder(this.#events),
    };
  }

  factsOf(record: ListedRecord): IdentityFacts {
    const { cin } = record;
    const named = record.kind === 'score' ? record.registrationNumber : undefined;
    const isHead = record.kind === 'member' && record.role === 'head';
    const claim = cin === undefined || record.kind === 'score' ? undefined : this.claims.get(cin);
    const insured = this.#known(claim?.registrationNumber);
    const dependant = claim && this.dependant(claim);
    return {
      person: this.#known(named ?? (cin === undefined ? undefined : this.holders.get(`CIN:${cin}`))),
      household: isHead ? this.#known(this.holders.get(`RAMED:${record.household}`)) : undefined,
      dependantOf: insured && dependant && { insured, dependant },
      reference: cin === undefined ? undefined : this.#reference(cin),
    };
  }

  #known(registrationNumber: string | undefined): PersonFile | undefined {
    const names = [...(this.#people.get(registrationNumber ?? '') ?? [])].toSorted();
    return personFileOf(names.flatMap((name) => this.#records.get(name) ?? []));
  }

  #reference(cin: string): ReferenceFacts | undefined {
    const covers = this.#covers.get(cin);
    const deceasedOn = this.#deaths.get(cin);
    if (covers === undefined && deceasedOn === undefined) return undefined;
    const inTheirOrder = covers === undefined ? [] : inOrder(covers);
    return {
      covers: inTheirOrder.map(([, { scheme, from, to }]) => ({ scheme, from, to })),
      deceasedOn,
    };
  }

  coverage(coverage: Coverage): Coverage | undefined {
    const known = this.#records.get(nameOf(coverage));
    return known?.type === 'coverage' ? known : undefined;
  }

  dependant({ registrationNumber, dependantId }: Claim): Dependant | undefined {
    const known = this.#records.get(`PERSON#${registrationNumber}|DEPENDANT#${dependantId}`);
    return known?.type === 'dependant' ? known : undefined;
  }

  person(registrationNumber: string): Person | undefined {
    return this.#known(registrationNumber)?.person;
  }

  hasPerson(registrationNumber: string): boolean {
    return this.#records.has(`PERSON#${registrationNumber}|PROFILE`);
  }

  keep(record: RegistryRecord): void {
    const name = nameOf(record);
    this.#records.set(name, record);
    if ('inpe' in record) return;
    const ofPerson = this.#people.get(record.registrationNumber) ?? new Set();
    this.#people.set(record.registrationNumber, ofPerson.add(name));
  }

  record(event: EventWithoutTime): void {
    this.#events.set(event.eventId, { ...event, occurredAt: '2026-01-01T00:00:00.000Z' });
  }
}

type WithoutTime<Event> = Event extends PersonEvent ? Omit<Event, 'occurredAt'> : never;
type EventWithoutTime = WithoutTime<PersonEvent>;

function nameOf(record: RegistryRecord): string {
  const { pk, sk } = recordKey(record);
  return `${pk}|${sk}`;
}

function inOrder<Value>(map: ReadonlyMap<string, Value>): readonly (readonly [string, Value])[] {
  return [...map].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
