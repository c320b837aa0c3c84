import type { Activity, LinePlace } from '../../contexts/registry/records/registry-records.ts';
import {
  createNumberSource,
  identityOf,
  type NumberSource,
} from '../../contexts/registration/domain/registration-number.ts';
import type {
  CoverageChange,
  EndedDependant,
  JoinedHousehold,
  NewDependant,
  Registration,
  ScoreConfirmation,
} from '../../contexts/registration/domain/registration.ts';
import type {
  ChangeResult,
  RegisterResult,
  RegistrationStore,
} from '../../contexts/registration/ports/registration.ts';
import { MemoryRegistry } from './memory-registry.ts';

export const TEST_SECRET = 'a secret of the tests, long enough for numbers';

export interface MemoryRegistrationOptions {
  readonly numbers?: NumberSource;
  /** Called before each write and after it; what it throws is thrown to the caller, as a crash or an outage would be. */
  readonly onWrite?: (moment: 'before' | 'after') => void;
}

/** The registry table in memory, as the registration sees it: the same conditions, the same answers. */
export class MemoryRegistrationStore extends MemoryRegistry implements RegistrationStore {
  readonly #numbers: NumberSource;
  readonly #onWrite: (moment: 'before' | 'after') => void;

  constructor({
    numbers = createNumberSource(TEST_SECRET),
    onWrite = () => undefined,
  }: MemoryRegistrationOptions = {}) {
    super();
    this.#numbers = numbers;
    this.#onWrite = onWrite;
  }

  async register(registration: Registration): Promise<RegisterResult> {
    return this.#write(() => this.#register(registration));
  }

  async addActivity(activity: Activity): Promise<void> {
    await this.#write(() => this.keep(activity));
  }

  async changeCoverage(change: CoverageChange): Promise<ChangeResult> {
    return this.#write(() => this.#change(change));
  }

  async joinHousehold({
    registrationNumber,
    ramedNumber,
    dependants,
  }: JoinedHousehold): Promise<ChangeResult> {
    return this.#write(() => {
      const holder = this.holders.get(`RAMED:${ramedNumber}`);
      if (holder !== undefined && holder !== registrationNumber) return 'refused';
      const declared = this.#declare(registrationNumber, dependants);
      if (declared === 'refused') return 'refused';
      this.holders.set(`RAMED:${ramedNumber}`, registrationNumber);
      return holder === undefined ? 'applied' : declared;
    });
  }

  async confirmScore({ coverage, scoreFrom }: ScoreConfirmation): Promise<ChangeResult> {
    return this.#write(() => {
      const known = this.coverage(coverage);
      if (known?.scoreFrom === scoreFrom) return 'known';
      const isOlder = known?.scoreFrom !== undefined && known.scoreFrom > scoreFrom;
      if (known === undefined || known.to !== undefined || isOlder) return 'refused';
      this.keep({ ...known, scoreFrom });
      return 'applied';
    });
  }

  /** Other work goes on before and after a write; the write itself is one step, as a transaction is. */
  async #write<Result>(work: () => Result): Promise<Result> {
    await Promise.resolve();
    this.#onWrite('before');
    const result = work();
    this.#onWrite('after');
    return Promise.resolve(result);
  }

  #register(registration: Registration): RegisterResult {
    const { person, coverage, dependants, endedDependant } = registration;
    const identity = identityOf(person);
    const identities = [
      ...(person.cin === undefined ? [] : [`CIN:${person.cin}`]),
      ...(person.ramedNumber === undefined ? [] : [`RAMED:${person.ramedNumber}`]),
    ];
    const holder = identities.map((name) => this.holders.get(name)).find((number) => number !== undefined);
    if (holder !== undefined) return this.#registeredBefore(holder, registration);
    const conflict = this.#claimConflict(dependants) ?? this.#endConflict(endedDependant);
    if (conflict !== undefined) return { status: 'identity-taken', registrationNumber: conflict };
    let attempt = 0;
    while (this.hasPerson(this.#numbers.numberFor(identity, attempt))) attempt += 1;
    const registrationNumber = this.#numbers.numberFor(identity, attempt);
    for (const name of identities) this.holders.set(name, registrationNumber);
    this.keep({ ...person, registrationNumber });
    this.keep({ ...coverage, registrationNumber });
    this.#declare(registrationNumber, dependants);
    this.#end(endedDependant);
    this.record({
      type: 'person.registered.v1',
      eventId: `${registrationNumber}#registered`,
      registrationNumber,
      scheme: coverage.scheme,
      listId: person.registeredFrom.listId,
    });
    return { status: 'registered', registrationNumber };
  }

  #registeredBefore(holder: string, { person, dependants }: Registration): RegisterResult {
    const known = this.person(holder);
    const isSameLine = known !== undefined && isSamePlace(known.registeredFrom, person.registeredFrom);
    const isComplete = isSameLine && this.#declare(holder, dependants) !== 'refused';
    return { status: isComplete ? 'registered' : 'identity-taken', registrationNumber: holder };
  }

  #change(change: CoverageChange): ChangeResult {
    const { registrationNumber, close, open, by, endedDependant } = change;
    const closed = close && this.coverage(close.coverage);
    const opened = open && this.coverage({ ...open.coverage, registrationNumber });
    const isPossible =
      (close === undefined || (closed !== undefined && closed.to === close.coverage.to)) &&
      opened === undefined &&
      this.#endConflict(endedDependant) === undefined;
    if (!isPossible) {
      const isClosed =
        close === undefined || (closed?.to === close.to && closed.closedBecause === close.because);
      const isOpened =
        open === undefined || (opened?.openedBecause === open.because && isSamePlace(opened.openedBy, by));
      return isClosed && isOpened ? 'known' : 'refused';
    }
    if (close !== undefined && closed !== undefined) {
      const { to, because } = close;
      const closedBy = by && { ...by, toBefore: closed.to };
      this.keep({ ...closed, to, closedBecause: because, ...(closedBy && { closedBy }) });
      const what = `CLOSED#${closed.scheme}#${closed.from}#${to}`;
      this.record({
        type: 'coverage.closed.v1',
        eventId: `${registrationNumber}#${what}`,
        registrationNumber,
        scheme: closed.scheme,
        reason: because,
      });
    }
    if (open !== undefined) {
      const { coverage, because } = open;
      this.keep({ ...coverage, registrationNumber, openedBecause: because, openedBy: by });
      this.record({
        type: 'coverage.opened.v1',
        eventId: `${registrationNumber}#OPENED#${coverage.scheme}#${coverage.from}`,
        registrationNumber,
        scheme: coverage.scheme,
        reason: because,
      });
    }
    this.#end(endedDependant);
    return 'applied';
  }

  #declare(registrationNumber: string, dependants: readonly NewDependant[]): ChangeResult {
    const missing: NewDependant[] = [];
    for (const dependant of dependants) {
      const known = this.dependant({ registrationNumber, dependantId: dependant.dependantId });
      if (known === undefined) missing.push(dependant);
      else if (!isSamePlace(known.registeredFrom, dependant.registeredFrom)) return 'refused';
    }
    if (this.#claimConflict(missing, registrationNumber) !== undefined) return 'refused';
    for (const declared of missing) {
      const { declaredBefore, ...dependant } = declared;
      if (declaredBefore !== undefined) this.claims.delete(dependant.cin ?? '');
      this.keep({ ...dependant, registrationNumber });
      if (dependant.cin !== undefined)
        this.claims.set(dependant.cin, { registrationNumber, dependantId: dependant.dependantId });
    }
    return missing.length === 0 ? 'known' : 'applied';
  }

  #claimConflict(dependants: readonly NewDependant[], own?: string): string | undefined {
    for (const { cin, declaredBefore } of dependants) {
      const holder = cin === undefined ? undefined : this.claims.get(cin)?.registrationNumber;
      if (holder !== undefined && holder !== declaredBefore && holder !== own) return holder;
    }
    return undefined;
  }

  #endConflict(ended: EndedDependant | undefined): string | undefined {
    if (ended === undefined) return undefined;
    const dependant = this.dependant(ended);
    const isAsDecided = dependant !== undefined && (dependant.to === undefined || dependant.to >= ended.to);
    return isAsDecided ? undefined : ended.registrationNumber;
  }

  #end(ended: EndedDependant | undefined): void {
    const dependant = ended && this.dependant(ended);
    if (dependant !== undefined) this.keep({ ...dependant, to: ended?.to });
  }
}

function isSamePlace(a: LinePlace | undefined, b: LinePlace | undefined): boolean {
  return a?.listId === b?.listId && a?.line === b?.line;
}
