import type { LineOutcome } from '../../contexts/registration/records/list-lines.ts';
import type { PreparedMessage } from '../../contexts/messaging/records/list-messages.ts';
import type { Person } from '../../contexts/registry/records/registry-records.ts';
import type { Campaign } from '../../contexts/messaging/domain/campaign.ts';

/** People of a list, by line: their numbers, phones and names follow from it, so that a test knows whose is whose. */
export const numberOf = (line: number): string => String(700_000_000 + line);
export const phoneOf = (line: number): string => `+2126${String(line).padStart(8, '0')}`;

export const personOf = (line: number, more: Partial<Person> = {}): Person => ({
  type: 'person',
  registrationNumber: numberOf(line),
  name: { family: `Family${line}`, given: `Given${line}` },
  birthDate: '1980-01-01',
  // Another than the list has: nobody may be notified there.
  phone: '+212799999999',
  language: 'ar',
  smsOptOut: false,
  ...more,
});

export const messageOf = (line: number, more: Partial<PreparedMessage> = {}): PreparedMessage => ({
  line,
  registrationNumber: numberOf(line),
  kind: 'registered',
  phone: phoneOf(line),
  language: 'ar',
  ...more,
});

export const outcomeOf = (line: number, more: Partial<LineOutcome> = {}): LineOutcome => ({
  line,
  reference: `REF-${line}`,
  code: 'REGISTERED',
  reasons: [],
  warnings: [],
  registrationNumber: numberOf(line),
  otherCover: null,
  duplicateOfLine: null,
  scheme: 'AMO_TNS',
  rightFrom: '2026-12-01',
  tell: { kind: 'registered', phone: phoneOf(line), language: 'ar' },
  ...more,
});

export const campaignOf = (listId: string, total: number, more: Partial<Campaign> = {}): Campaign => ({
  listId,
  source: 'dgi',
  state: 'OPEN',
  openedAt: '2026-06-01T06:00:00.000Z',
  updatedAt: '2026-06-01T06:00:00.000Z',
  total,
  partSize: 7,
  letters: 0,
  cursor: 0,
  sent: 0,
  skipped: 0,
  ...more,
});
