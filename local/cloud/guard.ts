import { spawn, type ChildProcess } from 'node:child_process';

/** Waits for its input to end, which it does when whoever holds the other end has ended in whatever way. */
const TIDY_UP =
  'cat > /dev/null; kill -9 -"$1" 2> /dev/null; sleep 1; rm -rf -- "$2"; rmdir -- "${2%/*}" "${2%/*/*}" 2> /dev/null';

/**
 * Ends a server and removes its temporary folder when this process is killed, which it cannot do itself.
 * @param group the process group of the server
 * @returns what is to be ended once the server was stopped
 */
export function guardServer(group: number, tempFolder: string): ChildProcess {
  const guard = spawn('sh', ['-c', TIDY_UP, 'sh', String(group), tempFolder], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
  });
  // Where there is no shell, the next run tidies up.
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  guard.unref();
  return guard;
}
