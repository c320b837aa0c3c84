import { personNames, type RegistryReader } from '#registry';
import type { ReceiptPerson } from '../api/uploads.ts';
import type { TakenFile } from '../ports/uploads.ts';

export interface PeopleDependencies {
  readonly registry: Pick<RegistryReader, 'findPerson'>;
}

/** Whose claims a file holds, each once; nobody while no claim is identified. */
export async function peopleOfFile(
  claims: TakenFile['claims'],
  { registry }: PeopleDependencies,
): Promise<ReceiptPerson[]> {
  const numbers = new Set(claims.flatMap(({ registrationNumber }) => registrationNumber ?? []));
  return Promise.all(
    Array.from(numbers, async (registrationNumber) => {
      const person = await registry.findPerson(registrationNumber);
      return { registrationNumber, names: person === undefined ? [] : [...personNames(person.name)] };
    }),
  );
}
