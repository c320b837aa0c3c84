import { fileIdOf } from '#intake';
import { dayInMorocco, type ListSource, type ObjectCreated } from '#shared';
import { MAX_MANIFEST_BYTES } from '../records/list-manifest.ts';
import { listPlanSchema } from '../records/list-plan.ts';
import type { ListName } from '../domain/lists/format/list-name.ts';
import { refused, type Refused } from '../domain/lists/format/refused-list.ts';
import { kindOfUpload } from '../domain/lists/list-key.ts';
import { listObjects, type List, type ListRefusal } from '../domain/lists/list.ts';
import type { ListObjects, ListStore, ListUpload, ListUploads, ObjectPart } from '../ports/lists.ts';
import { planList, type PlannedList, type PlanListSettings } from './plan-list.ts';

export interface ReceiveListDependencies {
  readonly lists: Pick<ListStore, 'find' | 'receive' | 'refuse' | 'plan'>;
  readonly objects: Pick<ListObjects, 'readBytes' | 'writeStream' | 'writeText'>;
  readonly uploads: ListUploads;
  readonly settings: PlanListSettings;
}

export type ReceiveListOutcome = 'planned' | 'refused' | 'already-received' | 'gone' | 'not-a-list';

export interface ReceivedList {
  readonly outcome: ReceiveListOutcome;
  /** Where there is a list. */
  readonly listId?: string;
  readonly refusal?: ListRefusal;
  readonly lineCount?: number;
}

/** An upload that lies in no source's folder; its key is not repeated, since people put names into file names. */
export class MisplacedUploadError extends Error {
  override name = 'MisplacedUploadError';

  constructor() {
    super('The upload is in no source’s folder: expected incoming/<dgi|barid|orders|ramed|rsu>/<file>');
  }
}

/**
 * Takes in one uploaded list: records it, looks at all of it once, and plans the ranges it is processed in; or refuses it as a
 * whole, and applies nothing of it. What it decides depends on the upload alone, so a run that was killed half-way is done
 * again with the same result.
 * @throws MisplacedUploadError when nobody can say whose it is: it waits among the dead letters for someone who can
 */
export async function receiveList(
  { detail: { bucket, object } }: ObjectCreated,
  dependencies: ReceiveListDependencies,
): Promise<ReceivedList> {
  const { lists, uploads } = dependencies;
  const kind = kindOfUpload(object.key);
  if (kind.kind === 'misplaced') throw new MisplacedUploadError();
  if (kind.kind === 'folder' || kind.kind === 'manifest') return { outcome: 'not-a-list' };
  const upload = await uploads.describe({ key: object.key, versionId: object['version-id'] });
  // Removed by someone with the right to, between the upload and now.
  if (upload === undefined) return { outcome: 'gone' };
  const source = kind.kind === 'list' ? kind.name.source : kind.source;
  const list = newList(bucket.name, object.key, source, upload);
  const known = await lists.find(list.listId);
  if (known === undefined) await lists.receive(list);
  else if (known.state !== 'RECEIVED') return { outcome: 'already-received', listId: list.listId };
  return kind.kind === 'list'
    ? lookInto(list, kind.name, dependencies)
    : refuse(list, 'NAME_UNKNOWN', undefined, dependencies);
}

async function lookInto(
  list: List,
  name: ListName,
  dependencies: ReceiveListDependencies,
): Promise<ReceivedList> {
  const { objects, settings } = dependencies;
  const { listId } = list;
  const manifest = await readManifestOf(name, dependencies);
  if (typeof manifest === 'object') return refuse(list, manifest.refusal, manifest.detail, dependencies);
  const found = await planList(
    {
      name,
      bytes: objects.readBytes(partOf(list)),
      manifest,
      today: dayInMorocco(new Date(list.receivedAt)),
    },
    {
      settings,
      writePlain: (chunks) =>
        objects.writeStream(listObjects.plain(listId), chunks, 'application/octet-stream'),
    },
  );
  if (found.status === 'refused') return refuse(list, found.refusal, found.detail, dependencies);
  return plan(list, found, dependencies);
}

/** The text beside the list, never more of it than a manifest can have; undefined where there is none. */
async function readManifestOf(
  { manifestKey: key }: ListName,
  { objects, uploads }: Pick<ReceiveListDependencies, 'objects' | 'uploads'>,
): Promise<string | undefined | Refused> {
  const upload = await uploads.describe({ key });
  if (upload === undefined) return undefined;
  const { sizeBytes, versionId } = upload;
  if (sizeBytes > MAX_MANIFEST_BYTES)
    return refused(
      'MANIFEST_INVALID',
      `the manifest has ${sizeBytes} bytes, and may have ${MAX_MANIFEST_BYTES}`,
    );
  const chunks: Uint8Array[] = [];
  for await (const chunk of objects.readBytes({ key, versionId })) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function plan(
  list: List,
  { asOf, contentSha256, text, lineCount, ranges }: PlannedList,
  dependencies: ReceiveListDependencies,
): Promise<ReceivedList> {
  const { lists, objects } = dependencies;
  const { listId } = list;
  // Before the list says that it is planned: whoever hears of it reads this.
  const planned = listPlanSchema.parse({ version: 1, listId, ranges });
  await objects.writeText(listObjects.plan(listId), JSON.stringify(planned), 'application/json');
  const result = await lists.plan(list, {
    asOf,
    contentSha256,
    text,
    lineCount,
    rangeCount: ranges.length,
  });
  if (typeof result === 'object') return refuse(list, 'KNOWN_LIST', result.knownAs, dependencies);
  return result === 'applied'
    ? { outcome: 'planned', listId, lineCount }
    : { outcome: 'already-received', listId };
}

async function refuse(
  list: List,
  refusal: ListRefusal,
  detail: string | undefined,
  { lists }: ReceiveListDependencies,
): Promise<ReceivedList> {
  const { listId } = list;
  const result = await lists.refuse(list, refusal, detail);
  return result === 'applied'
    ? { outcome: 'refused', listId, refusal }
    : { outcome: 'already-received', listId };
}

/** The instant of the upload stands for all others: done again later, it is the same list. */
function newList(bucket: string, key: string, source: ListSource, upload: ListUpload): List {
  const { versionId, uploadedAt, isDryRun } = upload;
  const receivedAt = uploadedAt.toISOString();
  return {
    listId: fileIdOf({ bucket, key, versionId }),
    source,
    isDryRun,
    bucket,
    key,
    ...(versionId === '' ? {} : { versionId }),
    receivedAt,
    state: 'RECEIVED',
    version: 1,
    verifiedRangeCount: 0,
    verifiedLineCount: 0,
    registeredUnitCount: 0,
    registeredLineCount: 0,
    stateSince: receivedAt,
  };
}

const partOf = ({ key, versionId }: List): ObjectPart => ({ key, versionId });
