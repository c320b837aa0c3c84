/** Something on this machine is missing or in the way; the message says what to do. */
export class MachineNotReadyError extends Error {
  override name = 'MachineNotReadyError';
}
