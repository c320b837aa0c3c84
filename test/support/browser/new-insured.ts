import type { Household } from '../../../local/samples/scenarios/household.ts';
import { householdRecords } from '../../../local/samples/scenarios/household.ts';
import { PEOPLE } from '../../../local/samples/scenarios/people.ts';
import type { MilafClient } from '../../../contexts/operations/aws/milaf-client.ts';
import { load, TODAY } from '../flow/cloud.ts';

/**
 * An insured person of a test's own in the registry: codes by SMS are few an hour for each number, and what others were paid does
 * not touch this one.
 */
export async function newInsured(client: MilafClient): Promise<Household & { readonly phone: string }> {
  const digits = Date.now().toString().slice(-8);
  const household = {
    ...PEOPLE.youssef,
    registrationNumber: `1${digits}`,
    cin: `BK${digits.slice(-6)}`,
    phone: `+2126${digits}`,
  };
  await load(client, householdRecords(household, TODAY));
  return household;
}
