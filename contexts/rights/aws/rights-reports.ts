import { GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { rightsReportKey } from '../domain/rights-run.ts';
import type { RightsReports } from '../ports.ts';

/** Reports of checks of rights in the bucket of lists. */
export class S3RightsReports implements RightsReports {
  readonly #client: S3Client;
  readonly #bucket: string;

  constructor(client: S3Client, bucket: string) {
    this.#client = client;
    this.#bucket = bucket;
  }

  async write(runId: string, report: object): Promise<string> {
    const key = rightsReportKey(runId);
    await this.#client.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: key,
        Body: `${JSON.stringify(report, undefined, 2)}\n`,
        ContentType: 'application/json',
      }),
    );
    return key;
  }
  async read(runId: string): Promise<string> {
    const { Body } = await this.#client.send(
      new GetObjectCommand({ Bucket: this.#bucket, Key: rightsReportKey(runId) }),
    );
    if (Body === undefined) throw new Error('S3 answered without a body');
    return Body.transformToString('utf8');
  }
}
