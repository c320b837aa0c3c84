import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { listReportSchema } from '../../contexts/registration/records/list-report.ts';
import type { RegistryRecord } from '../../contexts/registry/records/registry-records.ts';
import { inRepository } from '../../local/cloud/folders.ts';
import { milaf, milafJson } from '../support/flow/command-line.ts';
import { readAnswer } from '../support/flow/lists.ts';
import { until } from '../support/flow/wait.ts';

const closedSchema = z.object({
  list: z.object({ listId: z.string(), state: z.literal('CLOSED') }),
  report: listReportSchema,
});
const smsStatusSchema = z.object({
  isPaused: z.boolean(),
  campaigns: z.array(z.object({ listId: z.string(), left: z.int() })),
});
const messagesSchema = z.array(
  z.object({ kind: z.string(), state: z.string(), text: z.string().optional() }),
);
const rightsSchema = z.object({
  run: z.object({ runId: z.string(), state: z.literal('DONE') }),
  report: z.object({ counts: z.object({ closed: z.record(z.string(), z.int()) }), messages: z.int() }),
});

/** Two households: a head with a mobile, spouse and child, and one whose other member is no dependant. */
const RAMED = example('ramed.csv');
const DGI = example('dgi.csv');
const HEAD_CIN = 'AB123459';
const HEAD = { name: 'El Fassi Driss', birthDate: '1984-02-29' };
const FIRST_LINE = 3;
const UNCOVERED_NUMBER = '183000471';
const UNCOVERED: readonly RegistryRecord[] = [
  {
    type: 'person',
    registrationNumber: UNCOVERED_NUMBER,
    cin: 'QX183471',
    name: { family: 'ZEROUALI', given: 'Nadia' },
    birthDate: '1971-02-03',
    sex: 'F',
    language: 'fr',
    smsOptOut: false,
  },
  {
    type: 'coverage',
    registrationNumber: UNCOVERED_NUMBER,
    scheme: 'AMO_TADAMON',
    from: '2022-12-01',
    to: '2024-01-31',
  },
];

describe('an engineer of CNSS and an auditor at the command line', () => {
  let folder: string;
  let dryRun: z.infer<typeof closedSchema>;
  let realRun: z.infer<typeof closedSchema>;
  let head: string;
  let keyFile: string;

  const file = async (name: string, content: string): Promise<string> => {
    const target = path.join(folder, name);
    await writeFile(target, content);
    return target;
  };
  const messages = async () => messagesSchema.parse(await milafJson('sms', 'list', head));

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'milaf-'));
    const uncovered = await file(
      'uncovered.jsonl',
      UNCOVERED.map((record) => JSON.stringify(record)).join('\n'),
    );
    await Promise.all([milaf('sms', 'pause'), milaf('registry', 'load', uncovered)]);
    dryRun = closedSchema.parse(await submitRamed('--dry-run'));
    realRun = closedSchema.parse(await submitRamed());
  });

  afterAll(async () => {
    await milaf('sms', 'resume');
  });

  it('see in a dry run the same counts as in the real one', () => {
    expect(realRun.report.byClass).toEqual({ SUBJECT: 4, NOT_SUBJECT: 1 });
    expect({ ...dryRun.report, ...realRunOnly }).toEqual({ ...realRun.report, ...realRunOnly });
  });

  it('read why a list is refused, and what to do', async () => {
    const dgi = await readFile(DGI, 'utf8');
    const cutOff = await file('cut-off.csv', dgi.split('\n').slice(0, 4).join('\n'));
    const uncounted = await file('uncounted.csv', dgi.split('\n').slice(1).join('\n'));
    const [again, elsewhere, part, manifest] = await Promise.all([
      milaf('lists', 'submit', RAMED, '--source', 'ramed', '--wait'),
      milaf('lists', 'submit', DGI, '--source', 'barid', '--wait'),
      milaf('lists', 'submit', cutOff, '--source', 'dgi', '--wait'),
      milaf('lists', 'submit', uncounted, '--source', 'dgi', '--wait'),
    ]);
    expect([again, elsewhere, part, manifest].map(({ exitCode }) => exitCode)).toEqual([1, 1, 1, 2]);
    expect(again.stdout).toMatch(/KNOWN_LIST.*its lines are answered with the first one/);
    expect(elsewhere.stdout).toMatch(/WRONG_SOURCE.*Put it into the folder of its source/);
    expect(part.stdout).toMatch(/TRUNCATED.*4 lines were announced, 2 were found.*Send the whole file again/);
    expect(manifest.stderr).toContain('put uncounted.manifest.json beside it');
  });

  it('get an answer that is complete, and proves by itself that nobody changed it', async () => {
    const { listId } = realRun.list;
    const fetched = await milaf('lists', 'answer', listId, '--out', folder);
    expect(fetched.stdout).toContain('The answer is valid');

    const csv = path.join(folder, `${listId}.csv`);
    keyFile = path.join(folder, 'milaf-answers.pem');
    const text = await readFile(csv, 'utf8');
    const rows = readAnswer(Buffer.from(text));
    expect(rows.map(({ reason }) => reason)).toEqual([
      'REGISTERED',
      'DEPENDANT_REGISTERED',
      'DEPENDANT_REGISTERED',
      'REGISTERED',
      'DEPENDANT_NOT_ELIGIBLE',
    ]);
    head = rows.find(({ line }) => line === FIRST_LINE)!.registrationNumber;

    await writeFile(csv, text.replace('NOT_SUBJECT', 'SUBJECT'));
    const changed = await milaf('lists', 'verify-answer', csv, '--key', keyFile);
    expect(changed).toMatchObject({ exitCode: 1 });
    expect(changed.stdout).toContain('it was changed or cut off');
  });

  it('tell nobody while SMS are paused, and then each person once', async () => {
    const { listId } = realRun.list;
    await until('the list’s people wait to be notified', async () => {
      const { isPaused, campaigns } = smsStatusSchema.parse(await milafJson('sms', 'status'));
      expect(isPaused).toBe(true);
      return campaigns.some((one) => one.listId === listId && one.left > 0) ? true : undefined;
    });

    await milaf('sms', 'resume');
    const told = await until('the head of the household is told', async () => {
      const sent = await messages();
      return sent.some(({ state }) => state === 'SENT') ? sent : undefined;
    });
    expect(told).toMatchObject([{ kind: 'registered', text: expect.stringContaining(head) as string }]);
  });

  it('issue a certificate that anyone with the public key can verify, and none where there is no right', async () => {
    const pdf = path.join(folder, 'certificate.pdf');
    const [issued, { stdout: pem }, refused] = await Promise.all([
      milafJson('certificates', 'issue', head, '--out', pdf),
      milaf('certificates', 'key'),
      milaf('certificates', 'issue', UNCOVERED_NUMBER),
    ]);
    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-');
    expect(refused.exitCode).toBe(4);
    expect(refused.stderr).toContain('no open coverage today, so there is nothing to certify');

    const { sealText } = z.object({ sealText: z.string() }).parse(issued);
    const key = await file('key.pem', pem);
    const verify = (text: string, name: string) =>
      milaf('certificates', 'verify', text, '--key', key, '--name', name, '--birth-date', HEAD.birthDate);
    const [genuine, anothers, changed] = await Promise.all([
      verify(sealText, HEAD.name),
      verify(sealText, 'El Fassi Hamza'),
      verify(sealText.replace(head, '123456789'), HEAD.name),
    ]);
    expect(genuine.stdout).toContain('those of its holder');
    expect(anothers.stdout).toContain('GENUINE, BUT SOMEBODY ELSE’S');
    expect(changed.stdout).toContain('NOT GENUINE');
    expect([genuine, anothers, changed].map(({ exitCode }) => exitCode)).toEqual([0, 1, 1]);
  });

  it('close a right that another cover has ended, find it in the report, and have the person told', async () => {
    const reference = await file('cnops.csv', `cin;from;to\n${HEAD_CIN};2023-01-01;\nZZ;2023-01-01;\n`);
    const loaded = await milaf('registry', 'reference', 'load', reference, '--source', 'cnops');
    expect(loaded.stdout).toMatch(/line 3 refused: cin: .*\n1 line loaded, 1 refused/);

    const { run, report } = rightsSchema.parse(await milafJson('rights', 'check', '--wait'));
    expect(report.counts.closed['OTHER_COVER']).toBeGreaterThanOrEqual(1);
    expect(report.messages).toBeGreaterThanOrEqual(1);
    expect((await milaf('rights', 'show', run.runId)).stdout).toMatch(/closed: other cover\s+│\s+\d/);

    const told = await until('the head is told that the right is closed', async () => {
      const closing = (await messages()).filter(({ kind }) => kind === 'coverage-closed');
      return closing.some(({ state }) => state === 'SENT') ? closing : undefined;
    });
    expect(told).toHaveLength(1);
  });

  it.concurrent.each([
    ['a list that is not there', ['lists', 'show', '0000-0000-0000-0000'], 3, 'There is no list'],
    ['a rate that is none', ['sms', 'rate', 'fast'], 2, 'Give SMS a second, 1 to'],
    [
      'a folder that is not there',
      ['certificates', 'issue', '123456789', '--out', '/nowhere/x.pdf'],
      3,
      'Make it first',
    ],
  ])('read what to do about %s', async (_what, args, code, message) => {
    const { stderr, exitCode } = await milaf(...args);
    expect(exitCode).toBe(code);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });

  function submitRamed(...more: readonly string[]): Promise<unknown> {
    return milafJson('lists', 'submit', RAMED, '--source', 'ramed', '--wait', ...more);
  }
});

/** What is another thing in every run. */
const realRunOnly = { listId: '', isDryRun: false } as const;

function example(name: string): string {
  return inRepository('docs', 'schemas', 'examples', name);
}
