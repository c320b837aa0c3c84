export { DynamoReferenceStore, parseReferenceItem } from './reference-store.ts';
export {
  cinKey,
  dependantClaimItem,
  dependantClaimKey,
  dependantClaimSchema,
  holderItemSchema,
  type ItemKey,
  personEventItem,
  personFileOf,
  personPk,
  profileKey,
  providerKey,
  ramedKey,
  recordItem,
  recordKey,
  recordOf,
  referenceKey,
} from './registry-items.ts';
export { DynamoRegistryStore } from './registry-store.ts';
