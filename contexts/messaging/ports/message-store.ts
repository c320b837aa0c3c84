import type { MessageRecord } from '#claims';
import type { WriteResult } from '#shared';

export interface MessageStore {
  /**
   * Takes the right to send a message. `applied`: send it now; `known`: it was sent or skipped; `refused`: another copy of
   * the event is sending it at this moment.
   */
  begin(message: MessageRecord, leaseSeconds: number): Promise<WriteResult>;
  recordSent(message: MessageRecord, providerMessageId: string): Promise<void>;
}
