import { performance } from 'node:perf_hooks';
import type { Claim } from '../../contexts/claims/domain/claim.ts';
import { personFile } from '../support/person-files.ts';
import { PaymentWorld } from '../support/payment-world.ts';
import type { BenchGroup, BenchOptions, Figure, GroupResult } from './group.ts';

const PENDING = 5_000;
const RIB = '011519000001205000534921';
/** Held for one establishment. */
const THEIRS = 100;
const INPE = '091024578';
const HELD = [0, 100_000, 1_000_000] as const;

/**
 * Whether a payment run takes longer because many payments are held. The use case is the real one; the tables are in memory, with
 * the index of the queues, so that what is counted is what the run asks of them.
 */
export const paymentRunGroup: BenchGroup = { name: 'payment-run', run: measure };

interface Measured {
  readonly held: number;
  readonly milliseconds: number;
  readonly reads: number;
  readonly paid: number;
  readonly readsOfRelease: number;
}

async function measure({ report }: BenchOptions): Promise<GroupResult> {
  const runs: Measured[] = [];
  for (const held of HELD) {
    report(`payment-run: ${PENDING} pending payments beside ${held} held ones`);
    runs.push(await runBeside(held));
  }
  const [alone, , beside] = runs;
  const figures: readonly Figure[] = [
    {
      name: 'payment run beside 1,000,000 held payments: claims read more than beside none',
      value: (beside?.reads ?? 0) - (alone?.reads ?? 0),
      target: { atMost: 0 },
    },
    {
      name: 'release for an establishment beside 1,000,000 held payments: claims read for 100 of its own',
      value: beside?.readsOfRelease ?? 0,
      target: { atMost: THEIRS },
    },
    { name: 'payment run beside 1,000,000 held payments, ms', value: Math.round(beside?.milliseconds ?? 0) },
    { name: 'payment run beside none, ms', value: Math.round(alone?.milliseconds ?? 0) },
  ];
  return {
    figures,
    tables: [
      {
        title: 'A payment run beside held payments',
        head: ['held', 'ordered', 'claims read', 'ms'],
        rows: runs.map(({ held, paid, reads, milliseconds }) => [
          held.toLocaleString('en'),
          paid.toLocaleString('en'),
          reads.toLocaleString('en'),
          Math.round(milliseconds).toString(),
        ]),
      },
    ],
    notes: ['Tables in memory: what a run reads is what counts, its milliseconds are those of this machine.'],
  };
}

async function runBeside(held: number): Promise<Measured> {
  const world = new PaymentWorld(
    () => new Date('2026-11-20T12:00:00.000Z'),
    () => personFile(),
    (inpe) => [
      {
        ...{ type: 'provider-account', inpe, rib: RIB, from: '2026-01-01' },
        confirmed: { on: '2026-01-02', reference: 'letter 12' },
      },
    ],
  );
  for (let number = 0; number < THEIRS; number += 1) world.put(claimOf(`E${number}`, false, INPE));
  for (let number = 0; number < PENDING; number += 1) world.put(claimOf(`P${number}`, true));
  for (let number = 0; number < held; number += 1) world.put(claimOf(`H${number}`, false));
  const started = performance.now();
  const { paymentCount } = await world.run();
  const milliseconds = performance.now() - started;
  const reads = world.readCount;
  world.messages.splice(0, Infinity, { kind: 'provider', inpe: INPE });
  await world.drain();
  return { held, milliseconds, reads, paid: paymentCount, readsOfRelease: world.readCount - reads };
}

function claimOf(claimId: string, isPending: boolean, payeeInpe?: string): Claim {
  const common = { attempt: 1, amountCentimes: 10_000, payeeInpe };
  return {
    claimId,
    state: 'APPROVED',
    version: 2,
    fileId: claimId,
    channelId: 'agency-rabat-01',
    submissionDate: '2026-11-20',
    receivedOn: '2026-11-20',
    submissionSignals: [],
    formNumber: 1,
    formsInFile: 1,
    registrationNumber: '104725831',
    payment: isPending
      ? { state: 'PENDING', ...common, rib: RIB }
      : { state: 'HELD', ...common, heldReason: 'ACCOUNT_MISSING' },
  };
}
