import {
  GetQueueAttributesCommand,
  PurgeQueueCommand,
  SendMessageCommand,
  SetQueueAttributesCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import type { MilafClient } from '../../../contexts/operations/aws/milaf-client.ts';
import { until } from './wait.ts';

const STEPS = [
  'ReceiveFile',
  'StartReading',
  'CollectReading',
  'ReadForms',
  'AdjudicateClaim',
  'OrderPayments',
  'ApplyBankAnswer',
  'NotifyPerson',
  'ReconcileIntake',
  'ReceiveList',
  'AdvanceList',
  'VerifyRange',
  'LinkList',
  'RegisterUnit',
  'CloseList',
  'PrepareMessages',
  'SendRegistrationSms',
] as const;

export type Step = (typeof STEPS)[number];

/** The queues of a deployed stage, as an operator sees them. */
export class Queues {
  readonly #client: MilafClient;
  readonly #sqs = new SQSClient({ useQueueUrlAsEndpoint: false });

  constructor(client: MilafClient) {
    this.#client = client;
  }

  async send(step: Step, body: unknown): Promise<void> {
    const MessageBody = typeof body === 'string' ? body : JSON.stringify(body);
    await this.#sqs.send(new SendMessageCommand({ QueueUrl: this.#url(`${step}QueueUrl`), MessageBody }));
  }

  /** Messages waiting, in work or delayed. */
  async depth(step: Step): Promise<number> {
    return this.#count(`${step}QueueUrl`);
  }

  async deadLetters(): Promise<Record<string, number>> {
    const counts: Record<string, number> = {};
    for (const step of STEPS) {
      const count = await this.#count(`${step}DeadLetterQueueUrl`);
      if (count > 0) counts[step] = count;
    }
    return counts;
  }

  /** Shortens the wait before a failed message is delivered again; what is in work already keeps its wait. */
  async bringFailedMessagesBackAfter(seconds: number): Promise<void> {
    for (const step of STEPS) {
      await this.#sqs.send(
        new SetQueueAttributesCommand({
          QueueUrl: this.#url(`${step}QueueUrl`),
          Attributes: { VisibilityTimeout: String(seconds) },
        }),
      );
    }
  }

  async purgeDeadLetters(): Promise<void> {
    for (const step of STEPS) {
      await this.#sqs.send(new PurgeQueueCommand({ QueueUrl: this.#url(`${step}DeadLetterQueueUrl`) }));
    }
  }

  /** Waits until the queues of some steps are empty, but for reminders that wait for their time. */
  async drained(
    steps: readonly Step[] = ['ReceiveFile', 'StartReading', 'ReadForms', 'AdjudicateClaim', 'NotifyPerson'],
  ): Promise<void> {
    await until(`${steps.join(', ')} are drained`, async () => {
      const depths = await Promise.all(steps.map((step) => this.depth(step)));
      return depths.every((depth) => depth === 0) ? true : undefined;
    });
  }

  async #count(output: string): Promise<number> {
    const { Attributes = {} } = await this.#sqs.send(
      new GetQueueAttributesCommand({ QueueUrl: this.#url(output), AttributeNames: ['All'] }),
    );
    return (
      Number(Attributes.ApproximateNumberOfMessages ?? 0) +
      Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0) +
      Number(Attributes.ApproximateNumberOfMessagesDelayed ?? 0)
    );
  }

  #url(output: string): string {
    const url = this.#client.outputs.get(output);
    if (url === undefined) throw new Error(`The stage has no output ${output}`);
    return url;
  }
}
