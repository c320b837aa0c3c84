import { createReadStream, existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { MilafClient } from '../../contexts/operations/aws/milaf-client.ts';
import {
  verifyAnswer,
  type AnswerFault,
  type AnswerVerdict,
} from '../../contexts/registration/domain/lists/answer/verify-answer.ts';
import { listObjects, type List } from '../../contexts/registration/domain/lists/list.ts';
import { demandFile } from '../view/demand-file.ts';
import { UserError } from '../view/user-error.ts';

/** The three files of an answer, and the key its signature is checked with. */
export interface AnswerFiles {
  readonly csv: string;
  readonly manifest: string;
  readonly signature: string;
  readonly publicKey: string;
}

const FAULTS: Readonly<Record<AnswerFault, string>> = {
  MANIFEST_UNREADABLE: 'its .answer.json cannot be read. Download the answer again.',
  OTHER_KEY:
    'it was signed with another key. Get the public key that belongs to it (its id is in the .answer.json).',
  SIGNATURE_WRONG:
    'its signature does not belong to its .answer.json: one of them was changed. Do not use it.',
  DIGEST_DIFFERS: 'the file is not the one that was signed: it was changed or cut off. Do not use it.',
};

/** Downloads the answer to a list and the public key. */
export async function downloadAnswer(client: MilafClient, list: List, folder: string): Promise<AnswerFiles> {
  const { source, listId } = list;
  await mkdir(folder, { recursive: true });
  const download = async (key: string): Promise<string> => {
    const file = join(folder, basename(key));
    await pipeline(Readable.from(client.listObjects.readBytes({ key })), createWriteStream(file));
    return file;
  };
  const publicKey = join(folder, 'milaf-answers.pem');
  await writeFile(publicKey, await client.answerKeyPem());
  return {
    csv: await download(listObjects.answer(source, listId)),
    manifest: await download(listObjects.answerManifest(source, listId)),
    signature: await download(listObjects.answerSignature(source, listId)),
    publicKey,
  };
}

/**
 * The files that belong to an answer file, by their names.
 * @throws UserError when one is missing
 */
export function answerFilesOf(csv: string, publicKey: string): AnswerFiles {
  const stem = csv.replace(/\.csv$/, '');
  const files = { csv, manifest: `${stem}.answer.json`, signature: `${stem}.answer.json.sig`, publicKey };
  demandFile(csv);
  if (stem === csv) throw new UserError(`${csv} is no answer file.`, 'Give the .csv file of the answer.');
  for (const file of [files.manifest, files.signature]) {
    if (!existsSync(file))
      throw new UserError(`${file} is missing.`, 'Put all three files of the answer into one folder.', {
        code: 'not-found',
      });
  }
  demandFile(publicKey);
  return files;
}

/** @throws UserError when the key is none */
export async function checkAnswer({
  csv,
  manifest,
  signature,
  publicKey,
}: AnswerFiles): Promise<AnswerVerdict> {
  const key = await readFile(publicKey, 'utf8');
  if (!key.includes('BEGIN PUBLIC KEY'))
    throw new UserError(
      `${publicKey} is no public key in PEM (it begins with -----BEGIN PUBLIC KEY-----).`,
      'Name the key that belongs to the answer with --key.',
    );
  return verifyAnswer(createReadStream(csv), await readFile(manifest), await readFile(signature), key);
}

export const explainFault = (fault: AnswerFault): string => `The answer is not valid: ${FAULTS[fault]}`;

/** How anyone checks it without Milaf. */
export function opensslCommand({ manifest, signature, publicKey }: AnswerFiles): string {
  return `openssl dgst -sha256 -verify ${publicKey} -signature ${signature} ${manifest}`;
}
