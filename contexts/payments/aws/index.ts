export { BANK_ANSWERS_PREFIX } from './bank-exchange.ts';
export { DynamoRemittanceStore } from './remittance-store.ts';
