import { ArnFormat, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { Stage } from '../stages/stage.ts';

export interface ServiceKeyProps {
  readonly stage: Stage;
  /** Last part of the key's alias. */
  readonly purpose: string;
  readonly description: string;
}

/** A customer-managed key, renewed every year. */
export class ServiceKey extends Construct {
  readonly key: Key;

  constructor(scope: Construct, id: string, props: ServiceKeyProps) {
    super(scope, id);
    this.key = new Key(this, 'Key', {
      alias: `alias/milaf-${props.stage.name}-${props.purpose}`,
      description: props.description,
      enableKeyRotation: true,
      removalPolicy: props.stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  /** Lets the AWS services that carry Milaf's messages encrypt them for its queues and topics. */
  allowMessaging(): void {
    const stack = Stack.of(this);
    // EventBridge tells KMS neither account nor rule: a condition on them would drop events without a word. Which rule may
    // send to which queue is settled by the queues' own policies.
    this.allowService('events', {});
    this.allowService('sns', {
      ArnLike: { 'aws:SourceArn': stack.formatArn({ service: 'sns', resource: '*' }) },
    });
    this.allowService('cloudwatch', { StringEquals: { 'aws:SourceAccount': stack.account } });
  }

  /** Lets CloudWatch Logs encrypt Milaf's log groups. */
  allowLogs(...logGroupPrefixes: readonly string[]): void {
    const stack = Stack.of(this);
    this.key.addToResourcePolicy(
      new PolicyStatement({
        sid: 'LogsOfMilaf',
        principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
        actions: [
          'kms:Encrypt',
          'kms:Decrypt',
          'kms:ReEncryptFrom',
          'kms:ReEncryptTo',
          'kms:GenerateDataKey',
          'kms:DescribeKey',
        ],
        resources: ['*'],
        conditions: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': logGroupPrefixes.map((prefix) =>
              stack.formatArn({
                service: 'logs',
                resource: 'log-group',
                resourceName: `${prefix}*`,
                arnFormat: ArnFormat.COLON_RESOURCE_NAME,
              }),
            ),
          },
        },
      }),
    );
  }

  private allowService(service: string, conditions: Record<string, Record<string, string>>): void {
    this.key.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal(`${service}.amazonaws.com`)],
        actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
        resources: ['*'],
        conditions,
      }),
    );
  }
}
