import { request } from 'node:http';
import type { MilafClient } from '../../../contexts/operations/aws/milaf-client.ts';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/**
 * A browser without pages: speaks to the site's own address, keeps its cookies, and sends the header that pages send. Node
 * does not know names below `localhost`, so the name goes into the request and the call to the machine itself.
 */
export class SiteVisitor {
  readonly #address: URL;
  readonly #cookies = new Map<string, string>();

  constructor(client: MilafClient) {
    this.#address = new URL(client.outputs.get('WebAddress') ?? '');
  }

  get = (path: string): Promise<Answer> => this.#send('GET', path);
  post = (path: string, body: object = {}): Promise<Answer> => this.#send('POST', path, body);
  put = (path: string, body: object): Promise<Answer> => this.#send('PUT', path, body);

  #send(method: string, path: string, body?: object): Promise<Answer> {
    const { host, port } = this.#address;
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          host: '127.0.0.1',
          port,
          method,
          path,
          headers: { host, 'content-type': 'application/json', 'x-milaf': '1', cookie },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => (text += part));
          response.on('end', () => {
            this.#keep(response.headers['set-cookie'] ?? []);
            resolve({ status: response.statusCode ?? 0, body: text === '' ? undefined : JSON.parse(text) });
          });
        },
      );
      sent.on('error', reject);
      sent.end(body === undefined ? undefined : JSON.stringify(body));
    });
  }

  #keep(setCookies: readonly string[]): void {
    for (const cookie of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
  }
}
