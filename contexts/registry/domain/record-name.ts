import type { RegistryRecord } from '../records/registry-records.ts';

/** What a record is of its person or provider: another one of the same name takes its place. */
export function recordName(record: RegistryRecord): string {
  switch (record.type) {
    case 'person':
      return 'PROFILE';
    case 'provider':
      return 'PROVIDER';
    case 'dependant':
      return `DEPENDANT#${record.dependantId}`;
    case 'coverage':
      return `COVERAGE#${record.scheme}#${record.from}`;
    case 'activity':
      return `ACTIVITY#${record.source}#${record.reference}`;
    case 'contribution':
      return `CONTRIBUTION#${record.scheme}#${record.month}`;
    case 'provider-account':
      return `ACCOUNT#${record.from}`;
    case 'account':
      // The account of a survivor stands beside that of the dead person, also from the same day.
      return `ACCOUNT#${record.from}${record.change ? `#${record.change.changeId}` : ''}${record.heldBy ? '#SURVIVOR' : ''}`;
    case 'prior-approval':
      return `APPROVAL#${record.approvalId}`;
  }
}
