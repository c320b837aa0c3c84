import {
  IncorrectKeyException,
  InvalidCiphertextException,
  type DecryptCommand,
  type GenerateDataKeyCommand,
  type KMSClient,
} from '@aws-sdk/client-kms';
import { describe, expect, it } from 'vitest';
import { KmsDataKeys } from '../../../../contexts/shared/aws/kms-data-keys.ts';

type Input = GenerateDataKeyCommand['input'] & DecryptCommand['input'];

function keysOf(answer: (input: Input) => object | Error) {
  const asked: Input[] = [];
  const client = {
    send: ({ input }: { input: Input }) => {
      asked.push(input);
      const answered = answer(input);
      return answered instanceof Error ? Promise.reject(answered) : Promise.resolve(answered);
    },
  };
  return { asked, keys: new KmsDataKeys(client as unknown as KMSClient, 'key-1', 'page-cursor') };
}

const made = { Plaintext: Buffer.alloc(32, 1), CiphertextBlob: Buffer.from('wrapped') };

describe('data keys of KMS', () => {
  it('are made once, for one purpose, and not asked for again', async () => {
    const { asked, keys } = keysOf(() => made);
    const [one, other] = await Promise.all([keys.current(), keys.current()]);

    expect(one).toBe(other);
    expect(await keys.unwrap(one.wrapped)).toEqual(made.Plaintext);
    expect(asked).toEqual([
      { KeyId: 'key-1', KeySpec: 'AES_256', EncryptionContext: { purpose: 'page-cursor' } },
    ]);
  });

  it('are asked for again where KMS could not answer', async () => {
    let isDown = true;
    const { keys } = keysOf(() => (isDown ? new Error('down') : made));
    await expect(keys.current()).rejects.toThrow('down');
    isDown = false;

    expect((await keys.current()).wrapped).toEqual(made.CiphertextBlob);
  });

  it('of another copy are opened once, by the same key and purpose', async () => {
    const { asked, keys } = keysOf(() => ({ Plaintext: Buffer.alloc(32, 2) }));
    const wrapped = Buffer.from('of another copy');
    await keys.unwrap(wrapped);

    expect(await keys.unwrap(wrapped)).toEqual(Buffer.alloc(32, 2));
    expect(asked).toEqual([
      { KeyId: 'key-1', CiphertextBlob: wrapped, EncryptionContext: { purpose: 'page-cursor' } },
    ]);
  });

  it.each([InvalidCiphertextException, IncorrectKeyException])(
    'that KMS does not know are none',
    async (Refusal) => {
      const { keys } = keysOf(() => new Refusal({ $metadata: {}, message: '' }));

      expect(await keys.unwrap(Buffer.from('x'))).toBeUndefined();
    },
  );

  it('fail where KMS fails, which says nothing about the key', async () => {
    const { keys } = keysOf(() => new Error('throttled'));

    await expect(keys.unwrap(Buffer.from('x'))).rejects.toThrow('throttled');
  });

  it('of many other copies do not fill memory', async () => {
    const { asked, keys } = keysOf(() => ({ Plaintext: Buffer.alloc(32, 3) }));
    for (let index = 0; index < 500; index += 1) await keys.unwrap(Buffer.from(`copy ${index}`));
    await keys.unwrap(Buffer.from('copy 499'));
    await keys.unwrap(Buffer.from('copy 0'));

    expect(asked).toHaveLength(501);
  });
});
