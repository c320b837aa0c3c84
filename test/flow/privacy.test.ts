import { readFileSync } from 'node:fs';
import {
  CloudWatchLogsClient,
  paginateDescribeLogGroups,
  paginateFilterLogEvents,
} from '@aws-sdk/client-cloudwatch-logs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { MilafClient } from '../../adapters/milaf-client.ts';
import type { RegistryRecord } from '../../core/contracts/registry-records.ts';
import { inWorkFolder } from '../../local/cloud/folders.ts';
import { connectToTestCloud } from '../support/flow/cloud.ts';
import { prepareClaims, submitClaim, type SubmittedClaim } from '../support/flow/people.ts';
import { Queues } from '../support/flow/queues.ts';
import { settled, until } from '../support/flow/wait.ts';

const FUNCTIONS = [
  'receive-file',
  'start-reading',
  'collect-reading',
  'adjudicate-claim',
  'notify-person',
  'relay-events',
  'order-payments',
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
});

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
