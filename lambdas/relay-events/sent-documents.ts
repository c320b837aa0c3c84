import type { DynamoDBRecord } from 'aws-lambda';
import {
  type AttachDocuments,
  sentDocumentsRecordSchema,
} from '../../contexts/review/records/sent-documents.ts';
import { unmarshallItem } from '../../contexts/shared/aws/unmarshall.ts';

/** What an insured person sent for a claim; undefined for every other item. */
export function sentDocuments(record: DynamoDBRecord): AttachDocuments | undefined {
  const image = record.dynamodb?.NewImage;
  const sk = record.dynamodb?.Keys?.['sk']?.S ?? '';
  if (image === undefined || !sk.startsWith('SENT#')) return undefined;
  const { claimId, channelId, registrationNumber } = sentDocumentsRecordSchema.parse(unmarshallItem(image));
  return { claimId, channelId, documentsOf: registrationNumber };
}
