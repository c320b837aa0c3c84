export { DynamoClaimStore } from './claim-store.ts';
