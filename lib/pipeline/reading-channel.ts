import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import type { WorkQueue } from '../constructs/work-queue.ts';
import type { Stage } from '../stages/stage.ts';

export interface ReadingChannelProps {
  readonly stage: Stage;
  readonly key: IKey;
  /** Where completion messages end up. */
  readonly work: WorkQueue;
}

/** How Textract tells that a job is done: a topic, the role it publishes with, and the subscription of the next step. */
export class ReadingChannel extends Construct {
  readonly topic: Topic;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: ReadingChannelProps) {
    super(scope, id);
    const stack = Stack.of(this);
    this.topic = new Topic(this, 'Topic', {
      // Textract's own managed policy covers topics of this name only, and its guides count on it.
      topicName: `AmazonTextract-milaf-${props.stage.name}`,
      masterKey: props.key,
      enforceSSL: true,
    });
    this.role = new Role(this, 'Role', {
      description: 'Textract publishes completion messages of jobs of this account only with it',
      assumedBy: new ServicePrincipal('textract.amazonaws.com', {
        conditions: {
          StringEquals: { 'aws:SourceAccount': stack.account },
          ArnLike: { 'aws:SourceArn': stack.formatArn({ service: 'textract', resource: '*' }) },
        },
      }),
    });
    this.role.addToPolicy(
      new PolicyStatement({ actions: ['sns:Publish'], resources: [this.topic.topicArn] }),
    );
    this.role.addToPolicy(
      new PolicyStatement({
        actions: ['kms:GenerateDataKey', 'kms:Decrypt'],
        resources: [props.key.keyArn],
        conditions: { StringEquals: { 'kms:ViaService': `sns.${stack.region}.amazonaws.com` } },
      }),
    );
    this.topic.addSubscription(
      new SqsSubscription(props.work.queue, {
        rawMessageDelivery: true,
        deadLetterQueue: props.work.deadLetters,
      }),
    );
  }
}
