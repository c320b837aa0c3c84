import type { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { S3BankExchange } from '../../../../contexts/payments/aws/bank-exchange.ts';
import { BankAnswerError } from '../../../../contexts/payments/domain/pain-002.ts';

function bankWith(sizeBytes: number) {
  const asked: string[] = [];
  const send = ({ constructor: { name } }: object): Promise<object> => {
    asked.push(name);
    return Promise.resolve(
      name === 'HeadObjectCommand'
        ? { ContentLength: sizeBytes }
        : { Body: { transformToString: () => Promise.resolve('<Document/>') } },
    );
  };
  return { bank: new S3BankExchange({ send } as unknown as S3Client, 'bank'), asked };
}

describe('an answer in the bucket of the bank', () => {
  it('is fetched', async () => {
    expect(await bankWith(11).bank.readAnswer('answers/a.xml')).toBe('<Document/>');
  });

  it('is not fetched where it is larger than any answer', async () => {
    const { bank, asked } = bankWith(5_000_000_000);
    await expect(bank.readAnswer('answers/a.xml')).rejects.toThrow(BankAnswerError);
    expect(asked).toEqual(['HeadObjectCommand']);
  });
});
