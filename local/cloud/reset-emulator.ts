import { MachineNotReadyError } from './machine-not-ready-error.ts';
import type { CloudVariables } from './start-local-cloud.ts';

/**
 * Empties the emulator.
 * @throws MachineNotReadyError when it is another emulator than the one Milaf brings
 */
export async function resetEmulator(variables: CloudVariables): Promise<void> {
  const url = `${variables['AWS_ENDPOINT_URL'] ?? ''}/_ministack/reset`;
  const isReset = await fetch(url, { method: 'POST' }).then(
    ({ ok }) => ok,
    () => false,
  );
  if (!isReset)
    throw new MachineNotReadyError('The emulator cannot be emptied from here.', 'Restart it instead.');
}
