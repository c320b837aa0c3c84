import { generateKeyPairSync, sign } from 'node:crypto';
import type { Signer } from '../../contexts/shared/ports/signer.ts';

/** Signs with a key of its own, as KMS does with one that it keeps. */
export class MemorySigner implements Signer {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

  sign(bytes: Uint8Array): Promise<Uint8Array> {
    return Promise.resolve(sign('sha256', bytes, this.#keys.privateKey));
  }

  publicKeyPem(): Promise<string> {
    return Promise.resolve(this.#keys.publicKey.export({ type: 'spki', format: 'pem' }).toString());
  }
}
