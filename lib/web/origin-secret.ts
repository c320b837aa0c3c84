import { RemovalPolicy, SecretValue } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type ISecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { acknowledge } from '../constructs/acknowledge.ts';
import type { Encrypted } from '../constructs/grants.ts';
import type { Stage } from '../stages/stage.ts';

/**
 * What CloudFront adds to each request to the API, so that the functions behind it can refuse all that did not come through the
 * site. AWS makes it up; functions take the value of now and the one before, so that it can be renewed without a pause.
 */
export class OriginSecret extends Construct implements Encrypted<ISecret> {
  readonly resource: ISecret;
  readonly key: IKey;
  private readonly version: string | undefined;

  constructor(scope: Construct, id: string, stage: Stage, key: IKey) {
    super(scope, id);
    this.key = key;
    this.version = stage.web.originSecretVersion;
    const secret = new Secret(this, 'Secret', {
      secretName: `milaf-${stage.name}-site`,
      description: 'CloudFront shows it to the API with each request',
      encryptionKey: key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // By its ARN: CDK's own types of a secret disagree under our compiler options.
    this.resource = Secret.fromSecretCompleteArn(this, 'ByArn', secret.secretArn);
    acknowledge(
      secret,
      'SMG4',
      'CloudFront takes a renewed value with a deployment only: docs/operating.md says how it is renewed without a pause.',
    );
  }

  /** For CloudFront alone: CloudFormation puts the value in its place, and it stands in no template. */
  get shown(): string {
    return SecretValue.secretsManager(
      this.resource.secretArn,
      this.version === undefined ? {} : { versionId: this.version },
    ).unsafeUnwrap();
  }
}
