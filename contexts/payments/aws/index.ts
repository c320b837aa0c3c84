export { BANK_ANSWERS_PREFIX } from './bank-exchange.ts';
export { DynamoPaymentBatchStore } from './payment-batch-store.ts';
