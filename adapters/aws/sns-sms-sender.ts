import { PublishCommand, SNSServiceException, type SNSClient } from '@aws-sdk/client-sns';
import { ProviderUnavailableError, type SmsSender } from '../../core/ports/services.ts';

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
      const status = error instanceof SNSServiceException ? error.$metadata.httpStatusCode : undefined;
      // A 4xx other than "too many" is about this message and will not get better by waiting.
      if (status !== undefined && status < 500 && status !== 429) throw error;
      throw new ProviderUnavailableError('The SMS provider cannot be reached', { cause: error });
    }
  }
}
