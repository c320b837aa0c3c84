import { beforeAll, describe, expect, it } from 'vitest';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { DynamoReferenceStore } from '../../contexts/registry/aws/reference-store.ts';
import { DynamoRegistrationStore } from '../../contexts/registration/aws/registration-store.ts';
import { DynamoRegistryStore } from '../../contexts/registry/aws/registry-store.ts';
import { connectToTestCloud } from '../support/flow/cloud.ts';
import { createIsolatedResources } from '../support/flow/isolated-resources.ts';
import { registrationStoreCases, type MakeSubject } from '../support/registration-store-cases.ts';

let inDynamo: MakeSubject;

beforeAll(async () => {
  await connectToTestCloud();
  const { registryTable } = await createIsolatedResources();
  const client = createDocumentClient();
  const registry = new DynamoRegistryStore(client, registryTable);
  inDynamo = (numbers) => ({
    store: new DynamoRegistrationStore(client, registryTable, numbers, () => new Date()),
    references: new DynamoReferenceStore(client, registryTable),
    put: (record) => registry.put(record),
    findPersonFile: (number) => registry.findPersonFile(number),
  });
});

describe('the registration store in DynamoDB', () => {
  it.each(registrationStoreCases.map((oneCase) => [oneCase.name, oneCase] as const))(
    '%s',
    async (_, { run }) => {
      expect.hasAssertions();
      await run(inDynamo);
    },
  );
});
