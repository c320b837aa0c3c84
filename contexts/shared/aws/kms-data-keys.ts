import {
  DecryptCommand,
  GenerateDataKeyCommand,
  IncorrectKeyException,
  InvalidCiphertextException,
  type KMSClient,
} from '@aws-sdk/client-kms';
import type { DataKey, DataKeys } from '../ports/data-keys.ts';

/** Keys of other copies of the function that are remembered: each is a call to KMS less for a page. */
const MOST_REMEMBERED = 200;

/**
 * Data keys of KMS: one for each copy of a function, made when it is first needed. KMS opens those of the other copies, by the
 * purpose they were made for and no other.
 */
export class KmsDataKeys implements DataKeys {
  readonly #client: KMSClient;
  readonly #keyId: string;
  readonly #context: Readonly<Record<'purpose', string>>;
  readonly #unwrapped = new Map<string, Uint8Array>();
  #current: Promise<DataKey> | undefined;

  constructor(client: KMSClient, keyId: string, purpose: string) {
    this.#client = client;
    this.#keyId = keyId;
    this.#context = { purpose };
  }

  async current(): Promise<DataKey> {
    this.#current ??= this.#generate();
    try {
      return await this.#current;
    } catch (error) {
      this.#current = undefined;
      throw error;
    }
  }

  async unwrap(wrapped: Uint8Array): Promise<Uint8Array | undefined> {
    const name = Buffer.from(wrapped).toString('base64');
    const known = this.#unwrapped.get(name);
    if (known !== undefined) return known;
    const key = await this.#decrypt(wrapped);
    if (key !== undefined) this.#remember(name, key);
    return key;
  }

  async #generate(): Promise<DataKey> {
    const { Plaintext: key, CiphertextBlob: wrapped } = await this.#client.send(
      new GenerateDataKeyCommand({
        KeyId: this.#keyId,
        KeySpec: 'AES_256',
        EncryptionContext: this.#context,
      }),
    );
    if (key === undefined || wrapped === undefined) throw new Error('KMS answered without a data key');
    this.#remember(Buffer.from(wrapped).toString('base64'), key);
    return { key, wrapped };
  }

  async #decrypt(wrapped: Uint8Array): Promise<Uint8Array | undefined> {
    try {
      const { Plaintext: key } = await this.#client.send(
        new DecryptCommand({ KeyId: this.#keyId, CiphertextBlob: wrapped, EncryptionContext: this.#context }),
      );
      return key;
    } catch (error) {
      if (error instanceof InvalidCiphertextException || error instanceof IncorrectKeyException)
        return undefined;
      throw error;
    }
  }

  #remember(name: string, key: Uint8Array): void {
    const [oldest] = this.#unwrapped.keys();
    if (this.#unwrapped.size >= MOST_REMEMBERED && oldest !== undefined) this.#unwrapped.delete(oldest);
    this.#unwrapped.set(name, key);
  }
}
