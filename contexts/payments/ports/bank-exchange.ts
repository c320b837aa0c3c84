/** Files to and from the bank. */
export interface BankExchange {
  writeOrder(batchId: string, xml: string): Promise<string>;
  /** @throws BankAnswerError where it is larger than any answer to an order of ours: it is not fetched then */
  readAnswer(key: string): Promise<string>;
}
