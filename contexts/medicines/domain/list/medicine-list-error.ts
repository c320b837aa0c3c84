/** The file as a whole is no list of medicines; the message says what is expected. */
export class MedicineListError extends Error {
  override name = 'MedicineListError';
}
