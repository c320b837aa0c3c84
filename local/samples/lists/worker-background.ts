import type { RegistryRecord } from '../../../contexts/registry/records/registry-records.ts';
import type { Scheme } from '../../../contexts/shared/identifiers/schemes.ts';
import type { SampleReference } from './sample-list.ts';
import { samplePerson } from './sample-person.ts';
import type { WorkerPlace } from './worker-cycle.ts';
import type { WorkerKind } from './worker-kinds.ts';
import { personAt, type WorkerListParts } from './worker-line.ts';
import { registryRecordsOf } from './registry-records-of.ts';

const SCHEMES: Readonly<Partial<Record<WorkerKind, Scheme>>> = {
  registered: 'AMO_TNS',
  registeredInOtherSpelling: 'AMO_TNS',
  conflictWithRegistry: 'AMO_TNS',
  employee: 'AMO_SALARIE',
  tadamon: 'AMO_TADAMON',
  achamil: 'AMO_ACHAMIL',
};

/** Other people than those of the lists: who has a CIN that a list gives to someone else. */
const STRANGERS = 30_000_000;

/** What the registry must know before the line comes. */
export function recordsBefore(parts: WorkerListParts, place: WorkerPlace): readonly RegistryRecord[] {
  const scheme = SCHEMES[place.kind];
  if (scheme === undefined) return [];
  const listed = personAt(parts, place);
  const person =
    place.kind === 'conflictWithRegistry'
      ? {
          ...samplePerson({
            seed: parts.seed,
            index: STRANGERS + place.position,
            bornFrom: 1960,
            bornTo: 1998,
          }),
          cin: listed.cin,
        }
      : listed;
  return registryRecordsOf(person, { index: parts.firstPerson + place.position, scheme });
}

/** What lists of other schemes and of civil status must say of its CIN. */
export function referencesBefore(parts: WorkerListParts, place: WorkerPlace): readonly SampleReference[] {
  const { cin } = personAt(parts, place);
  const deceasedOn = `${(Number(parts.asOf.slice(0, 4)) - 2).toString()}-11-03`;
  const cover = { kind: 'cover', cin } as const;
  const references: Partial<Record<WorkerKind, SampleReference>> = {
    cnops: { source: 'cnops', record: { ...cover, scheme: 'CNOPS', from: '2012-09-01' } },
    far: { source: 'far', record: { ...cover, scheme: 'FAR', from: '2010-01-01' } },
    cnopsEnded: {
      source: 'cnops',
      record: { ...cover, scheme: 'CNOPS', from: '2005-01-01', to: '2014-12-31' },
    },
    deceasedInCivilStatus: { source: 'civil-status', record: { kind: 'death', cin, deceasedOn } },
  };
  const reference = references[place.kind];
  return reference === undefined ? [] : [reference];
}
