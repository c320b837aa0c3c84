import { GetQueueAttributesCommand } from '@aws-sdk/client-sqs';
import { createSqsClient } from '../../../contexts/shared/aws/clients.ts';
import type { MilafClient } from '../../../contexts/operations/aws/milaf-client.ts';

export interface QueueFigures {
  readonly queue: string;
  readonly mostWaiting: number;
  readonly mostInWork: number;
  /** All the time that messages waited, added up. */
  readonly waitedSeconds: number;
}

const LOOK_EVERY_MILLISECONDS = 1_000;
const QUEUE_OUTPUT = /^(.+?)(DeadLetter)?QueueUrl$/;

/** Looks at the depth of every work queue each second, as an operator's dashboard does. */
export class QueueWatch {
  readonly #sqs = createSqsClient();
  readonly #work: readonly (readonly [string, string])[];
  readonly #dead: readonly (readonly [string, string])[];
  readonly #figures = new Map<string, QueueFigures>();
  #lastLook = performance.now();
  #timer: NodeJS.Timeout | undefined;
  #looking: Promise<void> = Promise.resolve();
  #failure: unknown;

  constructor({ outputs }: MilafClient) {
    const urls = [...outputs].flatMap(([name, url]) => {
      const [, step, dead] = QUEUE_OUTPUT.exec(name) ?? [];
      return step === undefined ? [] : [{ step, url, isDead: dead !== undefined }];
    });
    this.#work = urls.filter(({ isDead }) => !isDead).map(({ step, url }) => [step, url]);
    this.#dead = urls.filter(({ isDead }) => isDead).map(({ step, url }) => [step, url]);
  }

  start(): void {
    this.#lastLook = performance.now();
    this.#timer = setInterval(() => {
      this.#looking = this.#look().catch((error: unknown) => {
        this.#failure = error;
      });
    }, LOOK_EVERY_MILLISECONDS);
  }

  /** @throws whatever went wrong while looking */
  async stop(): Promise<readonly QueueFigures[]> {
    clearInterval(this.#timer);
    await this.#looking;
    if (this.#failure !== undefined)
      throw new Error('The queues could not be watched', { cause: this.#failure });
    return this.#work.flatMap(([queue]) => this.#figures.get(queue) ?? []);
  }

  /** Messages in dead-letter queues, by step. */
  async deadLetters(): Promise<ReadonlyMap<string, number>> {
    const counts = await Promise.all(
      this.#dead.map(async ([step, url]) => [step, (await this.#depth(url)).waiting] as const),
    );
    return new Map(counts.filter(([, count]) => count > 0));
  }

  async #look(): Promise<void> {
    const seconds = (performance.now() - this.#lastLook) / 1000;
    this.#lastLook = performance.now();
    await Promise.all(
      this.#work.map(async ([queue, url]) => {
        const { waiting, inWork } = await this.#depth(url);
        const before = this.#figures.get(queue);
        this.#figures.set(queue, {
          queue,
          mostWaiting: Math.max(before?.mostWaiting ?? 0, waiting),
          mostInWork: Math.max(before?.mostInWork ?? 0, inWork),
          waitedSeconds: (before?.waitedSeconds ?? 0) + waiting * seconds,
        });
      }),
    );
  }

  async #depth(QueueUrl: string): Promise<{ readonly waiting: number; readonly inWork: number }> {
    const { Attributes = {} } = await this.#sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['All'] }),
    );
    return {
      waiting: Number(Attributes.ApproximateNumberOfMessages ?? 0),
      inWork: Number(Attributes.ApproximateNumberOfMessagesNotVisible ?? 0),
    };
  }
}
