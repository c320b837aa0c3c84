import { GetTopicAttributesCommand, PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Statistics } from './control/statistics.ts';
import type { Job } from './jobs/job.ts';
import { errorName, type Log } from './log.ts';
import { invalidParameter } from './protocol/textract-error.ts';

/** Names that SNS gives to a topic that is not there. */
const missingTopicErrors = new Set(['NotFoundException', 'NotFound']);

/** Tells the topic of a job, once, that the job has ended. */
export class Notifications {
  readonly #client: SNSClient;
  readonly #statistics: Statistics;
  readonly #log: Log;
  readonly #knownTopics = new Set<string>();

  constructor(client: SNSClient, statistics: Statistics, log: Log) {
    this.#client = client;
    this.#statistics = statistics;
    this.#log = log;
  }

  /**
   * Checks a topic when a job is started, as Textract does. An SNS that cannot be reached is no reason to refuse.
   * @throws TextractError InvalidParameterException when the topic does not exist
   */
  async checkTopic(topicArn: string): Promise<void> {
    if (this.#knownTopics.has(topicArn)) {
      return;
    }
    try {
      await this.#client.send(new GetTopicAttributesCommand({ TopicArn: topicArn }));
      this.#knownTopics.add(topicArn);
    } catch (error) {
      if (missingTopicErrors.has(errorName(error))) {
        throw invalidParameter('NotificationChannel.SNSTopicArn: there is no such topic in this region');
      }
      this.#log({ level: 'warn', event: 'topic-not-checked', reason: errorName(error) });
    }
  }

  /** Publishes the completion message of a job that has ended; a failure is counted, never thrown. */
  async send(job: Job): Promise<void> {
    const channel = job.order.notificationChannel;
    if (channel === undefined) {
      return;
    }
    try {
      await this.#client.send(
        new PublishCommand({
          TopicArn: channel.SNSTopicArn,
          Message: JSON.stringify(completionMessage(job)),
        }),
      );
      this.#statistics.countNotification('sent');
    } catch (error) {
      this.#statistics.countNotification('failed');
      this.#log({ level: 'error', event: 'notification-failed', jobId: job.id, reason: errorName(error) });
    }
  }
}

/** Textract's message, as its guide gives it ("Amazon Textract Results Notification"). */
export interface CompletionMessage {
  readonly JobId: string;
  /** The guide knows SUCCEEDED, FAILED and ERROR: a partial success is told as SUCCEEDED and shows in the result. */
  readonly Status: 'SUCCEEDED' | 'FAILED';
  readonly API: string;
  readonly JobTag?: string;
  /** Milliseconds since 1970. */
  readonly Timestamp: number;
  readonly DocumentLocation: { readonly S3ObjectName: string; readonly S3Bucket: string };
}

function completionMessage({ id, order, state }: Job): CompletionMessage {
  return {
    JobId: id,
    Status: state.status === 'FAILED' ? 'FAILED' : 'SUCCEEDED',
    API: order.operation,
    ...(order.jobTag === undefined ? {} : { JobTag: order.jobTag }),
    Timestamp: Date.now(),
    DocumentLocation: { S3ObjectName: order.document.Name, S3Bucket: order.document.Bucket },
  };
}
