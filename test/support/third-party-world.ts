import { adjudicateClaim } from '../../contexts/adjudication/use-cases/adjudicate-claim.ts';
import type { Claim } from '../../contexts/claims/domain/claim.ts';
import type { DecisionRecord } from '../../contexts/claims/records/decision-record.ts';
import { paymentsOf } from '../../contexts/claims/domain/payments-of-claim.ts';
import { applyBankAnswer } from '../../contexts/payments/use-cases/apply-bank-answer.ts';
import type { Account, ProviderAccount } from '../../contexts/registry/records/registry-records.ts';
import { ribKey } from '../../contexts/shared/identifiers/rib.ts';
import { addDays } from '../../contexts/shared/time/calendar.ts';
import { seededRandom } from '../../local/samples/random.ts';
import { form, personFile, provider } from '../unit/adjudication/domain/claim-builder.ts';
import {
  CLINIC,
  clinicAccount,
  priseEnCharge,
  stay,
} from '../unit/adjudication/domain/third-party-builder.ts';
import { Killer, wasKilled } from './killing.ts';
import { PaymentWorld } from './payment-world.ts';
import { ReviewWorld } from './review-world.ts';
import { answerOf, type Fate, SimulatedBank } from './simulated-bank.ts';

const FIRST_DAY = '2025-09-01';
/** Last day that is approved to be paid to the clinic. */
const APPROVED_TO = '2025-09-12';
const REGISTRATION_NUMBER = '184203957';

/** Days of a stay, or a consultation; days are counted from the first of September 2025. */
export interface Billed {
  readonly letter: 'HOSP_MED_JOUR' | 'C';
  readonly day: number;
  readonly count: number;
}

export interface Filed {
  readonly by: 'clinic' | 'insured' | 'other-clinic';
  readonly lines: readonly Billed[];
}

export type ThirdPartyStep =
  | { readonly what: 'deliver'; readonly claim: number; readonly copies: number }
  | { readonly what: 'run' | 'drain' | 'account' }
  | { readonly what: 'clinic-account'; readonly isConfirmed: boolean }
  | { readonly what: 'tell'; readonly which: number };

const channels = {
  clinic: `provider-${CLINIC}`,
  insured: 'agency-rabat-01',
  'other-clinic': 'provider-071000001',
} as const;

const rib = (account: number): string => {
  const first22 = `011780${String(account).padStart(16, '0')}`;
  return `${first22}${ribKey(first22)}`;
};

/** Claims of one stay that clinic and insured file beside each other, through decision, orders and the bank. */
export class ThirdPartyWorld {
  readonly bank: SimulatedBank;
  readonly #filed: readonly Filed[];
  readonly #killer: Killer;
  #accounts: readonly Account[] = [];
  readonly #clinicAccounts: ProviderAccount[] = [];
  /** Every account of the insured and every confirmed one of the clinic that there ever was. */
  readonly #known = { insured: new Set<string>(), clinic: new Set<string>() };
  readonly payments: PaymentWorld = new PaymentWorld(
    () => this.review.now,
    () => this.#person(),
    (inpe) => this.#accountsOf(inpe),
  );
  readonly review: ReviewWorld;

  constructor(filed: readonly Filed[], fates: readonly Fate[], seed: number) {
    this.#filed = filed;
    this.bank = new SimulatedBank(fates);
    this.#killer = new Killer(seededRandom(seed), 0.03, 4);
    this.review = new ReviewWorld({
      people: [this.#person()],
      providers: [provider({ inpe: CLINIC, specialty: 'Clinique' })],
      providerAccounts: this.#clinicAccounts,
      table: this.payments.table,
    });
    this.review.now = new Date('2025-09-20T09:00:00Z');
  }

  async begin(): Promise<void> {
    for (const [index, { by, lines }] of this.#filed.entries()) {
      const claimId = this.idOf(index);
      const acts = lines.map(({ letter, day, count }, line) =>
        stay({
          letter,
          day: addDays(FIRST_DAY, day),
          count: letter === 'C' ? undefined : count,
          // Each line bills another amount: it is known by it.
          dirhams: 2_000 + index * 10 + line,
        }),
      );
      await this.review.dependencies.readings.saveForm(claimId, {
        form: form({ acts }),
        pageRoles: ['care-form'],
        ocrEngine: 'tesseract',
      });
      this.review.memory.addDraft({
        ...{ claimId, fileId: claimId, state: 'DRAFTED', version: 1, channelId: channels[by] },
        ...{ submissionDate: '2025-09-19', receivedOn: '2025-09-19', submissionSignals: [] },
        ...{ formNumber: 1, formsInFile: 1 },
      });
    }
  }

  idOf(index: number): string {
    return `AAAABBBBCCCCDDD${index}-1`;
  }

  #person() {
    return personFile({
      accounts: this.#accounts,
      priorApprovals: [priseEnCharge({ from: FIRST_DAY, to: APPROVED_TO })],
    });
  }

  #accountsOf(inpe: string): readonly ProviderAccount[] {
    return this.#clinicAccounts.filter((account) => account.inpe === inpe);
  }

  async act(step: ThirdPartyStep): Promise<void> {
    try {
      await this.#act(step);
    } catch (error) {
      const isRetried =
        error instanceof Error && /was changed while|could not be decided/.test(error.message);
      if (!wasKilled(error) && !isRetried) throw error;
    }
    this.bank.receive(this.payments.atBank);
  }

  async #act(step: ThirdPartyStep): Promise<void> {
    switch (step.what) {
      case 'deliver':
        return this.#deliver(step);
      case 'run':
        await this.payments.run((part) => this.#killer.mortal(part));
        return;
      case 'drain':
        return this.payments.drain();
      case 'account': {
        this.#giveAccount();
        return;
      }
      case 'clinic-account': {
        this.#giveClinicAccount(step.isConfirmed);
        return;
      }
      case 'tell':
        return this.#tell(step.which);
    }
  }

  #giveAccount(): void {
    const account = rib(1 + this.#known.insured.size);
    this.#known.insured.add(account);
    this.#accounts = [
      { type: 'account', registrationNumber: REGISTRATION_NUMBER, rib: account, from: FIRST_DAY },
    ];
    this.payments.messages.push({ kind: 'person', registrationNumber: REGISTRATION_NUMBER });
  }

  /** Each takes the place of the one before it, also where nobody has confirmed it yet. */
  #giveClinicAccount(isConfirmed: boolean): void {
    const count = this.#clinicAccounts.length;
    const account = clinicAccount({
      rib: rib(1_000 + count),
      from: addDays('2020-01-01', count),
      ...(!isConfirmed && { confirmed: undefined }),
    });
    if (isConfirmed) this.#known.clinic.add(account.rib);
    this.#clinicAccounts.push(account);
    this.payments.messages.push({ kind: 'provider', inpe: CLINIC });
  }

  /** Messages come at least once, old ones too, and in any order. */
  async #deliver({ claim, copies }: Extract<ThirdPartyStep, { what: 'deliver' }>): Promise<void> {
    const filed = this.#filed[claim];
    if (filed === undefined) return;
    const { dependencies } = this.review;
    const claims = this.#killer.mortal(dependencies.claims);
    const message = { claimId: this.idOf(claim), channelId: channels[filed.by] };
    const calls = Array.from({ length: copies }, (_, index) =>
      adjudicateClaim(message, index === 0 ? { ...dependencies, claims } : dependencies),
    );
    const results = await Promise.allSettled(calls);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
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

  /** What is wrong, to somebody with a calendar and the books of the bank, who knows nothing of the code. */
  async faults(): Promise<string[]> {
    const faults: string[] = [];
    const paidDays = new Map<number, string>();
    for (const [index, filed] of this.#filed.entries()) {
      const claim = await this.review.claim(this.idOf(index));
      const decision = await this.review.decision(this.idOf(index));
      for (const [place, line] of filed.lines.entries()) {
        if (decision?.lines[place]?.outcome !== 'paid') continue;
        const { letter, day, count } = line;
        const isClinics = filed.by === 'clinic' && letter === 'HOSP_MED_JOUR';
        if ((decision.lines[place].payeeInpe === CLINIC) !== isClinics)
          faults.push(`line ${place} of ${claim.claimId} goes to the wrong one`);
        if (letter === 'C') continue;
        for (const one of Array.from({ length: count }, (_, later) => day + later)) {
          if (paidDays.has(one))
            faults.push(`day ${one} is paid by ${claim.claimId} and ${paidDays.get(one) ?? ''}`);
          paidDays.set(one, claim.claimId);
          if (addDays(FIRST_DAY, one) > APPROVED_TO) faults.push(`day ${one} was not approved`);
        }
      }
      faults.push(...this.#faultsOfMoney(claim, decision));
    }
    return faults;
  }

  #faultsOfMoney(claim: Claim, decision: DecisionRecord | undefined): string[] {
    const faults: string[] = [];
    for (const payee of [CLINIC, undefined]) {
      const owed = (decision?.lines ?? [])
        .filter(({ outcome, payeeInpe }) => outcome === 'paid' && payeeInpe === payee)
        .reduce((sum, { paidCentimes = 0 }) => sum + paidCentimes, 0);
      const own = paymentsOf(claim).filter(({ payment }) => payment.payeeInpe === payee);
      const paid = own.reduce((sum, { payment }) => sum + payment.amountCentimes, 0);
      if (paid !== owed || own.length > 1)
        faults.push(`${claim.claimId}: ${paid} in ${own.length} for ${owed} to ${payee ?? 'the insured'}`);
      const accounts = payee === undefined ? this.#known.insured : this.#known.clinic;
      for (const { settlement } of own) {
        const orders = this.bank.orders.filter(
          (order) => order.claimId === claim.claimId && (order.settlement ?? 1) === settlement,
        );
        if (orders.slice(0, -1).some(({ fate }) => fate === 'paid'))
          faults.push(`${claim.claimId} was paid, and another order left`);
        for (const order of orders) {
          if (order.amountCentimes !== owed) faults.push(`${order.paymentId} has another amount`);
          if (!accounts.has(order.rib)) faults.push(`${order.paymentId} went to somebody else`);
        }
      }
    }
    return faults;
  }
}
