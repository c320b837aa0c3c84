import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  CfnBucket,
  type CorsRule,
  HttpMethods,
  type LifecycleRule,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { Stage } from '../stages/stage.ts';

export interface DocumentBucketProps {
  readonly stage: Stage;
  /** Last part of the bucket's name. */
  readonly purpose: string;
  readonly key: IKey;
  readonly accessLogs: Bucket;
  /** Tells EventBridge of every new object. */
  readonly announcesObjects?: boolean;
  /** Pages post files to it, with forms that the API signed. */
  readonly takesPostsOfPages?: boolean;
  readonly lifecycleRules: readonly LifecycleRule[];
}

/** Names of buckets are unique in all of AWS: account and region make them so. */
function bucketName(scope: Construct, stage: Stage, purpose: string): string {
  const { account, region } = Stack.of(scope);
  return `milaf-${stage.name}-${purpose}-${account}-${region}`;
}

/**
 * Lets a page of the site post, and see that S3 has the whole file. Any distribution is named, because the bucket is there
 * before the site is: what protects the bucket is the signature of the form, which a page of another site cannot get.
 */
function postsOfPages({ web }: Stage): CorsRule {
  return {
    id: 'posts-of-pages',
    allowedOrigins:
      web.localGatewayPort === undefined
        ? ['https://*.cloudfront.net']
        : // Pages that are being written are served from a port of their own.
          [`http://*.cloudfront.localhost:${web.localGatewayPort}`, 'http://localhost:*'],
    allowedMethods: [HttpMethods.POST],
    allowedHeaders: ['*'],
    exposedHeaders: ['ETag', 'Location', 'x-amz-version-id'],
    maxAge: 3600,
  };
}

/** What holds for every bucket of documents: private, TLS only, encrypted under a key of ours, versioned, logged. */
export class DocumentBucket extends Construct {
  readonly bucket: Bucket;
  readonly physicalName: string;

  constructor(scope: Construct, id: string, props: DocumentBucketProps) {
    super(scope, id);
    const { stage } = props;
    this.physicalName = bucketName(this, stage, props.purpose);
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName: this.physicalName,
      encryption: BucketEncryption.KMS,
      encryptionKey: props.key,
      bucketKeyEnabled: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      ...(props.takesPostsOfPages === true ? { cors: [postsOfPages(stage)] } : {}),
      lifecycleRules: [
        { id: 'abandoned-uploads', abortIncompleteMultipartUploadAfter: Duration.days(7) },
        ...props.lifecycleRules,
      ],
      removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
    const resource = bucketResource(this.bucket);
    resource.loggingConfiguration = {
      destinationBucketName: props.accessLogs.bucketName,
      logFilePrefix: `${props.purpose}/`,
    };
    if (props.announcesObjects === true) {
      // Set on the CloudFormation resource itself: the property of the CDK class would bring a custom resource with a Lambda
      // of its own, which is one more thing to secure.
      resource.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    }
  }
}

function bucketResource(bucket: Bucket): CfnBucket {
  const resource = bucket.node.defaultChild;
  if (!(resource instanceof CfnBucket))
    throw new Error('A bucket is expected to be one CloudFormation resource.');
  return resource;
}

/** Where S3 writes who asked for which object. S3 delivers these logs to buckets under its own key only. */
export function accessLogBucket(scope: Construct, id: string, stage: Stage): Bucket {
  const bucket = new Bucket(scope, id, {
    bucketName: bucketName(scope, stage, 'access-logs'),
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: false,
    lifecycleRules: [{ id: 'a-year-of-access', expiration: Duration.days(400) }],
    removalPolicy: stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  bucket.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('logging.s3.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects('*')],
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  );
  return bucket;
}
