/** Something on this machine is missing or in the way. */
export class MachineNotReadyError extends Error {
  override name = 'MachineNotReadyError';
  readonly whatToDo: string;

  constructor(message: string, whatToDo: string, options?: ErrorOptions) {
    super(message, options);
    this.whatToDo = whatToDo;
  }
}
