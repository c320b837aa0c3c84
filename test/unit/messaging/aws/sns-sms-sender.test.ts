import { InvalidParameterException, SNSClient, SNSServiceException } from '@aws-sdk/client-sns';
import { describe, expect, it, vi } from 'vitest';
import { SnsSmsSender } from '../../../../contexts/messaging/aws/sns-sms-sender.ts';
import {
  MessageRefusedError,
  ProviderUnavailableError,
} from '../../../../contexts/shared/ports/sms-sender.ts';

function failing(error: Error) {
  const client = new SNSClient({ region: 'eu-west-3' });
  vi.spyOn(client, 'send').mockImplementation(() => {
    throw error;
  });
  return new SnsSmsSender(client, 'MILAF').send('+212612345678', 'text');
}

const answered = (name: string, httpStatusCode: number) =>
  new SNSServiceException({
    name,
    $fault: 'client',
    $metadata: { httpStatusCode },
    message: '+212612345678',
  });

describe('what SNS says of an SMS', () => {
  it('is about the phone when it calls it invalid: others may go', async () => {
    const invalid = new InvalidParameterException({
      $metadata: { httpStatusCode: 400 },
      message: '+212612345678',
    });
    await expect(failing(invalid)).rejects.toThrow(MessageRefusedError);
  });

  it.each([
    answered('ThrottledException', 429),
    answered('Throttling', 400),
    answered('InternalErrorException', 500),
    new Error('socket hang up'),
  ])('is an outage when it is busy, broken or silent: %s', async (error) => {
    await expect(failing(error)).rejects.toThrow(ProviderUnavailableError);
  });

  it('is ours to mend when a right is missing: no phone is given up for it', async () => {
    const denied = answered('AuthorizationErrorException', 403);
    await expect(failing(denied)).rejects.toBe(denied);
  });

  it('never gets a phone into the message of an error of ours', async () => {
    for (const error of [answered('InternalErrorException', 500), answered('Throttling', 400)]) {
      const caught: unknown = await failing(error).catch((reason: unknown) => reason);
      expect(String(caught)).not.toContain('+212');
    }
  });
});
