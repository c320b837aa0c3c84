import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import pMap from 'p-map';
import { toClaimItem } from '../../../contexts/claims/aws/claim-item.ts';
import { DynamoClaimStore } from '../../../contexts/review/aws/claim-store.ts';
import { createDocumentClient } from '../../../contexts/shared/aws/document-client.ts';
import { DynamoFileStore } from '../../../contexts/claims/aws/file-store.ts';
import { DynamoMessageStore } from '../../../contexts/messaging/aws/message-store.ts';
import { DynamoRegistryStore } from '../../../contexts/registry/aws/registry-store.ts';
import { DynamoPaymentBatchStore } from '../../../contexts/payments/aws/payment-batch-store.ts';
import type { Claim } from '../../../contexts/claims/domain/claim.ts';
import { synthesiseTables } from '../deployed-stage.ts';
import type { TableShape } from '../cost/capacity-units.ts';
import { createTable } from '../cost/private-resources.ts';
import { claimOf, decisionOf, doubtOf, fileOf, personOf } from './console-claims.ts';

/** What DynamoDB takes in one BatchWriteItem. */
const ITEMS_PER_CALL = 25;
/** Payments of an order, as many as one transaction moves. */
const CLAIMS_PER_ORDER = 40;

export interface ConsoleTables {
  readonly claims: string;
  readonly registry: string;
  readonly audit: string;
  readonly shapes: ReadonlyMap<string, TableShape>;
}

/** Tables as they are deployed, in the cloud that the AWS variables point to. */
export async function createConsoleTables(): Promise<ConsoleTables> {
  const shapes = synthesiseTables();
  const prefix = `console-${Date.now().toString(36)}`;
  const named = new Map<string, TableShape>();
  for (const purpose of ['claims', 'registry', 'audit']) {
    const shape = shapes.get(purpose);
    if (shape === undefined) throw new Error(`The stage deploys no table ${purpose}`);
    await createTable(`${prefix}-${purpose}`, shape);
    named.set(`${prefix}-${purpose}`, shape);
  }
  return {
    claims: `${prefix}-claims`,
    registry: `${prefix}-registry`,
    audit: `${prefix}-audit`,
    shapes: named,
  };
}

/** Claims with their whole history, written by the stores that the pipeline writes with. */
export class ConsoleWorld {
  readonly #documents: DynamoDBDocumentClient = createDocumentClient();
  readonly #tables: ConsoleTables;
  readonly #files: DynamoFileStore;
  readonly #claims: DynamoClaimStore;
  readonly #today: string;

  constructor(tables: ConsoleTables, today: string) {
    const clock = () => new Date();
    this.#tables = tables;
    this.#today = today;
    this.#files = new DynamoFileStore(this.#documents, tables.claims, clock);
    this.#claims = new DynamoClaimStore(this.#documents, tables.claims, clock);
  }

  /** Paid claims without their history, from `first` on: what a search must not read. */
  async fill(first: number, count: number): Promise<void> {
    const starts = Array.from(
      { length: Math.ceil(count / ITEMS_PER_CALL) },
      (_, batch) => first + batch * ITEMS_PER_CALL,
    );
    const seedsFrom = (start: number): number[] =>
      Array.from({ length: Math.min(ITEMS_PER_CALL, first + count - start) }, (_, index) => start + index);
    await pMap(
      starts,
      async (start) => this.#write(seedsFrom(start).map((seed) => claimOf(seed, this.#today))),
      { concurrency: 4 },
    );
  }

  /** Claims that were paid, with an SMS, from `first` on. @returns their ids */
  async settle(first: number, count: number): Promise<readonly string[]> {
    const decided: string[] = [];
    for (let start = first; start < first + count; start += CLAIMS_PER_ORDER) {
      const seeds = Array.from(
        { length: Math.min(CLAIMS_PER_ORDER, first + count - start) },
        (_, index) => start + index,
      );
      const ids = await pMap(seeds, async (seed) => this.#decide(seed, 'approved'), { concurrency: 4 });
      await this.#pay(ids);
      decided.push(...ids);
    }
    return decided;
  }

  /** Claims that wait for a reviewer, from `first` on. @returns their ids */
  async refer(first: number, count: number): Promise<readonly string[]> {
    const seeds = Array.from({ length: count }, (_, index) => first + index);
    return pMap(seeds, async (seed) => this.#decide(seed, 'referred'), { concurrency: 4 });
  }

  /** People who can be found by their CIN. */
  async register(count: number): Promise<void> {
    const registry = new DynamoRegistryStore(this.#documents, this.#tables.registry);
    const seeds = Array.from({ length: count }, (_, index) => index);
    await pMap(seeds, async (seed) => registry.put(personOf(seed)), { concurrency: 4 });
  }

  async #write(claims: readonly Claim[]): Promise<void> {
    const table = this.#tables.claims;
    const requests = claims.map((claim) => ({ PutRequest: { Item: toClaimItem(claim) } }));
    const { UnprocessedItems } = await this.#documents.send(
      new BatchWriteCommand({ RequestItems: { [table]: requests } }),
    );
    if (Object.keys(UnprocessedItems ?? {}).length > 0) throw new Error('The emulator left items unwritten');
  }

  async #decide(seed: number, outcome: 'approved' | 'referred'): Promise<string> {
    const file = fileOf(seed, this.#today);
    const { registrationNumber, ...settled } = claimOf(seed, this.#today);
    const claim: Claim = {
      ...settled,
      state: 'DRAFTED',
      version: 1,
      ...{ scheme: undefined, billedCentimes: undefined, paidCentimes: undefined, payment: undefined },
    };
    await this.#files.accept(file);
    await this.#files.draftClaims(file, [claim]);
    await this.#claims.decide(
      claim,
      decisionOf(outcome, registrationNumber, claim.receivedOn, doubtOf(seed)),
      [],
    );
    return claim.claimId;
  }

  async #pay(claimIds: readonly string[]): Promise<void> {
    const clock = () => new Date();
    const batches = new DynamoPaymentBatchStore(this.#documents, this.#tables.claims, clock);
    const messages = new DynamoMessageStore(this.#documents, this.#tables.claims);
    const batchId = `R-${claimIds[0] ?? ''}`;
    const debtor = { name: 'CAISSE', rib: '007780000123456789012396', bic: 'BCMAMAMC' };
    const createdAt = clock().toISOString();
    const opened = { batchId, state: 'OPEN', version: 1, createdAt, debtor } as const;
    await batches.open(opened);
    await batches.assign(opened, await this.#claims.findMany(claimIds));
    await batches.seal(opened);
    await batches.recordSent(
      { ...opened, state: 'SEALED', version: 2 },
      { orderKey: `remittances/${batchId}.xml`, paymentCount: claimIds.length, totalCentimes: 0 },
    );
    for (const kind of ['accepted', 'paid'] as const) {
      const claims = await this.#claims.findMany(claimIds);
      await pMap(
        claims,
        async (claim) =>
          this.#claims.movePayment(claim, {
            kind: 'apply-statement',
            statement: { kind, attempt: 1, saidAt: createdAt },
          }),
        {
          concurrency: 4,
        },
      );
    }
    await pMap(
      claimIds,
      async (claimId) =>
        messages.begin(
          {
            ...{ claimId, messageKey: 'claim-approved#1', state: 'SENDING', kind: 'claim-approved' },
            ...{ language: 'fr', text: 'Dossier accepte', segments: 1, updatedAt: clock().toISOString() },
          },
          60,
        ),
      { concurrency: 4 },
    );
  }
}
