import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { randomScan } from '../../../../local/samples/random/random-scan.ts';
import { writeRecordedAnswers } from '../../../../local/samples/recorded-answers.ts';
import { documentAnswerSchema } from '../../../../local/ocr/reading/recognised-page-schema.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'milaf-answers-'));
});
afterEach(() => rm(folder, { recursive: true }));

it('writes an answer that the local OCR service takes, under the hash of the file, and none for a file nobody can read', async () => {
  const { sample } = await randomScan(3, { today: '2026-11-21', dpi: 40, quality: 'none' });
  await writeRecordedAnswers([sample, { ...sample, bytes: new Uint8Array(), recognisedPages: [] }], folder);
  const name = `${createHash('sha256').update(sample.bytes).digest('hex')}.json`;
  expect(await readdir(folder)).toEqual([name]);
  const answer = documentAnswerSchema.parse(JSON.parse(await readFile(path.join(folder, name), 'utf8')));
  expect(answer.pages).toEqual(sample.recognisedPages);
});
