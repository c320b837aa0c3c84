/** The SMS provider is down or slow: try again later. */
export class ProviderUnavailableError extends Error {
  override name = 'ProviderUnavailableError';
}

/** The SMS provider will never take this message: its phone does not exist or wants none. Others may go. */
export class MessageRefusedError extends Error {
  override name = 'MessageRefusedError';
}

export interface SmsSender {
  /**
   * @param phone E.164
   * @returns the provider's message id
   * @throws ProviderUnavailableError, MessageRefusedError
   */
  send(phone: string, text: string): Promise<string>;
}
