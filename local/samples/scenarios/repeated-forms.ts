import type { CareFormFields } from '../truth.ts';
import { daysBefore } from './calendar.ts';
import { act, careFormFields, type BilledAct } from './care-form-fields.ts';
import { PEOPLE } from './people.ts';
import { PROVIDERS } from './providers.ts';

/** The consultation that a later filing brings again. */
export function youssefConsultation(today: string): BilledAct {
  return act(today, 24, 'CS', 1, 250_00);
}

/** The form that is scanned a second time elsewhere. */
export function mehdiSpouseForm(today: string): CareFormFields {
  return careFormFields({
    household: PEOPLE.mehdi,
    dependantId: '1',
    provider: PROVIDERS.gynaecologist,
    acts: [act(today, 18, 'CS', 1, 200_00)],
    signedOn: daysBefore(today, 18),
    dossier: '0071177',
  });
}
