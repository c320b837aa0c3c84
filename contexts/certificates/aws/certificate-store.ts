import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type ItemKey, personPk } from '#registry/aws';
import { isNew } from '#shared/aws';
import { issuedCertificateSchema, type IssuedCertificate } from '../domain/certificate.ts';
import type { CertificateStore } from '../ports.ts';

/** Certificates beside the person they are about: that they were issued, and their seal. */
export class DynamoCertificateStore implements CertificateStore {
  readonly #client: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(client: DynamoDBDocumentClient, table: string) {
    this.#client = client;
    this.#table = table;
  }

  async find(registrationNumber: string, certificateId: string): Promise<IssuedCertificate | undefined> {
    const { Item } = await this.#client.send(
      new GetCommand({
        TableName: this.#table,
        Key: certificateKey(registrationNumber, certificateId),
        ConsistentRead: true,
      }),
    );
    return Item && issuedCertificateSchema.parse(Item);
  }

  async record(certificate: IssuedCertificate): Promise<IssuedCertificate> {
    const { registrationNumber, certificateId } = certificate;
    try {
      await this.#client.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...certificateKey(registrationNumber, certificateId), ...certificate },
          ...isNew,
        }),
      );
      return certificate;
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      // Signatures differ each time: the first one stays.
      return (await this.find(registrationNumber, certificateId)) ?? certificate;
    }
  }
}

const certificateKey = (registrationNumber: string, certificateId: string): ItemKey => ({
  pk: personPk(registrationNumber),
  sk: `CERTIFICATE#${certificateId}`,
});
