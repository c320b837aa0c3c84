import { paginateScan } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { createDocumentClient } from '../../../contexts/shared/aws/document-client.ts';
import {
  claimItemSchema,
  eventItemSchema,
  messageItemSchema,
} from '../../../contexts/claims/aws/claims-items.ts';

/** When a file got where, in milliseconds since 1970; what never happened is undefined. */
export interface FileTimes {
  readonly fileId: string;
  readonly accepted: number | undefined;
  readonly drafted: number | undefined;
  readonly decided: number | undefined;
  readonly told: number | undefined;
  readonly outcome: string | undefined;
  readonly claimCount: number;
  readonly messageCount: number;
}

const itemSchema = z.object({ sk: z.string() });

/** Reads the whole claims table, which keeps an event of everything that happened. */
export async function readLedger(claimsTable: string): Promise<readonly FileTimes[]> {
  const accepted = new Map<string, number>();
  const claimsOf = new Map<string, string[]>();
  const times = new Map<string, Map<string, number>>();
  const told = new Map<string, number[]>();
  const note = (claimId: string, what: string, instant: string): void => {
    times.set(claimId, (times.get(claimId) ?? new Map<string, number>()).set(what, Date.parse(instant)));
  };
  const pages = paginateScan({ client: createDocumentClient() }, { TableName: claimsTable });
  for await (const { Items = [] } of pages) {
    for (const item of Items) {
      const { sk } = itemSchema.parse(item);
      if (sk === 'CLAIM') {
        const { claimId, fileId } = claimItemSchema.parse(item);
        claimsOf.set(fileId, [...(claimsOf.get(fileId) ?? []), claimId]);
      } else if (sk.startsWith('MESSAGE#')) {
        const { claimId, updatedAt } = messageItemSchema.parse(item);
        told.set(claimId, [...(told.get(claimId) ?? []), Date.parse(updatedAt)]);
      } else if (sk.startsWith('EVENT#')) {
        const { event } = eventItemSchema.parse(item);
        if (event.type === 'file.accepted.v1') accepted.set(event.fileId, Date.parse(event.occurredAt));
        else if ('claimId' in event) note(event.claimId, event.type, event.occurredAt);
      }
    }
  }
  return [...accepted].map(([fileId, acceptedAt]): FileTimes => {
    const claimIds = claimsOf.get(fileId) ?? [];
    const events = times.get(claimIds[0] ?? '') ?? new Map<string, number>();
    const decision = [...events].find(([type]) => type.startsWith('claim.') && type !== 'claim.drafted.v1');
    const messages = claimIds.flatMap((claimId) => told.get(claimId) ?? []);
    return {
      fileId,
      accepted: acceptedAt,
      drafted: events.get('claim.drafted.v1'),
      decided: decision?.[1],
      told: messages[0],
      outcome: decision?.[0],
      claimCount: claimIds.length,
      messageCount: messages.length,
    };
  });
}
