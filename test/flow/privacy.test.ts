import { readFileSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  CloudWatchLogsClient,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import { beforeAll, describe, expect, it } from 'vitest';
import { listKeyOf } from '../../contexts/registration/aws/list-upload.ts';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import type { RegistryRecord } from '../../contexts/registry/records/registry-records.ts';
import type { List } from '../../contexts/registration/domain/lists/list.ts';
import { parseListKey } from '../../contexts/registration/domain/lists/format/list-name.ts';
import { inRepository, inWorkFolder } from '../../local/cloud/folders.ts';
import { connectToTestCloud } from '../support/flow/cloud.ts';
import { deliverAgain } from '../support/flow/list-disorder.ts';
import { answerOf, inState, type AnswerRow } from '../support/flow/lists.ts';
import { prepareClaims, submitClaim, type SubmittedClaim } from '../support/flow/people.ts';
import { Queues } from '../support/flow/queues.ts';
import { settled, until } from '../support/flow/wait.ts';

const FUNCTIONS = [
  'receive-file',
  'start-reading',
  'collect-reading',
  'read-forms',
  'adjudicate-claim',
  'notify-person',
  'relay-events',
  'order-payments',
];

const REGISTRATION = [
  'receive-list',
  'advance-list',
  'verify-range',
  'link-list',
  'register-unit',
  'close-list',
  'prepare-messages',
  'send-registration-sms',
  'check-rights',
];

describe('a patient goes through every function', () => {
  let client: MilafClient;
  let patient: SubmittedClaim;

  beforeAll(async () => {
    client = await connectToTestCloud();
    const [scan] = await prepareClaims(client, 190_000, 1);
    patient = await submitClaim(client, scan!);
    await settled(client, patient.fileId);
    await client.requestPaymentRun('test');
    await new Queues(client).drained(['OrderPayments']);
  });

  it('and every function has logged about it, by its ids', async () => {
    const logs = await functionLogs();
    for (const name of FUNCTIONS)
      expect([...logs.keys()].filter((group) => group.endsWith(name))).toHaveLength(1);
    await until('receive-file has logged the receipt', async () =>
      [...(await functionLogs()).values()].some((text) => text.includes(patient.fileId)) ? true : undefined,
    );
  });

  it('and no log has its name, number, CIN, telephone or account', async () => {
    const marks = identifyingValues([...patient.records]);
    expect(marks.length).toBeGreaterThan(4);
    const ocr = readFileSync(inWorkFolder('test-ocr.log'), 'utf8');
    // The emulator's own log is left out: it prints which telephone it was asked to send to, as no provider may.
    const texts = new Map([...(await functionLogs()), ['the OCR service', ocr]]);
    const leaks = [...texts].flatMap(([log, text]) =>
      marks.flatMap(([what, mark]) => (text.includes(mark) ? [`${what} in ${log}`] : [])),
    );
    expect(leaks).toEqual([]);
  });
});

describe('people of a list go through every function of registration', () => {
  let client: MilafClient;
  let listId: string;
  let list: List;
  let told: readonly AnswerRow[];

  beforeAll(async () => {
    client = await connectToTestCloud();
    listId = await submitPeople(client);
    list = await inState(client, listId, ['CLOSED']);
    told = (await answerOf(client, list)).rows;
    await until('its people are notified', async () => {
      const campaign = (await client.registrationSms.campaigns.list()).find((one) => one.listId === listId);
      return campaign?.state === 'DONE' ? campaign : undefined;
    });
    await client.rights.requestCheck(listId, 'test');
    await until('rights were checked', async () =>
      (await client.rights.runs.find(listId))?.state === 'DONE' ? true : undefined,
    );
  });

  it('and every function has logged about it, by its ids', async () => {
    const queues = new Queues(client);
    const haveLogged = await until('each function has logged', async () => {
      const logs = [...(await functionLogs())];
      const silent = REGISTRATION.filter(
        (name) =>
          !logs.some(
            ([group, text]) =>
              group.endsWith(name) && text.includes(isOfAllLists(name) ? 'RECORD_DONE' : listId),
          ),
      );
      if (silent.length === 0) return true;
      // Where the machine is busy, the emulator keeps the last lines of a function until its next call.
      await deliverAgain(client, queues, list);
      await client.rights.requestCheck(listId, 'test');
      return undefined;
    });
    expect(haveLogged).toBe(true);
  });

  it('and no log has a name, a CIN, a telephone, an address or a registration number, of broken lines either', async () => {
    const numbers = told
      .map(({ registrationNumber }) => registrationNumber)
      .filter((number) => number !== '');
    expect(numbers.length).toBeGreaterThan(3);
    const marks = [
      ...PEOPLE.flatMap((line) => line.split(';').flatMap((cell) => [cell, cell.replaceAll(/[\s"]/g, '')])),
      // As the line's telephone is kept.
      ...PEOPLE.flatMap((line) => /0[67][\d ]+/.exec(line)?.[0].replaceAll(' ', '').slice(1) ?? []),
      ...numbers,
    ].filter((mark) => mark.length > 4 && !/^\d{4}-\d{2}-\d{2}$|^TRADER|^Casablanca$|^Marrakech$/.test(mark));
    expect(marks.length).toBeGreaterThan(40);
    const leaks = [...(await functionLogs())].flatMap(([log, text]) =>
      marks.filter((mark) => text.includes(mark)).map((mark) => `${mark} in ${log}`),
    );
    expect(leaks).toEqual([]);
  });
});

/** SMS of all lists go out at one rate, so a call of its function is about all of them. */
const isOfAllLists = (name: string): boolean => name === 'send-registration-sms';

/** The published example, and lines that are broken or have a CIN, a day and a telephone that are none. */
const [COUNTS = '', COLUMNS = '', ...EXAMPLE_LINES] = readFileSync(
  inRepository('docs', 'schemas', 'examples', 'dgi.csv'),
  'utf8',
)
  .trimEnd()
  .split('\n');
const PEOPLE = [
  ...EXAMPLE_LINES,
  '40112237;ZZ99887766;MEZIANE;Abdelhakim;;;31/02/1980;F;CPU;2018-09-01;0655443322;77, rue Privée;Safi',
  '40112238;BB443322;"OUAZZANI;Noureddine;;;1980-02-03;M;CPU;2018-09-01;0655443323;78, rue Privée;Safi',
  '40112239;BB443324;Tazi<Khalid>;Mohamed-Amine;;;1980-02-04;M;CPU;2018-09-01;05 22 44 33 24;79, rue Privée;Safi',
];

async function submitPeople(client: MilafClient): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'milaf-')), 'private.csv');
  const counts = COUNTS.replace(/records=\d+/, `records=${PEOPLE.length}`);
  await writeFile(file, [counts, COLUMNS, ...PEOPLE].join('\n'));
  const key = listKeyOf('dgi', path.basename(file));
  const name = parseListKey(key)!;
  return client.submitList({ file, key, name, isDryRun: false, manifest: undefined });
}

async function functionLogs(): Promise<Map<string, string>> {
  const logs = new CloudWatchLogsClient();
  const texts = new Map<string, string>();
  for await (const { logGroups = [] } of paginateDescribeLogGroups(
    { client: logs },
    { logGroupNamePrefix: '/aws/lambda/milaf' },
  )) {
    for (const { logGroupName = '' } of logGroups) {
      const lines: string[] = [];
      for await (const { events = [] } of paginateFilterLogEvents({ client: logs }, { logGroupName })) {
        lines.push(...events.map(({ message = '' }) => message));
      }
      texts.set(logGroupName, lines.join('\n'));
    }
  }
  return texts;
}

type Mark = readonly [what: string, value: string];

function identifyingValues(records: readonly RegistryRecord[]): Mark[] {
  // A short name may be part of any word.
  return records.flatMap(marksOf).filter(([, value]) => value.length > 4);
}

function marksOf(record: RegistryRecord): Mark[] {
  if (record.type === 'account') return [['RIB', record.rib]];
  if (record.type === 'dependant') return [['name', record.name.given]];
  if (record.type !== 'person') return [];
  const { registrationNumber, cin = '', phone = '', name } = record;
  return [
    ['registration number', registrationNumber],
    ['CIN', cin],
    ['telephone', phone],
    ['name', name.family],
    ['name', name.given],
  ];
}
