export { DynamoMedicineStore } from './medicine-store.ts';
