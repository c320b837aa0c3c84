import { adjudicateClaim } from '../../contexts/adjudication/use-cases/adjudicate-claim.ts';
import { previewMessage } from '../../contexts/messaging/use-cases/preview-message.ts';
import type { MilafEvent } from '../../contexts/events/events.ts';
import type { Medicine } from '../../contexts/medicines/domain/medicine.ts';
import type { ReviewDependencies } from '../../contexts/review/use-cases/review-dependencies.ts';
import type { StaffRole } from '../../contexts/shared/access/access.ts';
import type { Staff } from '../../contexts/shared/access/actor.ts';
import type { Provider, ProviderAccount } from '../../contexts/registry/records/registry-records.ts';
import type { CareForm, PageRole } from '../../contexts/reading/domain/care-form.ts';
import type { Claim } from '../../contexts/claims/domain/claim.ts';
import type { PersonFile } from '../../contexts/registry/domain/person-file.ts';
import type { AccessRecord } from '../../contexts/staff/ports/audit.ts';
import type { ReadingStore, StoredForm } from '../../contexts/reading/ports/reading-store.ts';
import { currentRuleBook } from '../../contexts/rules/rule-book.ts';
import { type ClaimTable, MemoryClaims } from './memory-claims.ts';

export const FILE_ID = 'AAAABBBBCCCCDDDD';
export const CLAIM_ID = `${FILE_ID}-1`;

export function staff(userId: string, ...roles: readonly StaffRole[]): Staff {
  return { kind: 'staff', userId, roles: roles.length === 0 ? ['reviewer'] : roles };
}

export const amina = staff('amina');
export const brahim = staff('brahim');
export const contractor = staff('contractor-7', 'external-reviewer');
export const doctor = staff('doctor', 'medical-controller');
export const supervisor = staff('supervisor', 'supervisor');
export const clerk: Staff = { ...staff('clerk', 'agency-clerk'), channelId: 'agency-rabat-01' };

export interface WorldOptions {
  readonly people: readonly PersonFile[];
  readonly providers: readonly Provider[];
  readonly providerAccounts?: readonly ProviderAccount[];
  /** The fund's list. */
  readonly medicines?: readonly Medicine[];
  /** Where claims are kept, where others work with them too. */
  readonly table?: ClaimTable;
  readonly undoSeconds?: number | undefined;
  /** Lets others run before the store answers. */
  readonly pause?: (() => Promise<void>) | undefined;
}

/** All that review works with, in memory: a claim is drafted, referred, reviewed and decided again by the real use cases. */
export class ReviewWorld {
  readonly memory: MemoryClaims;
  readonly accesses: Omit<AccessRecord, 'at'>[] = [];
  readonly dependencies: ReviewDependencies;
  now = new Date('2025-09-20T09:00:00Z');
  readonly #forms = new Map<string, StoredForm>();
  #delivered = new Set<MilafEvent>();

  constructor({
    people,
    providers,
    providerAccounts = [],
    medicines = [],
    pause,
    table,
    undoSeconds = 0,
  }: WorldOptions) {
    const clock = () => this.now;
    this.memory = new MemoryClaims(clock, pause, table);
    const readings: ReadingStore = {
      saveAnswer: () => Promise.resolve(),
      loadAnswer: () => Promise.reject(new Error('Not a part of review')),
      saveForm: (claimId, stored, revision = '') => {
        this.#forms.set(`${claimId}/${revision}`, stored);
        return Promise.resolve();
      },
      loadForm: (claimId, revision = '') => {
        const form = this.#forms.get(`${claimId}/${revision}`);
        return form === undefined ? Promise.reject(new Error('No such form')) : Promise.resolve(form);
      },
      findFormAsRead: (claimId) => Promise.resolve(this.#forms.get(`${claimId}/`)),
    };
    const find = (number: string) => people.find(({ person }) => person.registrationNumber === number);
    this.dependencies = {
      reviews: this.memory.reviews,
      directory: { isContractor: (userId) => Promise.resolve(userId === contractor.userId) },
      claims: this.memory.claims,
      files: this.memory.files,
      readings,
      registry: {
        findPersonFile: (number) => Promise.resolve(find(number)),
        findPeople: () => Promise.resolve(new Map()),
        findPerson: (number) => Promise.resolve(find(number)?.person),
        findNumberByCin: (cin) =>
          Promise.resolve(people.find(({ person }) => person.cin === cin)?.person.registrationNumber),
        findProvider: (inpe) => Promise.resolve(providers.find((provider) => provider.inpe === inpe)),
        findProviderAccounts: (inpe) =>
          Promise.resolve(providerAccounts.filter((account) => account.inpe === inpe)),
        findByNumbers: ({ cin, inpes }) =>
          Promise.resolve({
            registrationNumber: people.find(({ person }) => cin !== undefined && person.cin === cin)?.person
              .registrationNumber,
            providers: new Map(
              providers.filter(({ inpe }) => inpes.includes(inpe)).map((one) => [one.inpe, one]),
            ),
          }),
      },
      medicines: {
        medicinesByCode: (codes) =>
          Promise.resolve(
            new Map(
              medicines
                .filter(({ code }) => codes.includes(code))
                .map((medicine) => [medicine.code, medicine]),
            ),
          ),
      },
      accessLog: {
        record: (access) => {
          this.accesses.push(access);
          return Promise.resolve();
        },
      },
      rules: currentRuleBook(),
      clock,
      undoSeconds,
      sentFiles: {
        addressOf: ({ documentId, registrationNumber }) =>
          Promise.resolve(`https://evidence/${registrationNumber}/${documentId}`),
      },
      previewMessage: (event, history) => previewMessage(event, history, this.dependencies),
    };
  }

  /** Drafts the claim of a file with this form. */
  async draft(
    form: CareForm,
    changes: Partial<Claim> = {},
    pageRoles: readonly PageRole[] = ['care-form'],
  ): Promise<void> {
    const common = {
      fileId: FILE_ID,
      channelId: 'agency-rabat-01',
      submissionDate: '2025-09-15',
      receivedOn: '2025-09-15',
      submissionSignals: [],
      version: 1,
    };
    this.memory.addFile({
      ...common,
      state: 'READ',
      upload: { bucket: 'scans', key: 'incoming/agency-rabat-01/scan.pdf', versionId: '1' },
      uploadedAt: '2025-09-15T09:00:00Z',
      readingAttempt: 1,
      claimIds: [CLAIM_ID],
    });
    await this.dependencies.readings.saveForm(CLAIM_ID, { form, pageRoles, ocrEngine: 'tesseract' });
    this.memory.addDraft({
      ...common,
      claimId: CLAIM_ID,
      state: 'DRAFTED',
      formNumber: 1,
      formsInFile: 1,
      ...changes,
    });
    await this.relay();
  }

  /** Brings the events committed since to adjudication, each as often as told, and not before its time. */
  async relay(times = 1): Promise<void> {
    for (const event of this.memory.events) {
      if (event.type !== 'claim.drafted.v1' && event.type !== 'claim.corrected.v1') continue;
      const isDue = !('decidableFrom' in event) || this.now.toISOString() >= (event.decidableFrom ?? '');
      if (!isDue || this.#delivered.has(event)) continue;
      this.#delivered.add(event);
      for (let copy = 0; copy < times; copy += 1) await adjudicateClaim(event, this.dependencies);
    }
  }

  /** Brings everything that was committed once more, as a queue may. */
  async redeliver(): Promise<void> {
    this.#delivered = new Set();
    await this.relay();
  }

  async claim(claimId = CLAIM_ID): Promise<Claim> {
    const claim = await this.memory.claims.find(claimId);
    if (claim === undefined) throw new Error('No such claim');
    return claim;
  }

  async decision(claimId = CLAIM_ID) {
    return (await this.memory.claims.history(claimId))?.decision;
  }

  /** How often something was decided. */
  count(type: string): number {
    return this.memory.events.filter((event) => event.type === type).length;
  }
}
