import { createHash } from 'node:crypto';
import { GetPublicKeyCommand, SignCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { Signer } from '../ports/signer.ts';

/** Signs with a key of KMS (ECC_NIST_P256): the digest goes there, the private key never comes here. */
export class KmsSigner implements Signer {
  readonly #client: KMSClient;
  readonly #keyId: string;

  constructor(client: KMSClient, keyId: string) {
    this.#client = client;
    this.#keyId = keyId;
  }

  async sign(bytes: Uint8Array): Promise<Uint8Array> {
    const { Signature: signature } = await this.#client.send(
      new SignCommand({
        KeyId: this.#keyId,
        Message: createHash('sha256').update(bytes).digest(),
        // Of the digest alone: KMS takes no more than 4 KB as they are.
        MessageType: 'DIGEST',
        SigningAlgorithm: 'ECDSA_SHA_256',
      }),
    );
    if (signature === undefined) throw new Error('KMS answered without a signature');
    return signature;
  }

  async publicKeyPem(): Promise<string> {
    const { PublicKey: der } = await this.#client.send(new GetPublicKeyCommand({ KeyId: this.#keyId }));
    if (der === undefined) throw new Error('KMS answered without a public key');
    const lines =
      Buffer.from(der)
        .toString('base64')
        .match(/.{1,64}/g) ?? [];
    return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----', ''].join('\n');
  }
}
