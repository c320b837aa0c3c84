import type { SendMessageBatchCommand } from '@aws-sdk/client-sqs';
import { type SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { SqsListQueues } from '../../../../contexts/registration/aws/list-queues.ts';

const URLS = { verifyRange: 'verify', linkList: 'link', registerUnit: 'register', closeList: 'close' };

/** A client that keeps what it is given, and refuses the messages whose text is among the refused. */
function recordingClient(refused: readonly string[] = []) {
  const sent: { readonly queueUrl: string | undefined; readonly bodies: readonly string[] }[] = [];
  const client = {
    send: ({ input }: SendMessageBatchCommand) => {
      const entries = input.Entries ?? [];
      sent.push({ queueUrl: input.QueueUrl, bodies: entries.map(({ MessageBody }) => MessageBody ?? '') });
      return Promise.resolve({
        Failed: entries.filter(({ MessageBody }) => refused.includes(MessageBody ?? '')),
      });
    },
  };
  return { sent, queues: new SqsListQueues(client as unknown as SQSClient, URLS) };
}

describe('the queues of lists', () => {
  it('sends every unit once, ten in a call', async () => {
    const { sent, queues } = recordingClient();
    await queues.registerUnits('LIST', 25);
    expect(sent.map(({ bodies }) => bodies.length).sort()).toEqual([10, 10, 5]);
    expect(new Set(sent.map(({ queueUrl }) => queueUrl))).toEqual(new Set(['register']));
    const units = sent
      .flatMap(({ bodies }) => bodies)
      .map((body) => (JSON.parse(body) as { unit: number }).unit);
    expect(units.sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
  });

  it('sends nothing for a list without units', async () => {
    const { sent, queues } = recordingClient();
    await queues.registerUnits('LIST', 0);
    expect(sent).toEqual([]);
  });

  it('fails when the queue refuses one message of many, so that all are sent again', async () => {
    const { queues } = recordingClient(['{"listId":"LIST","unit":17}']);
    await expect(queues.registerUnits('LIST', 25)).rejects.toThrow('SQS refused 1 of 10 messages');
  });
});
