import { GetCommand, PutCommand, UpdateCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type Activity, type Coverage, coverageSchema, type LinePlace, personSchema } from '#registry';
import {
  cinKey,
  dependantClaimKey,
  holderItemSchema,
  type ItemKey,
  profileKey,
  ramedKey,
  recordItem,
  recordKey,
  recordOf,
} from '#registry/aws';
import type { Clock } from '#shared';
import { type TransactItems, transactWrite } from '#shared/aws';
import type { ListedRecord } from '../records/list-lines.ts';
import type { IdentityFacts } from '../domain/identity-facts.ts';
import { identityOf, type NumberSource } from '../domain/registration-number.ts';
import type {
  CoverageChange,
  JoinedHousehold,
  NewDependant,
  Registration,
  ScoreConfirmation,
} from '../domain/registration.ts';
import type { ChangeResult, RegisterResult, RegistrationStore } from '../ports/registration.ts';
import { declareDependants } from './declare-dependants.ts';
import { IdentityFactsReader } from './identity-facts-reader.ts';
import { coverageChangeItems, dependantItems, openedCoverage, personItems } from './registration-items.ts';

/** What DynamoDB takes in one transaction. */
const ITEMS_PER_TRANSACTION = 100;

/** With 30 million people a number is taken once in 30 times: so many in a row are never. */
const MAX_NUMBER_ATTEMPTS = 20;

/** Registers people in the registry table: each once, however often the line comes, with a number that nobody else has. */
export class DynamoRegistrationStore implements RegistrationStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #numbers: NumberSource;
  readonly #clock: Clock;
  readonly #facts: IdentityFactsReader;

  constructor(client: DynamoDBDocumentClient, table: string, numbers: NumberSource, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#numbers = numbers;
    this.#clock = clock;
    this.#facts = new IdentityFactsReader(client, table);
  }

  async findFacts(records: readonly ListedRecord[]): Promise<readonly IdentityFacts[]> {
    return this.#facts.read(records);
  }

  async register(registration: Registration): Promise<RegisterResult> {
    const identity = identityOf(registration.person);
    for (let attempt = 0; attempt < MAX_NUMBER_ATTEMPTS; attempt += 1) {
      const registrationNumber = this.#numbers.numberFor(identity, attempt);
      const { items, rest } = this.#transactionOf(registration, registrationNumber);
      const result = await transactWrite(this.#client, items);
      if (result === 'applied') return this.#completeFamily(registrationNumber, rest);
      const known = await this.#findHolder(registration);
      if (known !== undefined) return known;
      // Only the number itself was taken, by another identity: the next one.
    }
    throw new Error(
      `${MAX_NUMBER_ATTEMPTS} registration numbers in a row belong to others: is the secret that of this stage?`,
    );
  }

  async addActivity(activity: Activity): Promise<void> {
    await this.#client.send(new PutCommand({ TableName: this.#table, Item: recordItem(activity) }));
  }

  async changeCoverage(change: CoverageChange): Promise<ChangeResult> {
    const items = coverageChangeItems(this.#table, change, this.#clock().toISOString());
    if ((await transactWrite(this.#client, items)) === 'applied') return 'applied';
    return (await this.#isChanged(change)) ? 'known' : 'refused';
  }

  async joinHousehold({
    registrationNumber,
    ramedNumber,
    dependants,
  }: JoinedHousehold): Promise<ChangeResult> {
    return declareDependants(this.#client, this.#table, { registrationNumber, ramedNumber, dependants });
  }

  async confirmScore({ coverage, scoreFrom }: ScoreConfirmation): Promise<ChangeResult> {
    try {
      await this.#client.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: recordKey(coverage),
          UpdateExpression: 'SET #record.#score = :score',
          ConditionExpression:
            'attribute_exists(pk) AND attribute_not_exists(#record.#to) AND (attribute_not_exists(#record.#score) OR #record.#score < :score)',
          ExpressionAttributeNames: { '#record': 'record', '#score': 'scoreFrom', '#to': 'to' },
          ExpressionAttributeValues: { ':score': scoreFrom },
        }),
      );
      return 'applied';
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      return (await this.#findCoverage(coverage))?.scoreFrom === scoreFrom ? 'known' : 'refused';
    }
  }

  /** One transaction, and what does not fit into it: the family of a very large household. */
  #transactionOf(
    registration: Registration,
    registrationNumber: string,
  ): { readonly items: TransactItems; readonly rest: readonly NewDependant[] } {
    const items = personItems(this.#table, registration, registrationNumber, this.#clock().toISOString());
    const rest: NewDependant[] = [];
    for (const dependant of registration.dependants) {
      const ofDependant = dependantItems(this.#table, dependant, registrationNumber);
      if (rest.length === 0 && items.length + ofDependant.length <= ITEMS_PER_TRANSACTION) {
        items.push(...ofDependant);
      } else {
        rest.push(dependant);
      }
    }
    return { items, rest };
  }

  async #completeFamily(
    registrationNumber: string,
    dependants: readonly NewDependant[],
  ): Promise<RegisterResult> {
    if (dependants.length === 0) return { status: 'registered', registrationNumber };
    const declared = await declareDependants(this.#client, this.#table, { registrationNumber, dependants });
    return { status: declared === 'refused' ? 'identity-taken' : 'registered', registrationNumber };
  }

  /** Who has the numbers of this registration: the same line, before, or someone else. */
  async #findHolder(registration: Registration): Promise<RegisterResult | undefined> {
    const { cin, ramedNumber, registeredFrom } = registration.person;
    const holder =
      (cin === undefined ? undefined : await this.#holderOf(cinKey(cin))) ??
      (ramedNumber === undefined ? undefined : await this.#holderOf(ramedKey(ramedNumber)));
    if (holder !== undefined) {
      const isSameLine = isSamePlace(await this.#registeredFrom(holder), registeredFrom);
      if (!isSameLine) return { status: 'identity-taken', registrationNumber: holder };
      return this.#completeFamily(holder, registration.dependants);
    }
    return this.#findFamilyConflict(registration);
  }

  /** A member who is declared under someone else, or a declaration that was ended otherwise meanwhile. */
  async #findFamilyConflict(registration: Registration): Promise<RegisterResult | undefined> {
    for (const { cin, declaredBefore } of registration.dependants) {
      const holder = cin === undefined ? undefined : await this.#holderOf(dependantClaimKey(cin));
      if (holder !== undefined && holder !== declaredBefore)
        return { status: 'identity-taken', registrationNumber: holder };
    }
    const ended = registration.endedDependant;
    if (ended === undefined) return undefined;
    const item = await this.#get({
      pk: profileKey(ended.registrationNumber).pk,
      sk: `DEPENDANT#${ended.dependantId}`,
    });
    const record = item && recordOf(item);
    const isAsDecided = record?.type === 'dependant' && (record.to === undefined || record.to >= ended.to);
    return isAsDecided
      ? undefined
      : { status: 'identity-taken', registrationNumber: ended.registrationNumber };
  }

  async #isChanged(change: CoverageChange): Promise<boolean> {
    const { close } = change;
    if (close !== undefined) {
      const closed = await this.#findCoverage(close.coverage);
      if (closed?.to !== close.to || closed.closedBecause !== close.because) return false;
    }
    const wanted = openedCoverage(change);
    if (wanted === undefined) return true;
    const opened = await this.#findCoverage(wanted);
    return opened?.openedBecause === wanted.openedBecause && isSamePlace(opened?.openedBy, wanted.openedBy);
  }

  async #findCoverage(coverage: Coverage): Promise<Coverage | undefined> {
    const item = await this.#get(recordKey(coverage));
    return item && coverageSchema.parse(recordOf(item));
  }

  async #holderOf(key: ItemKey): Promise<string | undefined> {
    const item = await this.#get(key);
    return item && holderItemSchema.parse(item).registrationNumber;
  }

  async #registeredFrom(registrationNumber: string): Promise<LinePlace | undefined> {
    const item = await this.#get(profileKey(registrationNumber));
    return item && personSchema.parse(recordOf(item)).registeredFrom;
  }

  async #get(key: ItemKey): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: key, ConsistentRead: true }),
    );
    return Item;
  }
}

function isSamePlace(a: LinePlace | undefined, b: LinePlace | undefined): boolean {
  return a?.listId === b?.listId && a?.line === b?.line;
}
