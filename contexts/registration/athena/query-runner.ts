import { setTimeout as sleep } from 'node:timers/promises';
import {
  GetQueryExecutionCommand,
  StartQueryExecutionCommand,
  type AthenaClient,
} from '@aws-sdk/client-athena';

export interface AthenaSettings {
  readonly workGroup: string;
  /** Glue database for the tables of lists. */
  readonly database: string;
  /** Between two looks at a query that runs. */
  readonly pollMilliseconds: number;
}

/** Runs one statement after the other in a workgroup, whose configuration says where results go. */
export class AthenaQueryRunner {
  readonly #client: AthenaClient;
  readonly #settings: AthenaSettings;

  constructor(client: AthenaClient, settings: AthenaSettings) {
    this.#client = client;
    this.#settings = settings;
  }

  /**
   * @param name tells the statement in the error; Athena's own reason may quote values of the list, so only its kind is told
   * @returns the id of the query, when it has succeeded
   * @throws Error when the query failed or was stopped
   */
  async run(name: string, sql: string): Promise<string> {
    const { QueryExecutionId: id } = await this.#client.send(
      new StartQueryExecutionCommand({
        QueryString: sql,
        WorkGroup: this.#settings.workGroup,
        QueryExecutionContext: { Database: this.#settings.database },
      }),
    );
    if (id === undefined) throw new Error(`Athena did not start ${name}`);
    for (;;) {
      const { QueryExecution } = await this.#client.send(
        new GetQueryExecutionCommand({ QueryExecutionId: id }),
      );
      const status = QueryExecution?.Status;
      if (status?.State === 'SUCCEEDED') return id;
      if (status?.State === 'FAILED' || status?.State === 'CANCELLED')
        throw new Error(
          `Athena query ${id} (${name}) ended as ${status.State}, error type ${status.AthenaError?.ErrorType ?? 'unknown'}: see it in the workgroup ${this.#settings.workGroup}.`,
        );
      await sleep(this.#settings.pollMilliseconds);
    }
  }
}
