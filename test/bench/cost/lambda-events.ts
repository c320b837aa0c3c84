import type { WireItem } from './item-size.ts';

/** A batch as the mapping of a queue hands it to a function. */
export function queueEvent(bodies: readonly string[]): object {
  return {
    Records: bodies.map((body, index) => ({
      messageId: `bench-${index}`,
      receiptHandle: `bench-${index}`,
      body,
      attributes: {},
      messageAttributes: {},
      md5OfBody: '',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:eu-west-3:000000000000:bench',
      awsRegion: 'eu-west-3',
    })),
  };
}

/** A batch as the mapping of a table's stream hands it to a function: items that were inserted. */
export function streamEvent(items: readonly WireItem[]): object {
  return {
    Records: items.map((item, index) => ({
      eventID: `bench-${index}`,
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      awsRegion: 'eu-west-3',
      dynamodb: {
        Keys: { pk: item['pk'], sk: item['sk'] },
        NewImage: item,
        SequenceNumber: String(index + 1),
        StreamViewType: 'NEW_IMAGE',
      },
    })),
  };
}
