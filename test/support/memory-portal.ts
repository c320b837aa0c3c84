import type { AccessRecord } from '../../contexts/staff/ports/audit.ts';
import type { AskedAccount } from '../../contexts/registry/domain/account-change.ts';
import type { OwnFile } from '../../contexts/portal/ports/portal.ts';
import type { SentDocuments } from '../../contexts/review/ports.ts';
import type { SentDocumentsRecord } from '../../contexts/review/records/sent-documents.ts';
import type { Person } from '../../contexts/registry/records/registry-records.ts';
import type { PersonFile } from '../../contexts/registry/domain/person-file.ts';

/** What the portal keeps, in memory, with the same conditions as the tables. */

/** One person's file, and what the person changes of it. */
export class MemoryOwnFile implements OwnFile {
  file: PersonFile;

  constructor(file: PersonFile) {
    this.file = file;
  }

  findPersonFile = (registrationNumber: string): Promise<PersonFile | undefined> =>
    Promise.resolve(registrationNumber === this.file.person.registrationNumber ? this.file : undefined);

  findPerson = async (registrationNumber: string): Promise<Person | undefined> =>
    (await this.findPersonFile(registrationNumber))?.person;

  changeLanguage(_registrationNumber: string, language: Person['language']): Promise<void> {
    this.file = { ...this.file, person: { ...this.file.person, language } };
    return Promise.resolve();
  }

  requestAccount(account: AskedAccount): Promise<'applied' | 'refused'> {
    const day = account.change.requestedAt.slice(0, 10);
    const isOpen = this.file.accounts.some(
      ({ change }) => change !== undefined && change.cancelledAt === undefined && day < change.paymentsFrom,
    );
    if (isOpen) return Promise.resolve('refused');
    this.file = { ...this.file, accounts: [...this.file.accounts, account] };
    return Promise.resolve('applied');
  }

  cancelAccount(asked: AskedAccount, cancelledAt: string, today: string): Promise<'applied' | 'refused'> {
    if (today >= asked.from) return Promise.resolve('refused');
    this.file = {
      ...this.file,
      accounts: this.file.accounts.map((account) =>
        account.change?.changeId === asked.change.changeId
          ? { ...account, change: { ...account.change, cancelledAt } }
          : account,
      ),
    };
    return Promise.resolve('applied');
  }
}

/** What was sent for claims. */
export class MemorySentDocuments implements SentDocuments {
  readonly records = new Map<string, SentDocumentsRecord>();

  find(registrationNumber: string, claimId: string): Promise<SentDocumentsRecord | undefined> {
    return Promise.resolve(this.records.get(`${registrationNumber}/${claimId}`));
  }

  save(record: SentDocumentsRecord): Promise<'applied' | 'refused'> {
    const key = `${record.registrationNumber}/${record.claimId}`;
    if ((this.records.get(key)?.version ?? 0) !== record.version - 1) return Promise.resolve('refused');
    this.records.set(key, record);
    return Promise.resolve('applied');
  }
}

/** What was written down of who saw what. */
export class MemoryAccesses {
  readonly records: Omit<AccessRecord, 'at'>[] = [];
  isDown = false;

  record(access: Omit<AccessRecord, 'at'>): Promise<void> {
    if (this.isDown) return Promise.reject(new Error('The audit table cannot be reached'));
    this.records.push(access);
    return Promise.resolve();
  }
}
