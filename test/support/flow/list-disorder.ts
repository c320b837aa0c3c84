import type { MilafClient } from '../../../contexts/operations/aws/milaf-client.ts';
import { listPlanSchema } from '../../../contexts/registration/records/list-plan.ts';
import { listObjects, type List } from '../../../contexts/registration/domain/lists/list.ts';
import { shuffled } from '../../../local/samples/lists/shuffle.ts';
import { inState } from './lists.ts';
import type { Queues, Step } from './queues.ts';

interface Delivery {
  readonly step: Step;
  readonly body: unknown;
}

/** Delivers each message of a list two more times in shuffled order: while it is processed, and again when it is closed. */
export async function disturbList(client: MilafClient, queues: Queues, listId: string): Promise<List> {
  const planned = await inState(client, listId, ['VERIFYING', 'LINKING', 'REGISTERING', 'CLOSING', 'CLOSED']);
  const first = [...(await rangeMessages(client, planned)), ...eventMessages(planned)];
  await deliver(queues, first, 1);
  const linked = await inState(client, listId, ['REGISTERING', 'CLOSING', 'CLOSED']);
  const second = unitMessages(linked);
  await deliver(queues, second, 2);
  const closed = await inState(client, listId, ['CLOSED']);
  await deliver(queues, [...first, ...second, uploadMessage(closed)], 3);
  return closed;
}

/** Delivers each message of a closed list once more: each function is called again, and has nothing left to do. */
export async function deliverAgain(client: MilafClient, queues: Queues, closed: List): Promise<void> {
  const messages = [
    uploadMessage(closed),
    ...(await rangeMessages(client, closed)),
    ...eventMessages(closed),
    ...unitMessages(closed),
    closedMessage(closed),
  ];
  await deliver(queues, messages, 4);
}

async function rangeMessages(client: MilafClient, { listId }: List): Promise<readonly Delivery[]> {
  const plan = await client.listObjects.readText(listObjects.plan(listId));
  const { ranges } = listPlanSchema.parse(JSON.parse(plan ?? ''));
  return ranges.map((range) => ({ step: 'VerifyRange', body: { listId, range } }));
}

function unitMessages({ listId, unitCount = 0 }: List): readonly Delivery[] {
  const units = Array.from({ length: unitCount }, (_, index) => index + 1);
  return [
    ...units.map((unit): Delivery => ({ step: 'RegisterUnit', body: { listId, unit } })),
    { step: 'LinkList', body: { listId } },
    { step: 'CloseList', body: { listId } },
  ];
}

/** What the bus brings to the coordinator, whether or not it is so. */
function eventMessages({
  listId,
  source,
  isDryRun,
  receivedAt,
  lineCount,
  rangeCount,
}: List): readonly Delivery[] {
  const stamp = { listId, source, isDryRun, occurredAt: receivedAt, eventId: `${listId}#again` };
  return [
    { type: 'list.planned.v1', ...stamp, lineCount, rangeCount },
    { type: 'list.verified.v1', ...stamp },
    { type: 'list.registered.v1', ...stamp },
  ].map((detail): Delivery => ({ step: 'AdvanceList', body: { detail } }));
}

function closedMessage({ listId, source, isDryRun, receivedAt, lineCount }: List): Delivery {
  const stamp = { listId, source, isDryRun, occurredAt: receivedAt, eventId: `${listId}#again` };
  return { step: 'PrepareMessages', body: { detail: { type: 'list.closed.v1', ...stamp, lineCount } } };
}

function uploadMessage({ bucket, key, versionId }: List): Delivery {
  const detail = { bucket: { name: bucket }, object: { key, 'version-id': versionId } };
  return { step: 'ReceiveList', body: { detail } };
}

async function deliver(queues: Queues, messages: readonly Delivery[], seed: number): Promise<void> {
  await Promise.all(shuffled(messages, seed).map(({ step, body }) => queues.send(step, body)));
}
