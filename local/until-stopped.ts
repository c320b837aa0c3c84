/**
 * Waits until a person presses Ctrl-C, or the system asks to stop.
 * @param signal ends the waiting too, so that Node can exit
 */
export async function untilStopped(signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const stop = (): void => resolve(undefined);
  const systemSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const name of systemSignals) process.once(name, stop);
  signal?.addEventListener('abort', stop, { once: true });
  // A pending promise alone does not keep Node running.
  const alive = setInterval(() => undefined, 60_000);
  await promise;
  clearInterval(alive);
  for (const name of systemSignals) process.off(name, stop);
}
