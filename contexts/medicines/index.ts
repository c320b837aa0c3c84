export { foldMedicineName } from './domain/fold-medicine-name.ts';
export { type Medicine, type MedicinePrice, priceOn } from './domain/medicine.ts';
export type { MedicineFinding } from './domain/medicine-finding.ts';
export { type BoxesRequest, priceBoxes, type PricedBoxes } from './domain/price-boxes.ts';
export { type MedicineProposal, type PrintedMedicine, proposeMedicines } from './domain/propose-medicines.ts';
export { type DispensedBoxes, renewalDays, tooSoonAgain } from './domain/too-soon-again.ts';
export type { MedicineReader } from './ports.ts';
export { nameMedicines } from './use-cases/name-medicines.ts';
