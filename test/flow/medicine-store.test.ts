import { beforeAll, describe, expect, it } from 'vitest';
import { DynamoMedicineStore } from '../../contexts/medicines/aws/medicine-store.ts';
import { createDocumentClient } from '../../contexts/shared/aws/document-client.ts';
import { connectToTestCloud } from '../support/flow/cloud.ts';
import { createIsolatedResources } from '../support/flow/isolated-resources.ts';
import { medicineStoreCases } from '../support/medicine-store-cases.ts';

let store: DynamoMedicineStore;

beforeAll(async () => {
  await connectToTestCloud();
  const { registryTable } = await createIsolatedResources();
  store = new DynamoMedicineStore(createDocumentClient(), registryTable);
});

describe('the list of medicines in DynamoDB', () => {
  it.each(medicineStoreCases.map((oneCase) => [oneCase.name, oneCase] as const))('%s', async (_, { run }) => {
    expect.hasAssertions();
    await run(store);
  });
});
