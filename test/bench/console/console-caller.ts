import * as z from 'zod';
import { envSchema } from '../../../lambdas/serve-console/env.ts';
import type { ConsoleTables } from './console-world.ts';

export interface ConsoleRequest {
  readonly method: 'GET' | 'POST';
  /** Path and query. */
  readonly path: string;
  readonly body?: object;
}

type Handler = (event: unknown, context: unknown) => Promise<unknown>;

const handlerSchema = z.custom<Handler>((value) => typeof value === 'function');
const answerSchema = z.object({ statusCode: z.int(), body: z.string() });

/** The console's function itself, in this process, called as API Gateway calls it. */
export class ConsoleCaller {
  readonly #handler: Handler;

  private constructor(handler: Handler) {
    this.#handler = handler;
  }

  /** Loads the function for these tables; it keeps them for as long as this process lives. */
  static async load(tables: ConsoleTables): Promise<ConsoleCaller> {
    // What these requests do not touch only has to be there.
    for (const name of Object.keys(envSchema.shape))
      process.env[name] = name.endsWith('_URL') ? 'http://127.0.0.1:9/none' : '1';
    Object.assign(process.env, {
      CLAIMS_TABLE: tables.claims,
      REGISTRY_TABLE: tables.registry,
      AUDIT_TABLE: tables.audit,
      POWERTOOLS_METRICS_NAMESPACE: 'bench',
      POWERTOOLS_SERVICE_NAME: 'serve-console',
      POWERTOOLS_METRICS_DISABLED: 'true',
      POWERTOOLS_LOG_LEVEL: 'SILENT',
    });
    const { handler } = await import('../../../lambdas/serve-console/index.ts');
    return new ConsoleCaller(handlerSchema.parse(handler));
  }

  /** @throws Error when the answer is not 200: it would be the time of something else */
  async call({ method, path, body }: ConsoleRequest): Promise<unknown> {
    const [rawPath = '', rawQueryString = ''] = path.split('?');
    const event = {
      version: '2.0',
      routeKey: '$default',
      rawPath,
      rawQueryString,
      headers: { 'content-type': 'application/json', host: 'console' },
      isBase64Encoded: false,
      ...(body && { body: JSON.stringify(body) }),
      requestContext: {
        http: { method, path: rawPath, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'bench' },
        authorizer: {
          jwt: { claims: { 'cognito:username': 'bench', 'cognito:groups': '[supervisor]' } },
        },
        domainName: 'console',
        requestId: 'bench',
      },
    };
    const { statusCode, body: answer } = answerSchema.parse(
      await this.#handler(event, { awsRequestId: 'bench', functionName: 'serve-console' }),
    );
    if (statusCode !== 200)
      throw new Error(`${method} ${rawPath} was answered with ${statusCode}: ${answer}`);
    return JSON.parse(answer);
  }
}
