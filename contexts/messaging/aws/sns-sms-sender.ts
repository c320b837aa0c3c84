import {
  InvalidParameterException,
  InvalidParameterValueException,
  OptedOutException,
  PublishCommand,
  SNSServiceException,
  ValidationException,
  type SNSClient,
} from '@aws-sdk/client-sns';
import { MessageRefusedError, ProviderUnavailableError, type SmsSender } from '#shared';

/** What SNS says of a phone it cannot or may not send to. */
const REFUSALS = [
  InvalidParameterException,
  InvalidParameterValueException,
  OptedOutException,
  ValidationException,
] as const;

/** SMS by SNS, as transactional messages with Milaf's sender id. */
export class SnsSmsSender implements SmsSender {
  readonly #client: SNSClient;
  readonly #senderId: string;

  constructor(client: SNSClient, senderId: string) {
    this.#client = client;
    this.#senderId = senderId;
  }

  async send(phone: string, text: string): Promise<string> {
    try {
      const { MessageId } = await this.#client.send(
        new PublishCommand({
          PhoneNumber: phone,
          Message: text,
          MessageAttributes: {
            'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: this.#senderId },
            'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
          },
        }),
      );
      return MessageId ?? '';
    } catch (error) {
      if (REFUSALS.some((refusal) => error instanceof refusal))
        throw new MessageRefusedError('The SMS provider does not take this message', { cause: error });
      if (isOursToMend(error)) throw error;
      throw new ProviderUnavailableError('The SMS provider cannot be reached', { cause: error });
    }
  }
}

/** A 4xx other than "too many" (a missing right, a wrong request) will not get better by waiting. */
function isOursToMend(error: unknown): boolean {
  if (!(error instanceof SNSServiceException)) return false;
  const status = error.$metadata.httpStatusCode;
  // SNS says "Throttling" with status 400, too.
  return status !== undefined && status < 500 && status !== 429 && !error.name.includes('Throttl');
}
