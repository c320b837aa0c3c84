/** Waits until a person presses Ctrl-C, or the system asks to stop. */
export async function untilStopped(): Promise<void> {
  // A pending promise alone does not keep Node running.
  const alive = setInterval(() => undefined, 60_000);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  clearInterval(alive);
}
