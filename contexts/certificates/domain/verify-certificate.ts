import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { parseSeal, type Seal } from './seal.ts';

export type CertificateVerification =
  | { readonly isGenuine: true; readonly seal: Seal }
  | { readonly isGenuine: false; readonly because: 'NOT_A_SEAL' | 'WRONG_SIGNATURE' };

/** The key that was given is none that certificates are signed with. */
export class PublicKeyError extends Error {
  override name = 'PublicKeyError';
}

/**
 * Tells whether the text of a certificate's QR code is genuine; needs nothing but the public key (PEM).
 * @throws PublicKeyError when the key is not a public key of the curve P-256
 */
export function verifyCertificate(text: string, publicKeyPem: string): CertificateVerification {
  const key = readKey(publicKeyPem);
  const parsed = parseSeal(text);
  if (parsed === undefined) return { isGenuine: false, because: 'NOT_A_SEAL' };
  const { seal, signed, signature } = parsed;
  return verify('sha256', Buffer.from(signed), key, signature)
    ? { isGenuine: true, seal }
    : { isGenuine: false, because: 'WRONG_SIGNATURE' };
}

function readKey(pem: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPublicKey(pem);
  } catch (error) {
    throw new PublicKeyError('The key is not a public key in PEM form ("-----BEGIN PUBLIC KEY-----").', {
      cause: error,
    });
  }
  if (key.asymmetricKeyDetails?.namedCurve !== 'prime256v1')
    throw new PublicKeyError(
      'The key is not an ECDSA key of the curve P-256, which certificates are signed with.',
    );
  return key;
}
