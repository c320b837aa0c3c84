import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerFilesOf, checkAnswer, opensslCommand } from '../../../bin/commands/answer-files.ts';
import { describeAnswer } from '../../../contexts/registration/domain/lists/answer/describe-answer.ts';
import { ListTally } from '../../../contexts/registration/domain/lists/report/list-tally.ts';
import { listOf, outcomeOf } from '../../support/list-examples.ts';
import { MemorySigner } from '../../support/memory-signer.ts';

/** Whoever has none cannot prove it; everybody else does. */
const hasOpenssl = spawnSync('openssl', ['version']).status === 0;
const CSV = 'line;reference\r\n2;IF2\r\n';
let folder: string;
let csv: string;
let key: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'milaf-answer-'));
  csv = join(folder, 'L.csv');
  key = join(folder, 'key.pem');
  const signer = new MemorySigner();
  const publicKeyPem = await signer.publicKeyPem();
  const tally = new ListTally();
  tally.add(outcomeOf(2));
  const sha256 = createHash('sha256').update(CSV).digest('hex');
  const answer = describeAnswer(listOf({ lineCount: 1 }), tally, { bytes: CSV.length, sha256, publicKeyPem });
  const manifest = Buffer.from(JSON.stringify(answer));
  writeFileSync(csv, CSV);
  writeFileSync(join(folder, 'L.answer.json'), manifest);
  writeFileSync(join(folder, 'L.answer.json.sig'), await signer.sign(manifest));
  writeFileSync(key, publicKeyPem);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('an answer that lies in a folder', () => {
  it('is checked by its three files and a key, without any connection', async () => {
    expect(await checkAnswer(answerFilesOf(csv, key))).toMatchObject({ isValid: true });
  });

  it.skipIf(!hasOpenssl)('is checked by openssl as well, as the command line says', async () => {
    const [command = '', ...args] = opensslCommand(answerFilesOf(csv, key)).split(' ');

    expect((await execa(command, args)).stdout).toBe('Verified OK');
  });

  it('is not checked with something that is no public key', async () => {
    await expect(checkAnswer(answerFilesOf(csv, csv))).rejects.toThrow('is no public key in PEM');
  });

  it('says which file is missing', () => {
    const lonely = join(folder, 'lonely.csv');
    writeFileSync(lonely, CSV);

    expect(() => answerFilesOf(lonely, key)).toThrow('lonely.answer.json is missing');
    expect(() => answerFilesOf(key, key)).toThrow('is no answer file');
  });
});
