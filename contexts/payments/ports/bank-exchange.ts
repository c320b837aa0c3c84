/** Files to and from the bank. */
export interface BankExchange {
  writeOrder(batchId: string, xml: string): Promise<string>;
  readAnswer(key: string): Promise<string>;
}
