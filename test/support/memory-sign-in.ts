import type { SignInCounter, SignInLimits } from '../../contexts/portal/domain/sign-in-limits.ts';
import type { SignInFlow } from '../../contexts/portal/domain/sign-in-flow.ts';
import type {
  SignInCounters,
  SignInDevices,
  SignInFlows,
} from '../../contexts/portal/ports/insured-sign-in.ts';

/** What the sign-in of the insured keeps, in memory, with the same conditions as the table. */

export class MemorySignInFlows implements SignInFlows {
  readonly flows = new Map<string, SignInFlow>();

  begin(flow: SignInFlow): Promise<void> {
    this.flows.set(flow.flowId, flow);
    return Promise.resolve();
  }

  find(flowId: string): Promise<SignInFlow | undefined> {
    return Promise.resolve(this.flows.get(flowId));
  }

  replace(before: SignInFlow, after: SignInFlow): Promise<'applied' | 'refused'> {
    if (this.flows.get(before.flowId)?.version !== before.version) return Promise.resolve('refused');
    this.flows.set(before.flowId, after);
    return Promise.resolve('applied');
  }
}

export class MemorySignInCounters implements SignInCounters {
  readonly counts = new Map<string, number>();

  take(counters: readonly SignInCounter[]): Promise<'taken' | 'full'> {
    if (counters.some((counter) => this.#isFull(counter))) return Promise.resolve('full');
    for (const { key } of counters) this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    return Promise.resolve('taken');
  }

  giveBack(counters: readonly SignInCounter[]): Promise<void> {
    for (const { key } of counters) this.counts.set(key, (this.counts.get(key) ?? 0) - 1);
    return Promise.resolve();
  }

  areFull(counters: readonly SignInCounter[]): Promise<boolean> {
    return Promise.resolve(counters.some((counter) => this.#isFull(counter)));
  }

  #isFull({ key, limit }: SignInCounter): boolean {
    return (this.counts.get(key) ?? 0) >= limit;
  }
}

export class MemorySignInDevices implements SignInDevices {
  readonly #people = new Map<string, Set<string>>();

  numbersOf(deviceId: string): Promise<readonly string[]> {
    return Promise.resolve([...(this.#people.get(deviceId) ?? [])]);
  }

  remember({ deviceId, registrationNumber }: Parameters<SignInDevices['remember']>[0]): Promise<void> {
    this.#people.set(deviceId, new Set([...(this.#people.get(deviceId) ?? []), registrationNumber]));
    return Promise.resolve();
  }
}

/** Small enough to be reached in a test. */
export const smallLimits: SignInLimits = {
  codesPerNumber: {
    byStrangers: { perHour: 3, perDay: 5 },
    withCin: { perHour: 2, perDay: 4 },
    perKnownDevice: { perHour: 2, perDay: 4 },
    spare: { perHour: 1, perDay: 2 },
  },
  undeliveredCodesPerHour: 7,
  codesInAll: {
    toStrangers: { perMinute: 10, perHour: 20, perDay: 30 },
    withCin: { perMinute: 10, perHour: 20, perDay: 30 },
    toKnownDevices: { perMinute: 10, perHour: 20, perDay: 30 },
  },
  startsPerSource: { perMinute: 20, perHour: 40, perDay: 80 },
  startsPerWideSource: { perMinute: 50, perHour: 100, perDay: 200 },
  startsPerKnownDevice: { perMinute: 5, perHour: 10, perDay: 20 },
};
