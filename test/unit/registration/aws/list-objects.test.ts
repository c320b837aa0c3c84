import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { NoSuchKey, type S3Client } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { S3ListObjects } from '../../../../contexts/registration/aws/list-objects.ts';
import type { VerifiedLine } from '../../../../contexts/registration/records/list-lines.ts';

type Input = GetObjectCommand['input'] & PutObjectCommand['input'];

/** A client that keeps what it is asked, and answers each request with the same bytes. */
function clientAnswering(bytes: Uint8Array | Error, ContentRange?: string) {
  const asked: Input[] = [];
  const client = {
    send: ({ input }: { input: Input }) => {
      asked.push(input);
      if (bytes instanceof Error) return Promise.reject(bytes);
      const Body = Object.assign(Readable.from([bytes]), {
        transformToByteArray: () => Promise.resolve(bytes),
      });
      return Promise.resolve({ Body, ContentRange });
    },
  };
  return { asked, objects: new S3ListObjects(client as unknown as S3Client, 'lists') };
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all).toString();
}

describe('the objects of lists', () => {
  it('asks for exactly the bytes of a range, of the version that was planned', async () => {
    const { asked, objects } = clientAnswering(Buffer.from('part'), 'bytes 100-149/4000');
    const part = { key: 'incoming/dgi/a.csv', versionId: 'v1', offsetBytes: 100, lengthBytes: 50 };
    expect(await bytesOf(objects.readBytes(part))).toBe('part');
    expect(asked[0]).toMatchObject({ VersionId: 'v1', Range: 'bytes=100-149' });
  });

  it('takes its part of a whole object where the range was not heeded', async () => {
    const { objects } = clientAnswering(Buffer.from('0123456789'));
    const part = (offsetBytes: number, lengthBytes: number) =>
      bytesOf(objects.readBytes({ key: 'incoming/dgi/a.csv', offsetBytes, lengthBytes }));
    expect(await part(0, 3)).toBe('012');
    expect(await part(3, 4)).toBe('3456');
    expect(await part(8, 2)).toBe('89');
  });

  it('asks for a whole list without a range', async () => {
    const { asked, objects } = clientAnswering(Buffer.from('all'));
    await bytesOf(objects.readBytes({ key: 'incoming/dgi/a.csv' }));
    expect(asked[0]).not.toHaveProperty('Range');
    expect(asked[0]).not.toHaveProperty('VersionId');
  });

  it('says that a text is not there instead of failing', async () => {
    const { objects } = clientAnswering(new NoSuchKey({ $metadata: {}, message: 'no' }));
    expect(await objects.readText('work/X/plan.json')).toBeUndefined();
  });

  it('fails on any other fault', async () => {
    const { objects } = clientAnswering(new Error('AccessDenied'));
    await expect(objects.readText('work/X/plan.json')).rejects.toThrow('AccessDenied');
  });

  it('writes lines as packed JSON Lines under the number of their range', async () => {
    const { asked, objects } = clientAnswering(Buffer.alloc(0));
    const line: VerifiedLine = { status: 'invalid', line: 7, reference: 'A', reasons: ['CIN_MISSING'] };
    await objects.writeVerified('LIST', 12, [line]);
    expect(asked[0]!.Key).toBe('work/LIST/verified/000012.jsonl.gz');
    expect(gunzipSync(asked[0]!.Body as Buffer).toString()).toBe(`${JSON.stringify(line)}\n`);
  });

  it('refuses a unit with a line that is none', async () => {
    const { objects } = clientAnswering(gzipSync('{"verified":{},"link":null}\n'));
    await expect(objects.readUnit('LIST', 1)).rejects.toThrow();
  });
});
