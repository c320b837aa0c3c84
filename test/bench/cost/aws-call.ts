/** A request to AWS, as far as it says what is asked for. */
export interface AwsRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Buffer;
}

export interface AwsOperation {
  /** `DynamoDB`, `S3`, `SQS`, `SNS`, `EventBridge`, `Textract`. */
  readonly service: string;
  readonly operation: string;
}

const SERVICE_OF_TARGET: Readonly<Record<string, string>> = {
  DynamoDB_20120810: 'DynamoDB',
  AmazonSQS: 'SQS',
  AWSEvents: 'EventBridge',
  Textract: 'Textract',
};

/**
 * Tells which call of which service a request is.
 * @throws Error for a service that the benchmark does not know: its price would be missing
 */
export function operationOf({ method, url, headers, body }: AwsRequest): AwsOperation {
  const target = headers['x-amz-target'];
  if (typeof target === 'string') {
    const [prefix = '', operation = ''] = target.split('.');
    const service = SERVICE_OF_TARGET[prefix];
    if (service === undefined) throw new Error(`A call to a service that is not metered: ${target}`);
    return { service, operation };
  }
  const contentType = headers['content-type'];
  if (typeof contentType === 'string' && contentType.startsWith('application/x-www-form-urlencoded')) {
    return {
      service: 'SNS',
      operation: new URLSearchParams(body.toString('utf8')).get('Action') ?? 'unknown',
    };
  }
  return { service: 'S3', operation: s3OperationOf(method, url, headers) };
}

function s3OperationOf(method: string, url: string, headers: AwsRequest['headers']): string {
  const { pathname } = new URL(url, 'http://s3');
  const hasKey = pathname.split('/').filter((part) => part !== '').length > 1;
  switch (method) {
    case 'PUT':
      return headers['x-amz-copy-source'] === undefined ? 'PutObject' : 'CopyObject';
    case 'POST':
      return 'PostObject';
    case 'HEAD':
      return 'HeadObject';
    case 'DELETE':
      return 'DeleteObject';
    default:
      return hasKey ? 'GetObject' : 'ListObjects';
  }
}
