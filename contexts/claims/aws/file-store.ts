import { GetCommand, paginateQuery, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { EventFacts, FileEvent } from '#events';
import type { Clock, WriteResult } from '#shared';
import { isNew, mayMoveTo, type TransactItems, transactWrite } from '#shared/aws';
import { fileMachine } from '../domain/states.ts';
import type { Claim } from '../domain/claim.ts';
import type { ScanFile, UploadRef } from '../domain/scan-file.ts';
import type { QuarantineReason } from '../domain/quarantine-reason.ts';
import type { AcceptResult, FileStore, LaterVersion } from '../ports/file-store.ts';
import {
  channelDay,
  type FileIndex,
  fileIdInIndex,
  FILES_OF_BEFORE,
  FILES_OF_DAY,
  indexedFile,
  stateInIndex,
} from './channel-day.ts';
import { toClaimItem } from './claim-item.ts';
import { storedSubmission } from './stored-names.ts';
import {
  claimKey,
  contentKey,
  eventItem,
  fileItemSchema,
  fileStateSchema,
  fileKey,
  uploadKey,
} from './claims-items.ts';

const contentItemSchema = z.object({ fileId: z.string() });
const uploadItemSchema = z.object({ fileId: z.string() });
const placeSchema = z.object({ gsi2sk: z.string() });
const placeOfBeforeSchema = fileStateSchema.extend({ gsi1sk: z.string() });

/** The files part of the claims table. */
export class DynamoFileStore implements FileStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;
  readonly #clock: Clock;

  constructor(client: DynamoDBDocumentClient, table: string, clock: Clock) {
    this.#client = client;
    this.#table = table;
    this.#clock = clock;
  }

  async find(fileId: string): Promise<ScanFile | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: fileKey(fileId), ConsistentRead: true }),
    );
    return Item && fileItemSchema.parse(Item);
  }

  async findHolder(upload: UploadRef): Promise<string | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: uploadKey(upload), ConsistentRead: true }),
    );
    return Item && uploadItemSchema.parse(Item).fileId;
  }

  async accept(
    file: ScanFile & { readonly contentSha256: string },
    insteadOf = file.fileId,
  ): Promise<AcceptResult> {
    const { fileId, channelId, contentSha256 } = file;
    const result = await transactWrite(this.#client, [
      ...this.#record(file, { type: 'file.accepted.v1', ...this.#stamp(file), fileId, channelId }),
      {
        Put: {
          TableName: this.#table,
          Item: { ...contentKey(contentSha256), fileId },
          ConditionExpression: 'attribute_not_exists(pk) OR fileId = :insteadOf',
          ExpressionAttributeValues: { ':insteadOf': insteadOf },
        },
      },
      this.#holdKey(file),
    ]);
    if (result === 'applied') return 'applied';
    if ((await this.find(fileId)) !== undefined) return 'known';
    if (await this.#isHeldByAnother(file)) return 'refused';
    const { Item } = await this.#client.send(
      new GetCommand({ TableName: this.#table, Key: contentKey(contentSha256), ConsistentRead: true }),
    );
    return { duplicateOf: contentItemSchema.parse(Item).fileId };
  }

  async recordDuplicate(file: ScanFile & { readonly duplicateOf: string }): Promise<WriteResult> {
    const { fileId } = file;
    const event = this.#duplicate(file);
    const result = await transactWrite(this.#client, [...this.#record(file, event), this.#holdKey(file)]);
    if (result === 'applied') return 'applied';
    return (await this.find(fileId)) === undefined ? 'refused' : 'known';
  }

  async recordQuarantined(
    file: ScanFile & { readonly quarantineReason: QuarantineReason },
  ): Promise<WriteResult> {
    const result = await transactWrite(this.#client, this.#record(file, this.#quarantined(file)));
    return result === 'applied' ? 'applied' : 'known';
  }

  async recordLaterVersion(file: LaterVersion, firstFileId: string): Promise<WriteResult> {
    const event = file.state === 'DUPLICATE' ? this.#duplicate(file) : this.#quarantined(file);
    const counted: TransactItems[number] = {
      Update: {
        TableName: this.#table,
        Key: uploadKey(file.upload),
        UpdateExpression: 'SET fileId = if_not_exists(fileId, :first) ADD laterVersions :one',
        ExpressionAttributeValues: { ':first': firstFileId, ':one': 1 },
      },
    };
    const result = await transactWrite(this.#client, [...this.#record(file, event), counted]);
    return result === 'applied' ? 'applied' : 'known';
  }

  async quarantine(file: ScanFile, reason: QuarantineReason): Promise<WriteResult> {
    const { fileId, channelId } = file;
    const next: ScanFile = {
      ...file,
      state: 'QUARANTINED',
      version: file.version + 1,
      quarantineReason: reason,
    };
    return this.#move(file, next, {
      type: 'file.quarantined.v1',
      ...this.#stamp(next),
      fileId,
      channelId,
      reason,
    });
  }

  async retryReading(file: ScanFile): Promise<WriteResult> {
    const { fileId, channelId } = file;
    const next: ScanFile = { ...file, version: file.version + 1, readingAttempt: file.readingAttempt + 1 };
    const event: FileEvent = {
      type: 'file.reading-failed.v1',
      ...this.#stamp(next),
      fileId,
      channelId,
      readingAttempt: next.readingAttempt,
    };
    // It stays accepted; the version alone says that this failure was counted.
    const result = await transactWrite(this.#client, [
      {
        Put: {
          TableName: this.#table,
          Item: itemOf(next),
          ConditionExpression: '#state = :accepted AND #version = :expectedVersion',
          ExpressionAttributeNames: { '#state': 'state', '#version': 'version' },
          ExpressionAttributeValues: { ':accepted': 'ACCEPTED', ':expectedVersion': file.version },
        },
      },
      this.#putEvent(next, event),
    ]);
    return result === 'applied' ? 'applied' : 'refused';
  }

  async draftClaims(file: ScanFile, claims: readonly Claim[]): Promise<WriteResult> {
    const next: ScanFile = {
      ...file,
      state: 'READ',
      version: file.version + 1,
      claimIds: claims.map(({ claimId }) => claimId),
    };
    const drafts: TransactItems = claims.flatMap((claim) => [
      { Put: { TableName: this.#table, Item: toClaimItem(claim), ...isNew } },
      {
        Put: {
          TableName: this.#table,
          Item: eventItem(claimKey(claim.claimId), claim.version, {
            type: 'claim.drafted.v1',
            eventId: `${claim.claimId}#${claim.version}`,
            occurredAt: this.#clock().toISOString(),
            claimId: claim.claimId,
            channelId: claim.channelId,
          }),
        },
      },
    ]);
    const result = await transactWrite(this.#client, [this.#putMoved(file, next), ...drafts]);
    return result === 'applied' ? 'applied' : this.#classify(next);
  }

  async listByChannelDay(
    channelId: string,
    day: string,
  ): Promise<readonly Pick<ScanFile, 'fileId' | 'state'>[]> {
    const key = channelDay(channelId, day);
    const places = (await this.#listPlaces(FILES_OF_DAY, key)).map((item) => placeSchema.parse(item).gsi2sk);
    const before = (await this.#listPlaces(FILES_OF_BEFORE, key)).map((item) =>
      placeOfBeforeSchema.parse(item),
    );
    return [
      ...places.map((place) => ({ fileId: fileIdInIndex(place), state: stateInIndex(place) })),
      ...before.map(({ gsi1sk, state }) => ({ fileId: fileIdInIndex(gsi1sk), state })),
    ];
  }

  async #listPlaces({ index, partition }: FileIndex, key: string): Promise<readonly object[]> {
    const found: object[] = [];
    const pages = paginateQuery(
      { client: this.#client },
      {
        TableName: this.#table,
        IndexName: index,
        KeyConditionExpression: `${partition} = :channelDay`,
        ExpressionAttributeValues: { ':channelDay': key },
      },
    );
    for await (const { Items = [] } of pages) found.push(...Items);
    return found;
  }

  /** Claims the key under which a file was uploaded; later versions are counted in the same item. */
  #holdKey({ fileId, upload }: ScanFile): TransactItems[number] {
    return {
      Update: {
        TableName: this.#table,
        Key: uploadKey(upload),
        UpdateExpression: 'SET fileId = :fileId, versionId = :versionId',
        ConditionExpression: 'attribute_not_exists(fileId) OR fileId = :fileId',
        ExpressionAttributeValues: { ':fileId': fileId, ':versionId': upload.versionId },
      },
    };
  }

  async #isHeldByAnother({ fileId, upload }: ScanFile): Promise<boolean> {
    const heldBy = await this.findHolder(upload);
    return heldBy !== undefined && heldBy !== fileId;
  }

  #duplicate(file: ScanFile & { readonly duplicateOf: string }): FileEvent {
    const { fileId, channelId, duplicateOf } = file;
    return { type: 'file.duplicate.v1', ...this.#stamp(file), fileId, channelId, duplicateOf };
  }

  #quarantined(file: ScanFile & { readonly quarantineReason: QuarantineReason }): FileEvent {
    const { fileId, channelId, quarantineReason: reason } = file;
    return { type: 'file.quarantined.v1', ...this.#stamp(file), fileId, channelId, reason };
  }

  #stamp({ fileId, version }: ScanFile): { eventId: string; occurredAt: string } {
    return { eventId: `${fileId}#${version}`, occurredAt: this.#clock().toISOString() };
  }

  #record(file: ScanFile, event: FileEvent): TransactItems {
    return [{ Put: { TableName: this.#table, Item: itemOf(file), ...isNew } }, this.#putEvent(file, event)];
  }

  #putEvent(file: ScanFile, event: FileEvent): TransactItems[number] {
    const facts: EventFacts = { depositDate: file.submissionDate, pageCount: file.pageCount };
    return {
      Put: { TableName: this.#table, Item: eventItem(fileKey(file.fileId), file.version, event, { facts }) },
    };
  }

  #putMoved(from: ScanFile, to: ScanFile): TransactItems[number] {
    return {
      Put: { TableName: this.#table, Item: itemOf(to), ...mayMoveTo(fileMachine, to.state, from.version) },
    };
  }

  async #move(from: ScanFile, to: ScanFile, event: FileEvent): Promise<WriteResult> {
    const result = await transactWrite(this.#client, [this.#putMoved(from, to), this.#putEvent(to, event)]);
    return result === 'applied' ? 'applied' : this.#classify(to);
  }

  async #classify(wanted: ScanFile): Promise<WriteResult> {
    return (await this.find(wanted.fileId))?.state === wanted.state ? 'known' : 'refused';
  }
}

function itemOf(file: ScanFile): Record<string, unknown> {
  return { ...fileKey(file.fileId), ...storedSubmission(file), ...indexedFile(file) };
}
