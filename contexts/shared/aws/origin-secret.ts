import { createHash, timingSafeEqual } from 'node:crypto';
import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';

/** A value that was replaced is known to every copy of a function after this long. */
const KEPT_MILLISECONDS = 300_000;
/** A value that is not known may be newer than what was read; whoever sends wrong ones makes it be read no more often than this. */
const READ_AGAIN_MILLISECONDS = 10_000;

/** While the secret is being renewed, CloudFront still sends the value of before. */
const STAGES = ['AWSCURRENT', 'AWSPREVIOUS'] as const;

const digestOf = (value: string): Buffer => createHash('sha256').update(value).digest();

/** What CloudFront adds to each request and nobody else knows: requests without it did not come through the site. */
export class OriginSecret {
  readonly #client: Pick<SecretsManagerClient, 'send'>;
  readonly #secretId: string;
  readonly #clock: () => Date;
  #accepted: readonly Buffer[] = [];
  #readAt = Number.NEGATIVE_INFINITY;

  constructor(client: Pick<SecretsManagerClient, 'send'>, secretId: string, clock: () => Date) {
    this.#client = client;
    this.#secretId = secretId;
    this.#clock = clock;
  }

  /** Whether it is the secret of now, or of before. */
  async admits(shown: string): Promise<boolean> {
    if (this.#age() > KEPT_MILLISECONDS) await this.#read();
    if (this.#isAccepted(shown)) return true;
    if (this.#age() <= READ_AGAIN_MILLISECONDS) return false;
    await this.#read();
    return this.#isAccepted(shown);
  }

  #age(): number {
    return this.#clock().getTime() - this.#readAt;
  }

  /** Compares with each, whichever it is: the time it takes tells nothing. */
  #isAccepted(shown: string): boolean {
    const digest = digestOf(shown);
    return this.#accepted.map((accepted) => timingSafeEqual(digest, accepted)).includes(true);
  }

  /** @throws Error where nothing was ever read; what was read before counts on while the service is away */
  async #read(): Promise<void> {
    try {
      const values = await Promise.all(STAGES.map((stage) => this.#valueOf(stage)));
      const accepted = values.flatMap((value) => (value === undefined ? [] : [digestOf(value)]));
      if (accepted.length === 0) throw new Error('The secret of the site has no value');
      this.#accepted = accepted;
    } catch (error) {
      if (this.#accepted.length === 0) throw error;
    }
    this.#readAt = this.#clock().getTime();
  }

  async #valueOf(stage: (typeof STAGES)[number]): Promise<string | undefined> {
    try {
      const { SecretString: value } = await this.#client.send(
        new GetSecretValueCommand({ SecretId: this.#secretId, VersionStage: stage }),
      );
      return value === '' ? undefined : value;
    } catch (error) {
      if (error instanceof ResourceNotFoundException) return undefined;
      throw error;
    }
  }
}
