import { createHash, verify } from 'node:crypto';
import { parseUnambiguousJson } from '#shared';
import { listAnswerSchema, type ListAnswer } from '../../../records/list-answer.ts';
import { keyIdOf } from './describe-answer.ts';

export type AnswerVerdict =
  | { readonly isValid: true; readonly answer: ListAnswer }
  | { readonly isValid: false; readonly because: AnswerFault };

export type AnswerFault =
  /** Not an answer manifest: nothing can be said. */
  | 'MANIFEST_UNREADABLE'
  /** Signed with another key than the one that was given. */
  | 'OTHER_KEY'
  /** The manifest was changed, or was never signed with this key. */
  | 'SIGNATURE_WRONG'
  /** The answer file is not the one the manifest describes. */
  | 'DIGEST_DIFFERS';

/**
 * Checks an answer file against its signed description, without any service: what its receiver can do as well with
 * `openssl dgst -sha256 -verify` and `sha256sum`.
 * @param csv whole, or in chunks where it is large
 * @param publicKeyPem SPKI
 */
export async function verifyAnswer(
  csv: Uint8Array | AsyncIterable<Uint8Array>,
  manifest: Uint8Array,
  signature: Uint8Array,
  publicKeyPem: string,
): Promise<AnswerVerdict> {
  const answer = parseManifest(manifest);
  if (answer === undefined) return { isValid: false, because: 'MANIFEST_UNREADABLE' };
  if (answer.signature.keyId !== keyIdOf(publicKeyPem)) return { isValid: false, because: 'OTHER_KEY' };
  if (!verify('sha256', manifest, publicKeyPem, signature))
    return { isValid: false, because: 'SIGNATURE_WRONG' };
  const isSame = (await sha256Of(csv)) === answer.answerSha256;
  return isSame ? { isValid: true, answer } : { isValid: false, because: 'DIGEST_DIFFERS' };
}

function parseManifest(bytes: Uint8Array): ListAnswer | undefined {
  try {
    return listAnswerSchema.safeParse(parseUnambiguousJson(new TextDecoder().decode(bytes))).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

async function sha256Of(csv: Uint8Array | AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  if (csv instanceof Uint8Array) hash.update(csv);
  else for await (const chunk of csv) hash.update(chunk);
  return hash.digest('hex');
}
