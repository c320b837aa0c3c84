import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dependantSchema } from '#registry';
import { holderItemSchema, personPk, ramedKey, recordOf } from '#registry/aws';
import { batchGet, type TransactItems, transactWrite } from '#shared/aws';
import type { NewDependant } from '../domain/registration.ts';
import type { ChangeResult } from '../ports/registration.ts';
import { dependantItems, ramedItem } from './registration-items.ts';

/** Each takes two items at most; a transaction takes 100, and the RAMED number one of them. */
const DEPENDANTS_PER_TRANSACTION = 49;

interface Household {
  readonly registrationNumber: string;
  readonly ramedNumber?: string;
  readonly dependants: readonly NewDependant[];
}

/**
 * Declares members of a family under someone who is registered. Those that the same line declared before are left as they are,
 * so that a household of any size is completed by repeating it.
 * @returns `refused` where an id or a member's CIN, or the RAMED number, belongs to someone else meanwhile
 */
export async function declareDependants(
  client: DynamoDBDocumentClient,
  table: string,
  household: Household,
): Promise<ChangeResult> {
  const missing = await findMissing(client, table, household);
  if (missing === 'refused') return 'refused';
  const { dependants, ramedNumber } = missing;
  const { registrationNumber } = household;
  let first: TransactItems =
    ramedNumber === undefined ? [] : [ramedItem(table, ramedNumber, registrationNumber)];
  if (first.length === 0 && dependants.length === 0) return 'known';
  for (let start = 0; start === 0 || start < dependants.length; start += DEPENDANTS_PER_TRANSACTION) {
    const some = dependants.slice(start, start + DEPENDANTS_PER_TRANSACTION);
    const items = some.flatMap((dependant) => dependantItems(table, dependant, registrationNumber));
    if ((await transactWrite(client, [...first, ...items])) !== 'applied') return 'refused';
    first = [];
  }
  return 'applied';
}

async function findMissing(
  client: DynamoDBDocumentClient,
  table: string,
  { registrationNumber, ramedNumber, dependants }: Household,
): Promise<Pick<Household, 'ramedNumber' | 'dependants'> | 'refused'> {
  const pk = personPk(registrationNumber);
  const items = await batchGet(client, table, [
    ...dependants.map(({ dependantId }) => ({ pk, sk: `DEPENDANT#${dependantId}` })),
    ...(ramedNumber === undefined ? [] : [ramedKey(ramedNumber)]),
  ]);
  const isRamedKnown = items.some(
    (item) =>
      item['sk'] === 'RAMED' && holderItemSchema.parse(item).registrationNumber === registrationNumber,
  );
  const declared = new Map(
    items
      .filter((item) => item['sk'] !== 'RAMED')
      .map((item) => dependantSchema.parse(recordOf(item)))
      .map((dependant) => [dependant.dependantId, dependant.registeredFrom]),
  );
  const isTaken = dependants.some(({ dependantId, registeredFrom }) => {
    if (!declared.has(dependantId)) return false;
    const by = declared.get(dependantId);
    return by?.listId !== registeredFrom?.listId || by?.line !== registeredFrom?.line;
  });
  if (isTaken) return 'refused';
  return {
    ...(ramedNumber === undefined || isRamedKnown ? {} : { ramedNumber }),
    dependants: dependants.filter(({ dependantId }) => !declared.has(dependantId)),
  };
}
