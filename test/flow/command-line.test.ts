import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import * as z from 'zod';
import { MILAF_VERSION } from '../../contexts/shared/version.ts';
import { inRepository } from '../../local/cloud/folders.ts';
import { randomScan, type RandomScan } from '../../local/samples/random/random-scan.ts';
import { writeRecordedAnswers } from '../../local/samples/recorded-answers.ts';
import { TODAY } from '../support/flow/cloud.ts';
import { milaf, milafJson } from '../support/flow/command-line.ts';
import { medicineCodeOf } from '../support/medicine-examples.ts';

const outcomeSchema = z.array(
  z.object({
    receipt: z.string(),
    state: z.string(),
    claims: z.array(z.object({ claimId: z.string(), paidCentimes: z.int() })),
  }),
);

describe('the command line', () => {
  let folder: string;
  let scan: RandomScan;
  let claimId: string;

  const file = async (name: string, content: string | Uint8Array): Promise<string> => {
    const target = path.join(folder, name);
    await writeFile(target, content);
    return target;
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'milaf-'));
    scan = await randomScan(170_000, { today: TODAY, quality: 'none', dpi: 60, isAtTariff: true });
    await writeRecordedAnswers([scan.sample], inject('recordedAnswersDirectory'));
  });

  it('loads the right lines of a registry file and refuses the wrong ones with number and reason', async () => {
    const good = [scan.provider, ...scan.records].map((record) => JSON.stringify(record));
    const lines = [
      ...good,
      '{"type":"person"',
      '{"type":"account","registrationNumber":"12","rib":"1","from":"2020-01-01"}',
    ];
    const { stdout, exitCode } = await milaf(
      'registry',
      'load',
      await file('registry.jsonl', lines.join('\n')),
    );

    expect(exitCode).toBe(1);
    expect(stdout).toContain(`line ${good.length + 1} refused: not a JSON object`);
    expect(stdout).toContain(`line ${good.length + 2} refused: registrationNumber: `);
    expect(stdout).toContain(`${good.length} records loaded, 2 refused`);
  });

  it('loads a list of medicines, says what became of it, and writes nothing in a dry run', async () => {
    const header = 'code;nom;dci;presentation;ppv;ppv_br;taux_remboursement_cnss';
    const list = await file(
      'medicines.csv',
      [header, `${medicineCodeOf(90_001)};DOLIZANE 1 G;DOLIZANOL;1 BOITE 20 COMPRIMES;14,80;12,50;70`].join(
        '\n',
      ),
    );
    const load = ['registry', 'medicines', 'load', list, '--source', 'invented list', '--allow-past'];

    const dry = await milaf(...load, '--from', '2026-01-01', '--dry-run');
    expect(dry).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('nothing written') as string });
    const first = await milafJson(...load, '--from', '2026-01-01');
    expect(first).toEqual({
      ...{ newCount: 1, changedCount: 0, unchangedCount: 0, refused: [] },
      missingCount: expect.any(Number) as number,
    });
    await writeFile(
      list,
      `${header}\n${medicineCodeOf(90_001)};DOLIZANE 1 G;DOLIZANOL;;15;12,50;70\n6.118E12;X;X;;1;1;70`,
    );
    const second = await milaf(...load, '--from', '2025-12-31');
    expect(second.exitCode).toBe(1);
    expect(second.stdout).toContain('line 2 refused: from: prices from 2026-01-01 on are on file');
    expect(second.stdout).toContain('line 3 refused: code: a spreadsheet made a number of it');
    expect(second.stdout).toContain('0 medicines new, 0 changed, 0 unchanged; 2 lines refused');

    const unnamed = await milaf('registry', 'medicines', 'load', list);
    expect(unnamed).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('give --from DAY') as string,
    });
    const never = await milaf(...load, '--from', '2026-02-30');
    expect(never.stderr).toContain('It must be a day that exists');
  });

  it('submits a scan and answers with its claim, for scripts', async () => {
    const scanFile = await file(scan.sample.fileName, scan.sample.bytes);
    const { stdout, exitCode } = await milaf(
      '--json',
      'submit',
      scanFile,
      '--channel',
      'agency-fes-01',
      '--wait',
    );

    expect(exitCode).toBe(0);
    const [outcome] = outcomeSchema.parse(JSON.parse(stdout));
    expect(outcome).toMatchObject({ state: 'READ', claims: [{ paidCentimes: scan.expected.paidCentimes }] });
    claimId = outcome!.claims[0]!.claimId;
  });

  it('shows a claim with its lines and its history', async () => {
    const { stdout } = await milaf('claims', 'show', claimId);
    expect(stdout).toContain(`Claim ${claimId}: APPROVED`);
    expect(stdout).toContain('claim.approved.v1');
    expect(stdout).toContain('SMS claim-approved: SENT');
  });

  it('finds a receipt by the short one of the SMS', async () => {
    const fileId = claimId.slice(0, 16);
    const { stdout } = await milaf('claims', 'find', fileId.slice(0, 8), '--channel', 'agency-fes-01');
    expect(stdout.replaceAll('-', '')).toContain(fileId);
  });

  it('lists what waits to be paid, and the messages of a claim', async () => {
    expect((await milaf('claims', 'list', '--queue', 'payment-pending')).stdout).toContain(claimId);
    expect((await milaf('messages', 'list', claimId)).stdout).toContain('SENT');
  });

  it('makes accounts of the console, lists them, and takes them out of use for good', async () => {
    const name = 'reviewer-cl-1';
    const add = ['staff', 'add', name, '--role', 'reviewer'];
    await milafJson(...add);
    await milafJson('staff', 'add', 'reviewer-cl-2', '--role', 'reviewer');
    const listed = async (...more: readonly string[]) =>
      z
        .array(z.object({ userName: z.string(), roles: z.array(z.string()), isRemoved: z.boolean() }))
        .parse(await milafJson('staff', 'list', ...more));
    expect(await listed()).toContainEqual(
      expect.objectContaining({ userName: name, roles: ['reviewer'], isRemoved: false }),
    );

    const unconfirmed = await milaf('staff', 'remove', name);
    expect(unconfirmed).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--yes') as string });
    expect(await milaf('staff', 'remove', name, '--yes')).toMatchObject({ exitCode: 0 });
    expect((await listed()).map(({ userName }) => userName)).not.toContain(name);
    expect(await listed('--all')).toContainEqual(
      expect.objectContaining({ userName: name, isRemoved: true }),
    );

    expect(await milaf('staff', 'remove', name, '--yes')).toMatchObject({ exitCode: 4 });
    expect(await milaf('staff', 'remove', 'nobody', '--yes')).toMatchObject({ exitCode: 3 });
    expect(await milaf(...add)).toMatchObject({
      exitCode: 4,
      stderr: expect.stringContaining('Choose another name') as string,
    });
  });

  it('finds nothing wrong with the cloud that runs', async () => {
    const { stdout, exitCode } = await milaf('doctor');
    expect(stdout).toContain(`Version: ${MILAF_VERSION}, here and deployed`);
    expect(stdout).toContain('Clock: as that of AWS');
    expect(stdout).toContain('0 problems');
    expect(exitCode).toBe(0);
  });

  it('does not send what would not be read', async () => {
    const { stderr, exitCode } = await milaf('submit', await file('text.pdf', 'Dear Sir'));
    expect(exitCode).toBe(2);
    expect(stderr).toContain('it would not be read (unknown type). This file is not a scan.');
  });

  it.each([
    ['a file that is not there', ['submit', '/nowhere/scan.pdf'], 3, 'There is no file /nowhere/scan.pdf'],
    [
      'a channel that is none',
      ['submit', 'x', '--channel', 'Rabat'],
      2,
      'a channel is agency-…, mobile-… or shop-…',
    ],
    ['a claim that is not there', ['claims', 'show', '0000-0000-0000-0000'], 3, 'No file has the receipt'],
    [
      'a stage that is not deployed',
      ['--stage', 'production', 'claims', 'list'],
      3,
      'milaf-production-data is not there',
    ],
    [
      'an answer that is none',
      ['payments', 'answer', inRepository('package.json')],
      2,
      'The file is not XML',
    ],
  ])('says what to do about %s', async (_what, args, code, message) => {
    const { stderr, exitCode } = await milaf(...args);
    expect(exitCode).toBe(code);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });
});
