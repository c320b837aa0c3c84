import { CommanderError } from 'commander';
import pc from 'picocolors';
import { UploadRefusedError } from '../../contexts/intake/aws/scan-upload.ts';
import { StageNotDeployedError } from '../../contexts/operations/aws/stack-outputs.ts';
import { MachineNotReadyError } from '../../local/cloud/machine-not-ready-error.ts';
import { type ErrorCode, exitCodes, UserError } from './user-error.ts';

export interface ExplainedError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly whatToDo: string;
}

/** What AWS calls credentials that are missing, wrong or too old, or that may not do this. */
const NO_ACCESS =
  /^(CredentialsProviderError|ExpiredToken|InvalidClientTokenId|UnrecognizedClient|AccessDenied|InvalidSignature|SignatureDoesNotMatch|TokenProviderError|NotAuthorized)/;
/** What Node and the AWS SDK say when nobody answers. */
const NO_NETWORK = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN|TimeoutError)$/;

/** What a person, or a script, is told of whatever went wrong. */
export function explainError(error: unknown): ExplainedError {
  if (error instanceof UserError) return pick(error.code, error);
  if (error instanceof MachineNotReadyError) return pick('machine-not-ready', error);
  if (error instanceof StageNotDeployedError)
    return pick(error.isMissing ? 'not-found' : 'no-connection', error);
  if (error instanceof UploadRefusedError)
    return {
      code: 'refused',
      message: `${error.message}.`,
      whatToDo: 'Check the size of the file and the clock of this machine, and send it again.',
    };
  if (error instanceof CommanderError)
    return {
      code: 'usage',
      message: error.code === 'commander.help' ? 'No command was given.' : sentence(error.message),
      whatToDo: 'See: milaf --help, or --help after a command.',
    };
  return explainOther(error);
}

function explainOther(error: unknown): ExplainedError {
  const { name, message, code } = factsOf(error);
  if (NO_ACCESS.test(name))
    return {
      code: 'no-connection',
      message: `AWS does not let you in (${name}): ${message}`,
      whatToDo: 'Sign in again, or check the AWS variables and what your role may do.',
    };
  if (message.startsWith('Region is missing'))
    return {
      code: 'no-connection',
      message: 'No region is given.',
      whatToDo: 'Set AWS_REGION, for example eu-west-3; for the local cloud use --local.',
    };
  if (NO_NETWORK.test(code) || NO_NETWORK.test(name) || message === 'fetch failed')
    return {
      code: 'no-connection',
      message: `Nobody answers (${code || name}): ${message}`,
      whatToDo: 'Check the network and the AWS variables, and that the cloud runs.',
    };
  return {
    code: 'internal',
    message,
    whatToDo: 'This is a fault of Milaf, not yours: report it with the command and what it printed.',
  };
}

function factsOf(error: unknown): { name: string; message: string; code: string } {
  if (!(error instanceof Error)) return { name: '', message: String(error), code: '' };
  const { name, message } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  // `fetch` keeps what happened one level below, and so do several attempts at an address.
  return code === '' && error.cause instanceof Error ? { ...factsOf(error.cause) } : { name, message, code };
}

function pick(code: ErrorCode, { message, whatToDo }: { message: string; whatToDo: string }): ExplainedError {
  return { code, message, whatToDo };
}

const sentence = (text: string): string => `${text.replace(/^error: /, '').replace(/\.$/, '')}.`;

const withHint = (explained: ExplainedError): ExplainedError =>
  explained.code === 'no-connection'
    ? { ...explained, whatToDo: `${explained.whatToDo} Look what it is: milaf doctor` }
    : explained;

/**
 * Tells what went wrong and what to do about it, on standard error: one line of JSON for scripts; all there is of what nobody
 * expected for people.
 * @returns the exit code that belongs to it
 */
export function reportError(error: unknown, { json = false } = {}): number {
  // Help and version are no errors, and are printed already.
  if (error instanceof CommanderError && error.exitCode === 0) return 0;
  const explained = withHint(explainError(error));
  if (json) console.error(JSON.stringify({ error: explained }));
  // Commander has said it, with the help of the command.
  else if (!(error instanceof CommanderError)) {
    if (explained.code === 'internal' && !(error instanceof UserError)) console.error(error);
    const { message, whatToDo } = explained;
    console.error(`${pc.red('✖')} ${message}${message.endsWith('\n') ? '' : ' '}${whatToDo}`);
  }
  return exitCodes[explained.code];
}
