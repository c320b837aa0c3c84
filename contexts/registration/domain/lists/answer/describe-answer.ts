import { createHash, createPublicKey } from 'node:crypto';
import type { ListAnswer } from '../../../records/list-answer.ts';
import { listObjects, type List } from '../list.ts';
import type { ListTally } from '../report/list-tally.ts';

export interface WrittenAnswer {
  readonly bytes: number;
  readonly sha256: string;
  /** PEM (SPKI) of the key that signs. */
  readonly publicKeyPem: string;
}

/**
 * What is said of an answer file, and signed. The same list gives the same bytes again: its instant is when all lines had been
 * decided, not when the file was written.
 * @throws Error when the list was not planned: there is nothing to answer
 */
export function describeAnswer(list: List, tally: ListTally, written: WrittenAnswer): ListAnswer {
  const { listId, source, key, contentSha256, asOf, lineCount, stateSince } = list;
  if (contentSha256 === undefined || asOf === undefined || lineCount === undefined)
    throw new Error(`The list ${listId} was not planned`);
  return {
    version: 1,
    listId,
    source,
    listFileName: fileNameOf(key),
    listSha256: contentSha256,
    asOf,
    received: lineCount,
    answered: tally.lineCount,
    byClass: tally.byClass(),
    byCode: tally.byCode(),
    answerFileName: fileNameOf(listObjects.answer(source, listId)),
    answerBytes: written.bytes,
    answerSha256: written.sha256,
    signature: { algorithm: 'ECDSA_P256_SHA256', keyId: keyIdOf(written.publicKeyPem) },
    madeAt: stateSince,
  };
}

/**
 * Names a public key by what it is: the SHA-256 of its DER (SPKI), in hexadecimal.
 * @throws Error when it is no public key in PEM
 */
export function keyIdOf(publicKeyPem: string): string {
  const der = createPublicKey(publicKeyPem).export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('hex');
}

const fileNameOf = (key: string): string => key.slice(key.lastIndexOf('/') + 1);
