import { jsonSeed } from '../json-input.ts';

const FILE_ID = '7Q2MK8D10ABCDEFG';
const CHANNEL = { channelId: 'agency-rabat-01' };
const BASE = { eventId: `${FILE_ID}#1`, occurredAt: '2024-02-29T10:00:00Z' };
const CLAIM = { claimId: `${FILE_ID}-1`, ...CHANNEL };
const PERSON = { registrationNumber: '112233445' };
const LIST = { listId: FILE_ID, source: 'dgi', isDryRun: false };

const events: readonly object[] = [
  { type: 'file.accepted.v1', ...BASE, fileId: FILE_ID, ...CHANNEL },
  { type: 'file.reading-failed.v1', ...BASE, fileId: FILE_ID, ...CHANNEL, readingAttempt: 2 },
  { type: 'claim.drafted.v1', ...BASE, ...CLAIM },
  { type: 'claim.document-requested.v1', ...BASE, ...CLAIM, documents: ['rib'], via: 'sms' },
  { type: 'payment.returned.v1', ...BASE, ...CLAIM, attempt: 1, reason: 'AC01' },
  { type: 'payments.ordered.v1', ...BASE, remittanceId: 'R1', claimIds: [CLAIM.claimId] },
  { type: 'list.planned.v1', ...BASE, ...LIST, lineCount: 4, rangeCount: 2 },
  { type: 'list.closed.v1', ...BASE, ...LIST, lineCount: 4 },
  { type: 'person.registered.v1', ...BASE, ...PERSON, scheme: 'AMO_TNS', listId: FILE_ID },
  { type: 'coverage.closed.v1', ...BASE, ...PERSON, scheme: 'AMO_TADAMON', reason: 'SCORE' },
  { type: 'rights.checked.v1', ...BASE, runId: 'run-1', heldCount: 0, closedCount: 1 },
];

const object = (key: string): object => ({
  detail: { bucket: { name: 'milaf' }, object: { key, 'version-id': 'v1', size: 3 } },
});

const range = { number: 1, offsetBytes: 0, lengthBytes: 9, firstLine: 1, lineCount: 1 };

const deliveries: readonly (readonly [queue: string, body: object])[] = [
  ['adjudicate', CLAIM],
  ['advance', { detail: events[6] }],
  ['checkRights', { kind: 'segment', runId: 'run-1', segment: 0 }],
  ['closed', { detail: events[7] }],
  ['closeList', { listId: FILE_ID }],
  ['collect', { JobId: 'job', Status: 'SUCCEEDED', JobTag: `${FILE_ID}-1` }],
  ['collect', { fileId: FILE_ID, readingAttempt: 1, jobId: 'job' }],
  ['linkList', { listId: FILE_ID }],
  ['orderPayments', { requestedBy: 'schedule' }],
  ['readForms', { fileId: FILE_ID, readingAttempt: 1, jobId: 'job' }],
  ['register', { listId: FILE_ID, unit: 1 }],
  ['release', { kind: 'person', ...PERSON, cursor: 'x' }],
  ['render', { claimId: CLAIM.claimId, kind: 'redacted' }],
  ['render', { detail: events[2] }],
  ['scan', object('incoming/agency-rabat-01/scan 1.pdf')],
  ['list', object('incoming/dgi/a.csv.gz')],
  ['startReading', { fileId: FILE_ID, ...CHANNEL }],
  ['tell', { requestedBy: 'schedule' }],
  ['told', { detail: events[4] }],
  ['verify', { listId: FILE_ID, range }],
  ['watch', { requestedBy: 'schedule' }],
];

export const queueSeeds = (): readonly Uint8Array[] =>
  deliveries.map(([queue, body]) =>
    jsonSeed({ queue, bodies: [body, JSON.stringify(body)], receiveCount: '1' }),
  );

export const itemSeeds = (): readonly Uint8Array[] => [
  ...events.map((event) =>
    jsonSeed({ eventName: 'INSERT', item: { pk: `FILE#${FILE_ID}`, sk: 'EVENT#1', event, facts: {} } }),
  ),
  jsonSeed({ eventName: 'INSERT', item: { pk: 'PERSON#112233445', sk: 'PROFILE', event: events[8] } }),
  jsonSeed({
    eventName: 'MODIFY',
    item: { pk: 'PERSON#112233445', sk: 'ACCOUNT#2024-01-01', record: PERSON },
  }),
  jsonSeed({
    eventName: 'MODIFY',
    item: { pk: `CLAIM#${FILE_ID}`, sk: 'CLAIM', claimId: CLAIM.claimId, payment: { state: 'HELD' } },
  }),
];

const records: readonly object[] = [
  {
    ...{
      type: 'person',
      ...PERSON,
      cin: 'AB123456',
      birthDate: '1981-05-07',
      sex: 'F',
      phone: '+212612345678',
    },
    name: { family: 'SEFRIOUI', given: 'Nadia', familyArabic: 'الصفريوي', givenArabic: 'نادية' },
  },
  {
    ...{
      type: 'dependant',
      ...PERSON,
      dependantId: '1',
      link: 'child',
      birthDate: '2010-01-01',
      from: '2010-01-01',
    },
    ...{ name: { family: 'ALAMI', given: 'Yassine' }, studies: [{ from: '2020-09-01', to: '2021-06-30' }] },
  },
  { type: 'coverage', ...PERSON, scheme: 'AMO_TNS', from: '2021-12-01', category: 'CPU' },
  { type: 'contribution', ...PERSON, scheme: 'AMO_TNS', month: '2024-01', paid: true },
  { type: 'account', ...PERSON, rib: '007780000123456789012396', from: '2021-12-01' },
  {
    type: 'provider',
    inpe: '060708091',
    name: 'MANSOURI Adil',
    specialty: 'Cardiologie',
    sector: 'PRIVATE',
    place: 'Settat',
    from: '2010-01-01',
  },
];

export const registrySeeds = (): readonly Uint8Array[] => [
  ...records.map(jsonSeed),
  Buffer.from(records.map((record) => `${JSON.stringify(record)}\n`).join('')),
];
