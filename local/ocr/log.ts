/** One event of the service: ids, counts and states only, never text that was read or a document's name. */
export interface LogEntry {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [detail: string]: string | number | boolean | undefined;
}

export type Log = (entry: LogEntry) => void;

/** Writes entries as JSON lines to standard error, so that standard output stays for people. */
export function logToStandardError(entry: LogEntry): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), service: 'ocr', ...entry })}\n`);
}

/** A short, content-free name for what went wrong. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
