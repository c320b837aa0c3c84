import { answerXml } from '../unit/payments/domain/support/answers.ts';
import type { BatchPayment } from '../../contexts/payments/domain/payment-batch.ts';

/** What becomes of an order in the end, whatever the bank says on the way. */
export const fates = [
  'paid',
  'refused-for-the-account',
  'refused-for-ours',
  'refused-unknown',
  'sent-back',
  'sent-back-unknown',
] as const;
export type Fate = (typeof fates)[number];

/** What the bank says of an order at an instant: status and reason of pain.002. */
export interface Said {
  readonly batchId: string;
  readonly paymentId: string;
  readonly status: string;
  readonly reason?: string | undefined;
  /** ISO instant. */
  readonly at: string;
}

const reasons: Readonly<Record<Fate, string | undefined>> = {
  paid: undefined,
  'refused-for-the-account': 'AC04',
  'refused-for-ours': 'AM04',
  'refused-unknown': 'X999',
  'sent-back': 'AC06',
  'sent-back-unknown': 'X999',
};

interface Booked extends BatchPayment {
  readonly batchId: string;
  readonly fate: Fate;
  readonly receivedAt: number;
}

/**
 * What the bank says of orders of one file at one time, as pain.002.
 * @param date the element of its date
 */
export function answerOf(
  [first, ...others]: readonly [Said, ...Said[]],
  date = `<CreDtTm>${first.at}</CreDtTm>`,
): string {
  const transactions = [first, ...others].map(({ paymentId: id, status, reason }) => ({
    id,
    status,
    ...(reason === undefined ? {} : { reason }),
  }));
  const xml = answerXml({
    originalMessageId: first.batchId,
    blocks: [{ id: first.batchId, transactions }],
  });
  return xml.replace(/<CreDtTm>[^<]*<\/CreDtTm>/, date);
}

/** A bank with books of its own: it carries each order out at most once, and tells the truth about it, sooner or later. */
export class SimulatedBank {
  readonly #books = new Map<string, Booked>();
  #fates: readonly Fate[];
  #minute = 0;

  /** @param chosen fates in the order in which orders come; later ones are paid */
  constructor(chosen: readonly Fate[]) {
    this.#fates = chosen;
  }

  get orders(): readonly Booked[] {
    return [...this.#books.values()];
  }

  /** Takes what reached it; an order that it has is no other order. */
  receive(files: ReadonlyMap<string, readonly BatchPayment[]>): void {
    for (const [batchId, payments] of files)
      for (const payment of payments) {
        if (this.#books.has(payment.paymentId)) continue;
        const fate = this.#fates[this.#books.size] ?? 'paid';
        this.#minute += 10;
        this.#books.set(payment.paymentId, { ...payment, batchId, fate, receivedAt: this.#minute });
      }
  }

  /** From now on every order that comes is paid. */
  mend(): void {
    this.#fates = this.#fates.slice(0, this.#books.size);
  }

  /** Whether the money of an order is with the insured in the end. */
  isPaid(paymentId: string): boolean {
    return this.#books.get(paymentId)?.fate === 'paid';
  }

  /** Everything it says of its orders, in the order in which it says it. */
  statements(): readonly Said[] {
    return this.orders.flatMap(({ batchId, paymentId, fate, receivedAt }) => {
      const say = (minutes: number, status: string, reason?: string): Said => ({
        batchId,
        paymentId,
        status,
        reason,
        at: new Date(Date.UTC(2026, 2, 2, 8, receivedAt + minutes)).toISOString(),
      });
      const isSettled = fate === 'paid' || fate.startsWith('sent-back');
      return [
        say(1, 'ACSP'),
        ...(isSettled ? [say(2, 'ACSC')] : []),
        ...(fate === 'paid' ? [say(3, 'RJCT', 'DU01')] : [say(3, 'RJCT', reasons[fate])]),
      ];
    });
  }
}
