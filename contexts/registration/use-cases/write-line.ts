import type { LineDecision, LineWrite } from '../domain/line-decision.ts';
import type { RegistrationStore } from '../ports/registration.ts';

/** The decision with the number it led to, or that someone else changed the person since it was decided. */
export type WrittenLine = LineDecision | 'changed-meanwhile';

/** Writes what a line asks for, one after the other; each may have been written before. */
export async function writeLine(
  decision: LineDecision,
  registrations: RegistrationStore,
): Promise<WrittenLine> {
  let { registrationNumber } = decision.outcome;
  for (const write of decision.writes) {
    const result = await writeOne(write, registrations);
    if (result === 'changed-meanwhile') return result;
    registrationNumber = result.registrationNumber ?? registrationNumber;
  }
  return { ...decision, outcome: { ...decision.outcome, registrationNumber } };
}

interface Written {
  /** That was given, where one was. */
  readonly registrationNumber?: string;
}

async function writeOne(
  write: LineWrite,
  registrations: RegistrationStore,
): Promise<Written | 'changed-meanwhile'> {
  switch (write.kind) {
    case 'register': {
      const result = await registrations.register(write.registration);
      return result.status === 'registered' ? result : 'changed-meanwhile';
    }
    case 'add-activity':
      await registrations.addActivity(write.activity);
      return {};
    case 'change-coverage':
      return changedUnless(await registrations.changeCoverage(write.change));
    case 'join-household':
      return changedUnless(await registrations.joinHousehold(write.household));
    case 'confirm-score':
      return changedUnless(await registrations.confirmScore(write.confirmation));
  }
}

const changedUnless = (result: 'applied' | 'known' | 'refused'): Written | 'changed-meanwhile' =>
  result === 'refused' ? 'changed-meanwhile' : {};
