import { createDocumentClient } from '../../../contexts/shared/aws/document-client.ts';
import { DynamoListStore } from '../../../contexts/registration/aws/list-store.ts';
import { DynamoPersonMessageStore } from '../../../contexts/messaging/aws/person-message-store.ts';
import { DynamoReferenceStore } from '../../../contexts/registry/aws/reference-store.ts';
import { DynamoRegistrationStore } from '../../../contexts/registration/aws/registration-store.ts';
import { DynamoRegistryStore } from '../../../contexts/registry/aws/registry-store.ts';
import { loadRegistry } from '../../../contexts/registry/use-cases/load-registry.ts';
import { listManifestSchema } from '../../../contexts/registration/records/list-manifest.ts';
import type { LineOutcome } from '../../../contexts/registration/records/list-lines.ts';
import { createNumberSource } from '../../../contexts/registration/domain/registration-number.ts';
import { currentRuleBook } from '../../../contexts/rules/rule-book.ts';
import type { SampleList } from '../../../local/samples/lists/sample-list.ts';
import { sampleFileName, sampleListBytes, sampleManifest } from '../../../local/samples/lists/write-list.ts';
import { ListWorld } from '../../support/run-list-in-memory.ts';
import type { MeteredCall, MeteringProxy } from '../cost/metering-proxy.ts';

const LINES_PER_UNIT = 200;
const SECRET = 'of the benchmark, for numbers of nobody';
const LEASE_SECONDS = 60;

/** What registering and telling the people of a list asked of the registry table. */
export interface MeteredRegistration {
  readonly lineCount: number;
  readonly outcomes: readonly LineOutcome[];
  readonly register: readonly MeteredCall[];
  readonly tell: readonly MeteredCall[];
  /** One unit counted. */
  readonly count: readonly MeteredCall[];
}

/** Takes a list through the true use cases; only the registry table is the cloud's, behind the meter. */
export async function meterRegistration(
  list: SampleList,
  registryTable: string,
  proxy: MeteringProxy,
): Promise<MeteredRegistration> {
  const documents = createDocumentClient();
  const references = new DynamoReferenceStore(documents, registryTable);
  const before = [...list.registryBefore()].map((record) => JSON.stringify(record));
  await loadRegistry(before, new DynamoRegistryStore(documents, registryTable));
  for (const { source, record } of list.referencesBefore()) await references.putReference(source, record);
  const first = proxy.calls.length;

  const numbers = createNumberSource(SECRET);
  const registrations = new DynamoRegistrationStore(documents, registryTable, numbers, () => new Date());
  const world = new ListWorld({
    registrations,
    rules: currentRuleBook(),
    planning: { maxRangeLines: 1_000, maxRangeBytes: 256 * 1_024, maxListLines: 1_000_000 },
    linesPerUnit: LINES_PER_UNIT,
  });
  const content = await sampleListBytes(list);
  const listId = world.submit({
    source: list.source,
    fileName: sampleFileName('bench', list),
    content,
    manifest: listManifestSchema.parse(JSON.parse(sampleManifest(list, content))),
  });
  await world.run({ seed: 1 });
  const closed = await world.lists.find(listId);
  if (closed?.state !== 'CLOSED') throw new Error('The list of the benchmark was not closed');
  const registered = proxy.calls.length;

  const outcomes = Array.from({ length: closed.unitCount ?? 0 }, (_, index) =>
    world.objects.readOutcomes(listId, index + 1),
  ).flat();
  await tellAll(outcomes, listId, new DynamoPersonMessageStore(documents, registryTable));
  const told = proxy.calls.length;

  const lists = new DynamoListStore(documents, registryTable, () => new Date());
  await lists.receive(closed);
  const received = proxy.calls.length;
  await lists.countRegisteredUnit(closed, 1, LINES_PER_UNIT);
  proxy.demandHealth();
  return {
    lineCount: list.lineCount,
    outcomes,
    register: proxy.calls.slice(first, registered),
    tell: proxy.calls.slice(registered, told),
    count: proxy.calls.slice(received),
  };
}

async function tellAll(
  outcomes: readonly LineOutcome[],
  listId: string,
  messages: DynamoPersonMessageStore,
): Promise<void> {
  for (const { tell, registrationNumber, line } of outcomes) {
    if (tell?.kind !== 'registered' || tell.phone === null || registrationNumber === null) continue;
    const message = {
      registrationNumber,
      messageKey: 'registered',
      listId,
      line,
      kind: 'registered',
      state: 'SENDING',
      language: tell.language,
      text: 'تم تسجيلكم في التأمين الإجباري عن المرض. رقم التسجيل: 123456789',
      segments: 1,
      updatedAt: new Date().toISOString(),
    } as const;
    await messages.begin(message, LEASE_SECONDS);
    await messages.recordSent(message, 'bench-00000000-0000-0000-0000-000000000000');
  }
}
