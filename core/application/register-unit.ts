import type { RegisterUnit } from '../contracts/work-messages.ts';
import type { ListObjects, ListStore } from '../ports/lists.ts';
import type { RegistrationStore } from '../ports/registration.ts';
import type { RuleBook } from '../rules/rule-book.ts';

export interface RegisterUnitDependencies {
  readonly lists: Pick<ListStore, 'find' | 'countRegisteredUnit'>;
  readonly objects: Pick<ListObjects, 'readUnit' | 'writeOutcomes'>;
  readonly registrations: RegistrationStore;
  readonly rules: RuleBook;
}

export interface RegisteredUnit {
  /** `past`: the list is beyond registering, or was refused; nothing was changed. */
  readonly outcome: 'registered' | 'decided' | 'past';
  readonly lineCount: number;
  /** Lines by outcome code. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Registers the people of one unit of a list, once however often the message comes; a dry run only decides. */
export async function registerUnit(
  _message: RegisterUnit,
  _dependencies: RegisterUnitDependencies,
): Promise<RegisteredUnit> {
  return Promise.reject(new Error('Units cannot be registered yet'));
}
