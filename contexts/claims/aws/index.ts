export {
  channelDay,
  fileIdInIndex,
  type FileIndex,
  FILES_OF_BEFORE,
  FILES_OF_DAY,
  shortReceiptKey,
} from './channel-day.ts';
export { parseHistory } from './claim-history.ts';
export {
  claimIdAtPlace,
  dayKey,
  heldForKey,
  insuredKey,
  queueKey,
  queueOf,
  toClaimItem,
} from './claim-item.ts';
export {
  careKey,
  claimItemSchema,
  claimKey,
  claimStateSchema,
  EVENT_PREFIX,
  eventItem,
  eventItemSchema,
  eventKey,
  fileItemSchema,
  fileKey,
  LISTING_INDEX,
  messageItemSchema,
  messageKeyOf,
  OWNER_INDEX,
  QUEUE_INDEX,
  QUEUE_SHARDS,
  paymentBatchItemSchema,
  paymentBatchKey,
  paymentBatchPartSchema,
} from './claims-items.ts';
export { DynamoFileStore } from './file-store.ts';
