import pc from 'picocolors';
import { UploadRefusedError } from '../../contexts/intake/aws/scan-upload.ts';
import { StageNotDeployedError } from '../../contexts/operations/aws/stack-outputs.ts';
import { MachineNotReadyError } from '../../local/cloud/machine-not-ready-error.ts';
import { UserError } from './user-error.ts';

const EXPLAINED = [UserError, StageNotDeployedError, MachineNotReadyError, UploadRefusedError];

/** Tells a person what went wrong: the message where it says what to do, all there is where it is unexpected. */
export function reportError(error: unknown): void {
  const isExplained = EXPLAINED.some((kind) => error instanceof kind);
  if (isExplained && error instanceof Error) console.error(`${pc.red('✖')} ${error.message}`);
  else console.error(error);
}
