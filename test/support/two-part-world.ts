import { adjudicateClaim } from '../../contexts/adjudication/use-cases/adjudicate-claim.ts';
import type { DecisionRecord } from '../../contexts/claims/records/decision-record.ts';
import { paymentsOf } from '../../contexts/claims/domain/payments-of-claim.ts';
import { applyBankAnswer } from '../../contexts/payments/use-cases/apply-bank-answer.ts';
import type { CareForm } from '../../contexts/reading/domain/care-form.ts';
import { rejectClaim } from '../../contexts/review/use-cases/reject-claim.ts';
import { ReviewRefusal } from '../../contexts/review/use-cases/review-refusal.ts';
import { saveCorrections } from '../../contexts/review/use-cases/save-corrections.ts';
import type { FieldChange, SaveCorrections } from '../../contexts/review/api/review.ts';
import { showReview } from '../../contexts/review/use-cases/show-review.ts';
import { submitReview } from '../../contexts/review/use-cases/submit-review.ts';
import { takeClaim } from '../../contexts/review/use-cases/take-claim.ts';
import { seededRandom } from '../../local/samples/random.ts';
import { act, form, personFile, provider } from '../unit/adjudication/domain/claim-builder.ts';
import { Killer, wasKilled } from './killing.ts';
import { PaymentWorld } from './payment-world.ts';
import { amina, brahim, CLAIM_ID, ReviewWorld } from './review-world.ts';
import { answerOf, type Fate, SimulatedBank } from './simulated-bank.ts';

/** How a line of the form is read. */
export type Line = 'certain' | 'no-tariff' | 'twice-the-day';

export type PartStep =
  | { readonly what: 'deliver'; readonly copies: number }
  | { readonly what: 'take' | 'submit' | 'reject' | 'run' | 'drain' }
  | { readonly what: 'mend' | 'wreck' | 'restore' | 'remove'; readonly line: number }
  /** A person takes the claim, mends all that waits, and hands it on. */
  | { readonly what: 'review' }
  | { readonly what: 'tell'; readonly which: number };

const dayOf = (line: number): string => `2025-09-${String(1 + line * 3).padStart(2, '0')}`;
/** Each line bills another amount: it is known by it, whatever becomes of it. */
const billedOf = (line: number): number => 25_000 + line * 100;

function formOf(lines: readonly Line[]): CareForm {
  return form({
    acts: lines.map((kind, index) =>
      act({
        dateOfCare: dayOf(kind === 'twice-the-day' && index > 0 ? index - 1 : index),
        keyLetter: kind === 'no-tariff' ? 'K' : 'CS',
        coefficientHundredths: kind === 'no-tariff' ? 1_600 : 100,
        billedCentimes: billedOf(index),
      }),
    ),
  });
}

/** One claim through decision, review, orders and the bank, by functions that may die and come again. */
export class TwoPartWorld {
  readonly bank: SimulatedBank;
  readonly payments: PaymentWorld = new PaymentWorld(
    () => this.review.now,
    () => personFile(),
  );
  readonly review: ReviewWorld = new ReviewWorld({
    people: [personFile()],
    providers: [provider()],
    table: this.payments.table,
  });
  readonly #killer: Killer;

  constructor(fates: readonly Fate[], seed: number) {
    this.bank = new SimulatedBank(fates);
    this.#killer = new Killer(seededRandom(seed), 0.03, 4);
  }

  async begin(lines: readonly Line[]): Promise<void> {
    await this.review.draft(formOf(lines), { submissionDate: '2025-09-25', receivedOn: '2025-09-25' });
    this.review.now = new Date('2025-09-26T09:00:00Z');
  }

  /** Refusals are answers, and a function that dies is called again another time. */
  async act(step: PartStep): Promise<void> {
    try {
      await this.#act(step);
    } catch (error) {
      const isRetried =
        error instanceof Error && /was changed while|could not be decided/.test(error.message);
      if (!(error instanceof ReviewRefusal) && !wasKilled(error) && !isRetried) throw error;
    }
    this.bank.receive(this.payments.atBank);
  }

  async #act(step: PartStep): Promise<void> {
    const { dependencies } = this.review;
    switch (step.what) {
      case 'deliver':
        return this.#deliver(step.copies);
      case 'review':
        if ((await this.#changedByOne()).length > 0) return this.#look();
        await this.act({ what: 'take' });
        for (const line of await this.waiting()) await this.act({ what: 'mend', line });
        return this.act({ what: 'submit' });
      case 'take':
        await takeClaim(CLAIM_ID, amina, dependencies);
        return;
      case 'submit':
        await submitReview(CLAIM_ID, { version: await this.#version() }, amina, dependencies);
        return;
      case 'reject':
        await rejectClaim(
          CLAIM_ID,
          { version: await this.#version(), code: 'CARE_NOT_PROVEN' },
          amina,
          dependencies,
        );
        return;
      case 'mend':
        return this.#correct({
          changes: [
            { field: 'keyLetter', line: step.line, value: 'CS' },
            { field: 'coefficientHundredths', line: step.line, value: 100 },
            { field: 'dateOfCare', line: step.line, value: dayOf(step.line) },
          ],
        });
      case 'wreck':
        return this.#correct({ changes: [{ field: 'keyLetter', line: step.line, value: 'C' }] });
      case 'restore':
        return this.#correct({ changes: [{ field: 'keyLetter', line: step.line, value: 'CS' }] });
      case 'remove':
        return this.#correct({ removeLines: [step.line] });
      case 'run':
        await this.payments.run((part) => this.#killer.mortal(part));
        return;
      case 'drain':
        return this.payments.drain();
      case 'tell':
        return this.#tell(step.which);
    }
  }

  /** Messages come at least once, old ones too, and in any order. */
  async #deliver(copies: number): Promise<void> {
    const { dependencies } = this.review;
    const claims = this.#killer.mortal(dependencies.claims);
    const message = { claimId: CLAIM_ID, channelId: 'agency-rabat-01' };
    // One of them may die.
    const calls = Array.from({ length: copies }, (_, index) =>
      adjudicateClaim(message, index === 0 ? { ...dependencies, claims } : dependencies),
    );
    const results = await Promise.allSettled(calls);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  /** Lines that the newest decision left waiting. */
  async waiting(): Promise<readonly number[]> {
    const decision = (await this.decisions()).at(-1);
    return (decision?.lines ?? []).flatMap(({ outcome }, line) => (outcome === 'referred' ? [line] : []));
  }

  /** What one person changed, another one looks at. */
  async #changedByOne(): Promise<readonly Pick<FieldChange, 'field' | 'line'>[]> {
    const { fields } = await showReview(CLAIM_ID, brahim, this.review.dependencies);
    return fields
      .filter(({ doubts }) => doubts.includes('CHANGED_BY_ONE'))
      .map(({ field, line }) => ({ field, line }));
  }

  async #look(): Promise<void> {
    const { dependencies } = this.review;
    const { version } = await takeClaim(CLAIM_ID, brahim, dependencies);
    const nothing = { changes: [], addLines: 0, removeLines: [] };
    const confirmed = [...(await this.#changedByOne())];
    const seen = await saveCorrections(CLAIM_ID, { ...nothing, confirmed, version }, brahim, dependencies);
    await submitReview(CLAIM_ID, { version: seen.version }, brahim, dependencies);
  }

  async #version(): Promise<number> {
    return (await showReview(CLAIM_ID, amina, this.review.dependencies)).version;
  }

  async #correct(changes: Partial<SaveCorrections>): Promise<void> {
    const nothing = { changes: [], confirmed: [], addLines: 0, removeLines: [] };
    const request = { ...nothing, ...changes, version: await this.#version() };
    await saveCorrections(CLAIM_ID, request, amina, this.review.dependencies);
  }

  async #tell(which: number): Promise<void> {
    const said = this.bank.statements();
    const chosen = said[which % said.length];
    if (chosen === undefined) return;
    await applyBankAnswer('answers/a.xml', {
      bank: { readAnswer: () => Promise.resolve(answerOf([chosen])) },
      claims: this.#killer.mortal(this.payments.claims),
      batches: this.payments.batches,
      rules: this.review.dependencies.rules,
      clock: this.review.dependencies.clock,
    });
  }

  /** Every decision in its order: what it said, and which lines it paid, by what was billed for them. */
  async decisions(): Promise<readonly DecisionRecord[]> {
    const history = await this.review.memory.claims.history(CLAIM_ID);
    return [...(history?.decisions?.values() ?? [])];
  }

  /** What is wrong, to somebody who adds up decisions, payments and the books of the bank, and knows nothing of the code. */
  async faults(): Promise<string[]> {
    const claim = await this.review.claim();
    const paidFor = new Map<number, number>();
    const owed: number[] = [];
    for (const decision of await this.decisions()) {
      let now = 0;
      for (const { outcome, billedCentimes = 0, paidCentimes = 0 } of decision.lines) {
        if (outcome !== 'paid' || paidFor.has(billedCentimes)) continue;
        paidFor.set(billedCentimes, paidCentimes);
        now += paidCentimes;
      }
      if (now > 0) owed.push(now);
    }
    const payments = paymentsOf(claim);
    const amounts = payments.map(({ payment }) => payment.amountCentimes);
    const sum = amounts.reduce((total, amount) => total + amount, 0);
    const faults = [
      ...(JSON.stringify(amounts) === JSON.stringify(owed)
        ? []
        : [`${amounts.join(' + ')} is paid, ${owed.join(' + ')} is owed`]),
      ...(sum === (claim.paidCentimes ?? 0)
        ? []
        : [`the claim says ${String(claim.paidCentimes)}, paid are ${sum}`]),
    ];
    for (const { settlement, payment } of payments) {
      const orders = this.bank.orders.filter((order) => (order.settlement ?? 1) === settlement);
      const early = orders.slice(0, -1).filter(({ fate }) => fate === 'paid');
      faults.push(...early.map(({ paymentId }) => `${paymentId} was paid, and another order left`));
      for (const { paymentId, amountCentimes } of orders)
        if (amountCentimes !== payment.amountCentimes) faults.push(`${paymentId} has another amount`);
    }
    return faults;
  }
}
