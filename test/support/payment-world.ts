import type { ReleasePayments } from '../../contexts/payments/records/work-messages.ts';
import { orderPayments } from '../../contexts/payments/use-cases/order-payments.ts';
import { releasePayments } from '../../contexts/payments/use-cases/release-payments.ts';
import type { Claim } from '../../contexts/claims/domain/claim.ts';
import {
  batchPaymentOf,
  type PaymentBatch,
  type BatchPayment,
} from '../../contexts/payments/domain/payment-batch.ts';
import {
  heldForInpe,
  orderablePayment,
  paymentAt,
  withPaymentAt,
} from '../../contexts/claims/domain/payments-of-claim.ts';
import { movedPayment } from '../../contexts/payments/domain/payment-of-claim.ts';
import type { PaymentCommand } from '../../contexts/claims/domain/payment-command.ts';
import type { ProviderAccount } from '../../contexts/registry/records/registry-records.ts';
import type { PersonFile } from '../../contexts/registry/domain/person-file.ts';
import type { AboutMove, ClaimQueue, MovedPayment } from '../../contexts/claims/ports/claim-store.ts';
import type { HoldEnd, HoldEnds } from '../../contexts/payments/ports/hold-ends.ts';
import type { PaymentBatchStore } from '../../contexts/payments/ports/payment-batch-store.ts';
import type { WriteResult } from '../../contexts/shared/ports/write-result.ts';
import { queueOf } from '../../contexts/claims/aws/claim-item.ts';
import type { WaitingClaims } from '../../contexts/payments/ports/waiting-claims.ts';
import type { OwnClaims } from '../../contexts/claims/ports/own-claims.ts';
import type { EventFacts } from '../../contexts/events/event-facts.ts';
import type { MilafEvent } from '../../contexts/events/events.ts';
import { paymentBatchMachine } from '../../contexts/claims/domain/states.ts';
import type { CountedChange } from '../../contexts/reporting/domain/counted-change.ts';
import { mayMove } from '../../contexts/shared/state-machine.ts';

const DEBTOR = { name: 'CNSS', rib: '011780000000000000000150', bic: 'BCMAMAMC' };
const PAGE_LENGTH = 2;
const QUEUE_PAGE = 1000;

/** Claims whose payments are held, released, ordered and answered, with the conditions of the table. */
export class PaymentWorld {
  readonly #claims = new Map<string, Claim>();
  readonly #batches = new Map<string, PaymentBatch>();
  readonly #parts = new Map<string, BatchPayment[]>();
  /** The index of the table: reading one queue does not read the other. */
  readonly #queues = { PENDING: new Set<string>(), HELD: new Set<string>() };
  /** The part of it that is found by the establishment whose account is waited for. */
  readonly #heldFor = new Map<string, Set<string>>();
  readonly #reasons = new Map<string, string>();
  readonly #holdEnds = new Map<string, HoldEnd>();
  readonly events: MilafEvent[] = [];
  /** The same with what stands beside them: what figures are made of. */
  readonly changes: CountedChange[] = [];
  /** Messages that the streams and the steps sent, and nobody has processed yet. */
  readonly messages: ReleasePayments[] = [];
  readonly ordered: BatchPayment[] = [];
  /** Payments of the orders that reached the bank, by batch: the same file written again is the same file. */
  readonly atBank = new Map<string, readonly BatchPayment[]>();
  /** How often a store was asked for claims. */
  readCount = 0;
  /** Deaths that civil status tells of, by CIN. */
  readonly civilStatus = new Map<string, string>();
  readonly #clock: () => Date;
  readonly #personFile: (registrationNumber: string) => PersonFile | undefined;

  readonly #providerAccounts: (inpe: string) => readonly ProviderAccount[];

  constructor(
    clock: () => Date,
    personFile: (registrationNumber: string) => PersonFile | undefined,
    providerAccounts: (inpe: string) => readonly ProviderAccount[] = () => [],
  ) {
    this.#providerAccounts = providerAccounts;
    this.#clock = clock;
    this.#personFile = personFile;
  }

  get all(): readonly Claim[] {
    return [...this.#claims.values()];
  }

  /** Ids of batches that take no more payments. */
  get sealed(): readonly string[] {
    return [...this.#batches.values()].flatMap(({ batchId, state }) => (state === 'OPEN' ? [] : [batchId]));
  }

  find(claimId: string): Claim | undefined {
    return this.#claims.get(claimId);
  }

  /** Writes a claim; the stream asks for a release where its payment is held. */
  put(claim: Claim): void {
    this.#queueOf(this.#claims.get(claim.claimId))?.delete(claim.claimId);
    this.#claims.set(claim.claimId, claim);
    this.#queueOf(claim)?.add(claim.claimId);
    for (const ids of this.#heldFor.values()) ids.delete(claim.claimId);
    const inpe = queueOf(claim) === 'PAYMENT_HELD' ? heldForInpe(claim) : undefined;
    if (inpe !== undefined)
      this.#heldFor.set(inpe, (this.#heldFor.get(inpe) ?? new Set()).add(claim.claimId));
    if ([claim.payment, claim.secondPayment].some((payment) => payment?.state === 'HELD'))
      this.messages.push({ kind: 'claim', claimId: claim.claimId });
  }

  /** The same claims, for whoever decides them. */
  readonly table = {
    get: (claimId: string) => this.#claims.get(claimId),
    has: (claimId: string) => this.#claims.has(claimId),
    set: (_: string, claim: Claim) => {
      this.put(claim);
    },
  };

  readonly claims = {
    find: (claimId: string) => Promise.resolve(this.#claims.get(claimId)),
    findMany: (ids: readonly string[]) => {
      this.readCount += ids.length;
      return Promise.resolve(ids.flatMap((id) => this.#claims.get(id) ?? []));
    },
    listQueue: (queue: ClaimQueue) => this.#listQueue(queue),
    movePayment: (claim: Claim, command: PaymentCommand, about?: AboutMove) =>
      Promise.resolve(this.move(claim, command, about)),
    history: (claimId: string) => {
      const claim = this.#claims.get(claimId);
      const events = this.events.filter((event) => 'claimId' in event && event.claimId === claimId);
      return Promise.resolve(
        claim && { claim, decision: undefined, events, reasons: this.#reasons, messages: [] },
      );
    },
  };

  readonly waiting: WaitingClaims = {
    list: (queue, { limit, after = '' }) => {
      const found = this.all
        .filter((claim) => queueOf(claim) === queue && claim.claimId > after)
        .toSorted((one, other) => (one.claimId < other.claimId ? -1 : 1));
      const claims = found.slice(0, limit);
      return Promise.resolve({
        claims,
        next: found.length > claims.length ? claims.at(-1)?.claimId : undefined,
      });
    },
    listHeldFor: (inpe, { limit, after = '' }) => {
      const found = [...(this.#heldFor.get(inpe) ?? [])].filter((id) => id > after).toSorted();
      const ids = found.slice(0, limit);
      this.readCount += ids.length;
      const claims = ids.flatMap((id) => this.#claims.get(id) ?? []);
      return Promise.resolve({ claims, next: found.length > ids.length ? ids.at(-1) : undefined });
    },
  };

  move(claim: Claim, command: PaymentCommand, { settlement, reason }: AboutMove = {}): MovedPayment {
    const moved = movedPayment(claim, command, this.#clock().toISOString(), settlement);
    if (moved === 'known' || moved === 'refused') return { result: moved };
    if (this.#claims.get(claim.claimId)?.version !== claim.version) return { result: 'refused' };
    this.put(moved.claim);
    if (moved.event !== undefined) {
      this.#tell(moved.event, moved.facts);
      if (reason !== undefined) this.#reasons.set(moved.event.eventId, reason);
    }
    return { result: 'applied', payment: moved.payment };
  }

  readonly claimsOfPerson: OwnClaims = {
    list: (registrationNumber, after = '') => {
      const rest = this.all
        .filter((claim) => claim.registrationNumber === registrationNumber && claim.claimId > after)
        .toSorted((a, b) => (a.claimId < b.claimId ? -1 : 1));
      const claims = rest.slice(0, PAGE_LENGTH);
      return Promise.resolve({
        claims,
        nextCursor: rest.length > claims.length ? claims.at(-1)?.claimId : undefined,
      });
    },
  };

  readonly holdEnds: HoldEnds = {
    remember: (end) => Promise.resolve(void this.#holdEnds.set(JSON.stringify(end), end)),
    listEnded: (today) => {
      const ended = [...this.#holdEnds.values()].filter(({ day }) => day <= today);
      return Promise.resolve({ ended: ended.slice(0, 1), isMore: ended.length > 1 });
    },
    forget: (end) => Promise.resolve(void this.#holdEnds.delete(JSON.stringify(end))),
  };

  /** Works on one message. */
  release(message: ReleasePayments): Promise<number> {
    return releasePayments(message, {
      claims: this.claims,
      claimsOfPerson: this.claimsOfPerson,
      waiting: this.waiting,
      registry: {
        findPersonFile: (number) => Promise.resolve(this.#personFile(number)),
        findProviderAccounts: (inpe) => Promise.resolve(this.#providerAccounts(inpe)),
      },
      holdEnds: this.holdEnds,
      clock: this.#clock,
      ask: (more) => Promise.resolve(void this.messages.push(more)),
    });
  }

  /** Works on all messages, and on those that come of them. */
  async drain(): Promise<void> {
    for (let message = this.messages.shift(); message !== undefined; message = this.messages.shift())
      await this.release(message);
  }

  /** @param through what the run does passes through it, and may end there */
  run(through: <Part extends object>(part: Part) => Part = (part) => part) {
    let written: readonly BatchPayment[] = [];
    return orderPayments({
      claims: through(this.claims),
      batches: through(this.batches),
      bank: through({
        writeOrder: (id: string) => {
          this.atBank.set(id, written);
          return Promise.resolve(id);
        },
        readAnswer: () => Promise.reject(new Error('none')),
      }),
      registry: through({
        findPersonFile: (number: string) => Promise.resolve(this.#personFile(number)),
        findPeople: (numbers: readonly string[]) =>
          Promise.resolve(
            new Map(
              numbers.flatMap((number) => {
                const person = this.#personFile(number)?.person;
                return person === undefined ? [] : [[number, person] as const];
              }),
            ),
          ),
      }),
      references: through({
        findReferences: (cins: readonly string[]) =>
          Promise.resolve(
            new Map(
              cins.flatMap((cin) => {
                const deceasedOn = this.civilStatus.get(cin);
                return deceasedOn === undefined ? [] : [[cin, { covers: [], deceasedOn }] as const];
              }),
            ),
          ),
      }),
      clock: this.#clock,
      debtor: DEBTOR,
      maxPaymentsPerBatch: 1000,
      writeOrder: (_, payments) => {
        written = payments;
        return '';
      },
    });
  }

  readonly batches: PaymentBatchStore = {
    listUnsent: () =>
      Promise.resolve(
        [...this.#batches.values()]
          .filter(({ state }) => state === 'OPEN' || state === 'SEALED')
          .map(({ batchId }) => batchId),
      ),
    open: (batch) => Promise.resolve(void this.#batches.set(batch.batchId, batch)),
    assign: (batch, claims) => Promise.resolve(this.#assign(batch, claims)),
    seal: (batch, heldBack) => this.#moveBatch({ ...batch, heldBack }, 'SEALED'),
    recordSent: (batch) => this.#moveBatch(batch, 'SENT'),
    recordEmpty: (batch) => this.#moveBatch(batch, 'EMPTY'),
    find: (batchId) => Promise.resolve(this.#batches.get(batchId)),
    payments: (batchId) => Promise.resolve(this.#parts.get(batchId) ?? []),
  };

  #assign(
    { batchId }: PaymentBatch,
    claims: readonly Claim[],
  ): 'applied' | 'closed' | { readonly refused: readonly string[] } {
    if (this.#batches.get(batchId)?.state !== 'OPEN') return 'closed';
    const refused = claims.filter((claim) => {
      const there = this.#claims.get(claim.claimId);
      return there === undefined || orderablePayment(there) === undefined || there.version !== claim.version;
    });
    if (refused.length > 0) return { refused: refused.map(({ claimId }) => claimId) };
    const parts = this.#parts.get(batchId) ?? [];
    for (const claim of claims) {
      const part = batchPaymentOf(claim);
      const settlement = part?.settlement ?? 1;
      const pending = paymentAt(claim, settlement);
      if (part === undefined || pending === undefined) continue;
      parts.push(part);
      this.ordered.push(part);
      const payment = { ...pending, state: 'ORDERED', batchId } as const;
      this.put({ ...withPaymentAt(claim, { settlement, payment }), version: claim.version + 1 });
    }
    this.#parts.set(batchId, parts);
    this.#tell({
      type: 'payments.ordered.v1',
      eventId: `${batchId}#${parts.length}`,
      occurredAt: this.#clock().toISOString(),
      remittanceId: batchId,
      claimIds: claims.map(({ claimId }) => claimId),
    });
    return 'applied';
  }

  #tell(event: MilafEvent, facts: EventFacts = {}): void {
    this.events.push(event);
    this.changes.push({ kind: 'event', event, facts });
  }

  #moveBatch(from: PaymentBatch, state: PaymentBatch['state']): Promise<WriteResult> {
    const there = this.#batches.get(from.batchId);
    if (there?.version !== from.version || !mayMove(paymentBatchMachine, there.state, state))
      return Promise.resolve(there?.state === state ? 'known' : 'refused');
    this.#batches.set(from.batchId, { ...from, state, version: from.version + 1 });
    return Promise.resolve('applied');
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the port's shape
  async *#listQueue(queue: ClaimQueue): AsyncIterable<readonly string[]> {
    const ids = [...(queue === 'PAYMENT_PENDING' ? this.#queues.PENDING : this.#queues.HELD)];
    for (let start = 0; start < ids.length; start += QUEUE_PAGE) yield ids.slice(start, start + QUEUE_PAGE);
  }

  #queueOf(claim: Claim | undefined): Set<string> | undefined {
    const queue = claim && queueOf(claim);
    if (queue === 'PAYMENT_PENDING') return this.#queues.PENDING;
    return queue === 'PAYMENT_HELD' || queue === 'PAYMENT_REFUSED' ? this.#queues.HELD : undefined;
  }
}
