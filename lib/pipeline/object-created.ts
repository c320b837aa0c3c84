import type { EventPattern } from 'aws-cdk-lib/aws-events';
import type { IBucket } from 'aws-cdk-lib/aws-s3';

/** Matches S3's events of new objects below a prefix of one bucket. */
export function objectCreatedIn(bucket: IBucket, prefix: string): EventPattern {
  return {
    source: ['aws.s3'],
    detailType: ['Object Created'],
    detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix }] } },
  };
}
