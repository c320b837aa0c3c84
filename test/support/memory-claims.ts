import type { ClaimEvent, MilafEvent } from '../../contexts/events/events.ts';
import { decisionRecordSchema, type DecisionRecord } from '../../contexts/claims/records/decision-record.ts';
import type { Decision } from '../../contexts/claims/domain/decision.ts';
import type { Claim } from '../../contexts/claims/domain/claim.ts';
import { decidedClaim, movedPayment } from '../../contexts/payments/domain/payment-of-claim.ts';
import type { ScanFile } from '../../contexts/claims/domain/scan-file.ts';
import { claimMachine } from '../../contexts/claims/domain/states.ts';
import { mayMove } from '../../contexts/shared/state-machine.ts';
import type { ClaimReview } from '../../contexts/review/domain/claim-review.ts';
import { sentToAdjudication, waitingAgain } from '../../contexts/review/domain/claim-moves.ts';
import { sinceKey } from '../../contexts/review/aws/review-items.ts';
import { openReview } from '../../contexts/review/domain/open-review.ts';
import type {
  CareClaim,
  CareGroup,
  ClaimHistory,
  ClaimStore,
  DecideResult,
} from '../../contexts/claims/ports/claim-store.ts';
import type { FileStore } from '../../contexts/claims/ports/file-store.ts';
import type { WriteResult } from '../../contexts/shared/ports/write-result.ts';
import type {
  RecordedChange,
  ReviewPage,
  ReviewQueueQuery,
  ReviewStep,
  ReviewStore,
} from '../../contexts/review/ports.ts';
import type { Clock } from '../../contexts/shared/time/clock.ts';

const notOfReview = (): never => {
  throw new Error('Not a part of review');
};

/** What of a map of claims is needed. */
export type ClaimTable = Pick<Map<string, Claim>, 'get' | 'has'> & {
  set(claimId: string, claim: Claim): unknown;
};

/** Claims, their reviews and files in memory, with the conditions of the table: each change is all or nothing. */
export class MemoryClaims {
  readonly #claims: ClaimTable;
  /** By the id of the event that announced them, in the order in which they were made. */
  readonly #decisions = new Map<string, DecisionRecord>();
  readonly #files = new Map<string, ScanFile>();
  readonly #reviews = new Map<string, ClaimReview>();
  readonly #changes = new Map<string, RecordedChange[]>();
  readonly #care = new Map<string, CareGroup>();
  /** Everything that was committed, in order. */
  readonly events: MilafEvent[] = [];
  readonly #clock: Clock;
  /** Lets others run before an answer comes, as a network does. */
  readonly #pause: () => Promise<void>;

  /** @param table where claims are kept; one of its own where nobody else works with them */
  constructor(
    clock: Clock,
    pause: () => Promise<void> = () => Promise.resolve(),
    table: ClaimTable = new Map<string, Claim>(),
  ) {
    this.#clock = clock;
    this.#pause = pause;
    this.#claims = table;
  }

  addFile(file: ScanFile): void {
    this.#files.set(file.fileId, file);
  }

  addDraft(claim: Claim): void {
    this.#claims.set(claim.claimId, claim);
    this.#emit({ type: 'claim.drafted.v1', ...this.#common(claim) });
  }

  /** What a claim took that is not among these any more. */
  addCare(group: string, fingerprints: readonly string[], claimId: string): void {
    const { owners = new Map<string, string>(), version = 0 } = this.#care.get(group) ?? {};
    const all = [...owners, ...fingerprints.map((one) => [one, claimId] as const)];
    this.#care.set(group, { owners: new Map(all), version: version + 1 });
  }

  readonly files: Pick<FileStore, 'find'> = {
    find: async (fileId) => {
      await this.#pause();
      return this.#files.get(fileId);
    },
  };

  readonly claims: ClaimStore = {
    find: async (claimId) => {
      await this.#pause();
      return this.#claims.get(claimId);
    },
    history: async (claimId) => {
      await this.#pause();
      return this.#history(claimId);
    },
    findCare: async (groups, older = []) => {
      await this.#pause();
      return new Map(
        [...groups, ...older].flatMap((group) => {
          const there = this.#care.get(group);
          return there === undefined ? [] : [[group, { ...there, owners: new Map(there.owners) }]];
        }),
      );
    },
    decide: async (claim, decision, care) => {
      await this.#pause();
      const result = this.#decide(claim, decision, care);
      await this.#pause();
      return result;
    },
    findMany: notOfReview,
    listQueue: notOfReview,
    movePayment: async (claim, command, { settlement } = {}) => {
      await this.#pause();
      const moved = movedPayment(claim, command, this.#clock().toISOString(), settlement);
      if (moved === 'known' || moved === 'refused') return { result: moved };
      if (this.#claims.get(claim.claimId)?.version !== claim.version) return { result: 'refused' };
      this.#claims.set(claim.claimId, moved.claim);
      if (moved.event !== undefined) this.#emit(moved.event);
      await this.#pause();
      return { result: 'applied', payment: moved.payment };
    },
  };

  readonly reviews: ReviewStore = {
    find: async (claimId) => {
      await this.#pause();
      return this.#reviews.get(claimId);
    },
    changes: async (claimId) => {
      await this.#pause();
      return this.#changes.get(claimId) ?? [];
    },
    list: async (query) => {
      await this.#pause();
      return this.#list(query);
    },
    save: async (step) => this.#write(step),
    sendToAdjudication: async (step, claim, decidableFrom) => {
      const next = sentToAdjudication(claim, step.review, this.#clock(), decidableFrom);
      return this.#write(step, next, { type: 'claim.corrected.v1', ...this.#common(next), decidableFrom });
    },
    reopen: async (step, claim, because) => {
      const next = waitingAgain(claim, step.review);
      return this.#write(step, next, { type: 'claim.reopened.v1', ...this.#common(next), because });
    },
    requestDocument: async (step, claim, via) => {
      const next: Claim = { ...claim, version: claim.version + 1 };
      const documents = [...step.review.documentsRequested];
      return this.#write(step, next, {
        type: 'claim.document-requested.v1',
        ...this.#common(next),
        documents,
        via,
      });
    },
    referIncomplete: async (step, claim) => {
      const next = waitingAgain(claim, step.review);
      return this.#write(step, next, { type: 'claim.referred.v1', ...this.#common(next) });
    },
    split: async (step, file, drafted) => {
      await this.#pause();
      if (this.#files.get(file.fileId)?.version !== file.version || this.#claims.has(drafted.claimId))
        return this.#repeated(step);
      const result = await this.#write(step);
      if (result !== 'applied') return result;
      const claimIds = [...(file.claimIds ?? []), drafted.claimId];
      this.#files.set(file.fileId, { ...file, version: file.version + 1, claimIds });
      this.addDraft(drafted);
      return result;
    },
  };

  #decide(claim: Claim, decision: Decision, care: readonly CareClaim[]): DecideResult {
    const there = this.#claims.get(claim.claimId);
    const next = decidedClaim(claim, decision, this.#clock().toISOString());
    const { state } = next;
    if (there?.version !== claim.version || !mayMove(claimMachine, there.state, state))
      return there?.state === 'DRAFTED' ? 'refused' : 'known';
    const isTaken = ({ group, fingerprints, seenVersion }: CareClaim): boolean => {
      const there = this.#care.get(group);
      const isOther = (act: string): boolean => (there?.owners.get(act) ?? claim.claimId) !== claim.claimId;
      return there?.version !== seenVersion || fingerprints.some(isOther);
    };
    if (care.some(isTaken)) return 'care-claimed-by-another';
    for (const { group, fingerprints, seenVersion = 0 } of care) {
      if (fingerprints.length === 0) continue;
      const owners = new Map(this.#care.get(group)?.owners);
      for (const act of fingerprints) owners.set(act, claim.claimId);
      this.#care.set(group, { owners, version: seenVersion + 1 });
    }
    this.#claims.set(claim.claimId, next);
    const event: ClaimEvent = { type: `claim.${decision.outcome}.v1`, ...this.#common(next) };
    this.#decisions.set(event.eventId, decisionRecordSchema.parse(decision));
    this.#emit(event);
    if (state === 'REFERRED' || state === 'PARTLY_REFERRED') {
      const { findings, billedCentimes } = decision;
      const at = this.#clock().toISOString();
      const referral = { claim, findings, billedCentimes, at, isTold: state === 'PARTLY_REFERRED' };
      this.#reviews.set(claim.claimId, openReview(referral, this.#reviews.get(claim.claimId)));
    }
    return 'applied';
  }

  async #write(step: ReviewStep, next?: Claim, event?: ClaimEvent): Promise<WriteResult> {
    await this.#pause();
    const { claimId, version } = step.review;
    const there = this.#claims.get(claimId);
    const isSame = next !== undefined && next.state === there?.state;
    const mayGo =
      next === undefined ||
      (there?.version === next.version - 1 && (isSame || mayMove(claimMachine, there.state, next.state)));
    if ((this.#reviews.get(claimId)?.version ?? 0) !== version - 1 || !mayGo) return this.#repeated(step);
    this.#reviews.set(claimId, step.review);
    this.#changes.set(claimId, [...(this.#changes.get(claimId) ?? []), ...step.changes]);
    if (next !== undefined) this.#claims.set(claimId, next);
    if (event !== undefined) this.#emit(event);
    // A function may die after its change is made and before it hears of it.
    await this.#pause();
    return 'applied';
  }

  #repeated({ review }: ReviewStep): WriteResult {
    const there = this.#reviews.get(review.claimId);
    return there?.version === review.version && there.lastChange === review.lastChange ? 'known' : 'refused';
  }

  #list({ group, state, assignedTo, awaitedIn, order, limit, cursor = '' }: ReviewQueueQuery): ReviewPage {
    const keyOf = (review: ClaimReview): string =>
      awaitedIn !== undefined
        ? sinceKey(review)
        : order === 'age'
          ? `${review.submissionDate}#${review.claimId}`
          : `${(1e12 - review.billedCentimes).toString()}#${review.claimId}`;
    const waiting = [...this.#reviews.values()]
      .filter((review) => review.state !== 'CLOSED')
      .filter((review) => group === undefined || review.group === group)
      .filter((review) => state === undefined || review.state === state)
      .filter(
        (review) =>
          awaitedIn === undefined || (review.state === 'AWAITING_DOCUMENT' && review.channelId === awaitedIn),
      )
      .filter((review) => assignedTo === undefined || review.assignedTo === assignedTo)
      .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .filter((review) => keyOf(review) > cursor);
    const last = waiting[limit - 1];
    return {
      reviews: waiting.slice(0, limit),
      nextCursor: waiting.length > limit && last !== undefined ? keyOf(last) : undefined,
    };
  }

  #history(claimId: string): ClaimHistory | undefined {
    const claim = this.#claims.get(claimId);
    if (claim === undefined) return undefined;
    const events = this.events.filter((event) => 'claimId' in event && event.claimId === claimId);
    const decisions = new Map([...this.#decisions].filter(([eventId]) => eventId.startsWith(`${claimId}#`)));
    return { claim, decision: [...decisions.values()].at(-1), decisions, events, messages: [] };
  }

  #emit(event: ClaimEvent): void {
    this.events.push(event);
  }

  #common({ claimId, channelId, version }: Claim) {
    return {
      eventId: `${claimId}#${version}`,
      occurredAt: this.#clock().toISOString(),
      claimId,
      channelId,
    };
  }
}
