/** How a queue gives its messages out, as its mapping and its redrive policy say. */
export interface QueueSettings {
  readonly messagesPerCall: number;
  /** Deliveries after which a message is set aside. */
  readonly deliveriesAllowed: number;
}

/** How a stream gives its records out, as its mapping says. */
export interface StreamSettings {
  readonly recordsPerCall: number;
  readonly isCutOnError: boolean;
  /** Tries after the first. Cutting a batch in two uses none. */
  readonly retries: number;
}

/** What a call answers: which of its messages come back. It rejects where the process was ended. */
export type Call = (
  ids: readonly string[],
  deliveries: ReadonlyMap<string, number>,
) => Promise<ReadonlySet<string>>;

export interface Delivered {
  /** How often each message was given out. */
  readonly deliveries: ReadonlyMap<string, number>;
  readonly setAside: ReadonlySet<string>;
}

/**
 * Gives out messages until none is left, as SQS and Lambda do. Those of a call that was ended come back together, which is the worst
 * that can happen to them: they are in each other's company again.
 * @param order says which of those that wait come next
 */
export async function deliverFromQueue(
  ids: readonly string[],
  { messagesPerCall, deliveriesAllowed }: QueueSettings,
  call: Call,
  order: (ids: readonly string[]) => readonly string[],
): Promise<Delivered> {
  const deliveries = new Map<string, number>();
  const setAside = new Set<string>();
  let waiting = order(ids);
  while (waiting.length > 0) {
    const back: string[] = [];
    for (let start = 0; start < waiting.length; start += messagesPerCall) {
      const batch = waiting.slice(start, start + messagesPerCall).filter((id) => {
        if ((deliveries.get(id) ?? 0) < deliveriesAllowed) return true;
        setAside.add(id);
        return false;
      });
      if (batch.length === 0) continue;
      for (const id of batch) deliveries.set(id, (deliveries.get(id) ?? 0) + 1);
      const failed = await call(batch, deliveries).catch(() => new Set(batch));
      back.push(...order(batch.filter((id) => failed.has(id))));
    }
    waiting = back;
  }
  return { deliveries, setAside };
}

/** Gives out records in their order, as Lambda does of one shard: what fails is cut in two, or tried again, or set aside. */
export async function deliverFromStream(
  ids: readonly string[],
  { recordsPerCall, isCutOnError, retries }: StreamSettings,
  call: (ids: readonly string[]) => Promise<void>,
): Promise<Delivered> {
  const deliveries = new Map<string, number>();
  const setAside = new Set<string>();
  const work = async (batch: readonly string[], triesLeft: number): Promise<void> => {
    for (const id of batch) deliveries.set(id, (deliveries.get(id) ?? 0) + 1);
    try {
      await call(batch);
    } catch {
      if (isCutOnError && batch.length > 1) {
        const middle = Math.ceil(batch.length / 2);
        await work(batch.slice(0, middle), triesLeft);
        await work(batch.slice(middle), triesLeft);
      } else if (triesLeft > 0) await work(batch, triesLeft - 1);
      else for (const id of batch) setAside.add(id);
    }
  };
  for (let start = 0; start < ids.length; start += recordsPerCall)
    await work(ids.slice(start, start + recordsPerCall), retries);
  return { deliveries, setAside };
}
