import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IRuleTarget, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

const KEEP = Duration.days(14);

export interface WorkQueueProps {
  readonly queueName: string;
  readonly key: IKey;
  readonly visibilityTimeout: Duration;
  /** Deliveries before a message is set aside in the dead-letter queue. */
  readonly maxReceiveCount: number;
}

/** A queue with its dead-letter queue: both encrypted, both reached over TLS only, both kept for 14 days. */
export class WorkQueue extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    this.deadLetters = deadLetterQueue(this, 'DeadLetters', `${props.queueName}-dead-letters`, props.key);
    this.queue = new Queue(this, 'Queue', {
      queueName: props.queueName,
      ...encrypted(props.key),
      visibilityTimeout: props.visibilityTimeout,
      retentionPeriod: KEEP,
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: props.maxReceiveCount },
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }

  /**
   * The queue as the target of an EventBridge rule. An event that cannot be delivered goes to the same dead-letter queue as a
   * message that cannot be processed: the body is the same, so one alarm and one way of redriving serve both.
   */
  asRuleTarget(message?: RuleTargetInput): IRuleTarget {
    return new SqsQueue(this.queue, {
      ...(message === undefined ? {} : { message }),
      deadLetterQueue: this.deadLetters,
      maxEventAge: Duration.hours(24),
      retryAttempts: 185,
    });
  }
}

/** A dead-letter queue of something that is not a queue itself: a stream's mapping, or the event bus. */
export function standaloneDeadLetters(scope: Construct, id: string, queueName: string, key: IKey): Queue {
  const queue = deadLetterQueue(scope, id, queueName, key);
  acknowledge(
    queue,
    'SQS3',
    'This is a dead-letter queue; the rule only knows those that belong to another queue.',
  );
  return queue;
}

function deadLetterQueue(scope: Construct, id: string, queueName: string, key: IKey): Queue {
  return new Queue(scope, id, {
    queueName,
    ...encrypted(key),
    retentionPeriod: KEEP,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}

function encrypted(key: IKey) {
  return {
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    // One data key an hour instead of every 5 minutes: a twelfth of the KMS calls.
    dataKeyReuse: Duration.hours(1),
    enforceSSL: true,
  };
}
