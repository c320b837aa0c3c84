import type { ColumnName, ListColumn } from './list-format.ts';
import { birthColumns, cinAliases, contactColumns, nameColumns } from './person-columns.ts';

/** Who is not registered yet is registered only where the list says who it is. */
const FOR_NEW = 'wanted of who is not registered yet';

/** Social register (RSU): later changes of a score. */
export const rsuColumns = [
  {
    name: 'reference',
    aliases: ['idcs', 'identifiant rsu', 'n rsu', 'numero rsu', 'reference rsu'],
    need: 'required',
    description: 'id of the change in the social register; comes back in the answer',
    example: 'RSU-2024-000123',
  },
  {
    name: 'cin',
    aliases: cinAliases,
    need: { or: 'registration_number' },
    description: 'number of the identity card (CIN, CNIE)',
    example: 'AB123456',
  },
  {
    name: 'registration_number',
    aliases: ['immatriculation', 'n immatriculation', 'numero d immatriculation', 'رقم التسجيل'],
    need: { or: 'cin' },
    description: 'registration number of CNSS, 9 digits',
    example: '123456789',
  },
  {
    name: 'score',
    aliases: ['indice', 'score rsu', 'score socio economique', 'المؤشر'],
    need: 'required',
    description: 'decimal number with up to 7 digits after the point (or comma)',
    example: '9.3264284',
  },
  {
    name: 'score_from',
    aliases: ['date du score', 'date score', 'date d effet', 'date effet', 'تاريخ المؤشر'],
    need: 'required',
    description:
      'first day the score counts: `2024-01-15`, `15/01/2024`, `15-01-2024`, `15.01.2024` or `20240115`',
    example: '2024-01-15',
  },
  {
    name: 'wants_achamil',
    aliases: ['achamil', 'demande achamil', 'adhesion achamil'],
    need: 'optional',
    description:
      'asked to join Achamil where the score closes Tadamon: `yes` or `no` (also `oui`, `non`, `1`, `0`)',
    example: 'no',
  },
  { ...nameColumns[0], need: 'optional', description: `${nameColumns[0].description}; ${FOR_NEW}` },
  { ...nameColumns[1], need: 'optional', description: `${nameColumns[1].description}; ${FOR_NEW}` },
  { ...nameColumns[2], need: 'optional' },
  { ...nameColumns[3], need: 'optional' },
  { ...birthColumns[0], need: 'optional', description: `${birthColumns[0].description}; ${FOR_NEW}` },
  birthColumns[1],
  {
    name: 'household',
    aliases: ['n menage', 'numero menage', 'menage', 'id menage', 'identifiant menage'],
    need: 'optional',
    description: 'number of the household in the social register; kept with who is registered',
    example: 'M-0041234',
  },
  contactColumns[0],
  contactColumns[1],
] as const satisfies readonly ListColumn[];

export type RsuColumn = ColumnName<typeof rsuColumns>;
