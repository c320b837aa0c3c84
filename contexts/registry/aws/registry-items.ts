import * as z from 'zod';
import type { PersonEvent } from '#events';
import {
  registryRecordSchema,
  type Dependant,
  type Person,
  type RegistryRecord,
} from '../records/registry-records.ts';
import type { PersonFile } from '../domain/person-file.ts';
import { recordName } from '../domain/record-name.ts';

/** How the registry table keeps people. Every read is parsed with these. */

export interface ItemKey {
  readonly pk: string;
  readonly sk: string;
}

/** Who has a CIN or a RAMED number. */
export const holderItemSchema = z.object({ registrationNumber: z.string() });
/** As what a CIN was declared, and under whom. */
export const dependantClaimSchema = holderItemSchema.extend({ dependantId: z.string() });

const recordItemSchema = z.object({ record: registryRecordSchema });

export const personPk = (registrationNumber: string) => `PERSON#${registrationNumber}`;
export const providerPk = (inpe: string) => `PROVIDER#${inpe}`;
export const PROVIDER_ACCOUNT_PREFIX = 'ACCOUNT#';
export const providerKey = (inpe: string): ItemKey => ({ pk: providerPk(inpe), sk: 'PROVIDER' });
export const profileKey = (registrationNumber: string): ItemKey => ({
  pk: personPk(registrationNumber),
  sk: 'PROFILE',
});
export const cinKey = (cin: string): ItemKey => ({ pk: `CIN#${cin}`, sk: 'CIN' });
/** Apart from the CIN of the insured: a spouse's CIN must not find the insured person. */
export const dependantClaimKey = (cin: string): ItemKey => ({ pk: `CIN#${cin}`, sk: 'DEPENDANT' });
export const referenceKey = (cin: string): ItemKey => ({ pk: `CIN#${cin}`, sk: 'REFERENCE' });
export const ramedKey = (household: string): ItemKey => ({ pk: `RAMED#${household}`, sk: 'RAMED' });

export function recordKey(record: RegistryRecord): ItemKey {
  const pk = 'inpe' in record ? providerPk(record.inpe) : personPk(record.registrationNumber);
  return { pk, sk: recordName(record) };
}

/** Index in which people stand by their phone; keys only. */
export const PHONE_INDEX = 'queue';
export const phoneKey = (phone: string): string => `PHONE#${phone}`;

/** An item that holds a record, and nothing else; a person who has a phone is found by it. */
export function recordItem(
  record: RegistryRecord,
): ItemKey & { readonly record: RegistryRecord; readonly gsi1pk?: string; readonly gsi1sk?: string } {
  const item = { ...recordKey(record), record };
  if (record.type !== 'person' || record.phone === undefined) return item;
  return { ...item, gsi1pk: phoneKey(record.phone), gsi1sk: record.registrationNumber };
}

/** The record of an item; undefined for the events and messages that are in a person's partition too. */
export function recordOf(item: Record<string, unknown>): RegistryRecord | undefined {
  return 'record' in item ? recordItemSchema.parse(item).record : undefined;
}

/** Puts the records of one person together; undefined where the person is not among them. */
export function personFileOf(records: readonly RegistryRecord[]): PersonFile | undefined {
  const person = records.find((record): record is Person => record.type === 'person');
  if (person === undefined) return undefined;
  return {
    person,
    dependants: records.filter((record) => record.type === 'dependant'),
    coverages: records.filter((record) => record.type === 'coverage'),
    contributions: records.filter((record) => record.type === 'contribution'),
    accounts: records.filter((record) => record.type === 'account'),
    priorApprovals: records.filter((record) => record.type === 'prior-approval'),
  };
}

/** The item that a dependant's CIN belongs to. */
export function dependantClaimItem(cin: string, { registrationNumber, dependantId }: Dependant): object {
  return { ...dependantClaimKey(cin), registrationNumber, dependantId };
}

/** Audit trail and outbox of a change of someone who is registered: relay-events sends what it holds. */
export function personEventItem(event: PersonEvent, what: string): object {
  return { pk: personPk(event.registrationNumber), sk: `EVENT#${what}`, event };
}
