import type { RegistryRecord } from '../records/registry-records.ts';

/** What a record says that cannot be, by its fields and without their values; undefined of one that can. */
export function faultOfRecord(record: RegistryRecord, today: string): string | undefined {
  if ('deceasedOn' in record && record.deceasedOn !== undefined) {
    if (record.deceasedOn < record.birthDate) return 'deceasedOn: it is before birthDate';
    if (record.deceasedOn > today) return 'deceasedOn: it is later than today';
  }
  if ('birthDate' in record && record.birthDate > today) return 'birthDate: it is later than today';
  if (record.type === 'provider-account' && record.confirmed !== undefined && record.confirmed.on > today)
    return 'confirmed.on: it is later than today';
  if ('to' in record && record.to !== undefined && record.to < record.from) return 'to: it is before from';
  return undefined;
}
