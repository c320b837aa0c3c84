import type { ColumnName, ListColumn } from './list-format.ts';
import { birthColumns, cinAliases, contactColumns, deathColumn, nameColumns } from './person-columns.ts';

/** RAMED (ANAM): one line for each member of a household; its members share the RAMED number. */
export const ramedColumns = [
  {
    name: 'reference',
    aliases: [
      'n membre',
      'numero membre',
      'identifiant membre',
      'id membre',
      'id beneficiaire',
      'n beneficiaire',
    ],
    need: 'required',
    description: 'number of the member; comes back in the answer',
    example: '00412345601',
  },
  {
    name: 'household',
    aliases: [
      'n ramed',
      'numero ramed',
      'ramed',
      'n menage',
      'numero menage',
      'menage',
      'id menage',
      'رقم راميد',
    ],
    need: 'required',
    description: 'RAMED number of the household, the same on the line of each of its members',
    example: '004123456',
  },
  {
    name: 'role',
    aliases: ['lien', 'lien de parente', 'lien familial', 'qualite', 'صلة القرابة'],
    need: 'required',
    description:
      '`head`, `spouse`, `child` or `other` (also `chef de ménage`, `conjoint`, `épouse`, `enfant`, `fils`, `fille`, `autre`, `ascendant`)',
    example: 'head',
  },
  {
    name: 'cin',
    aliases: cinAliases,
    need: 'optional',
    description: 'number of the identity card (CIN, CNIE), where the member has one',
    example: 'AB123456',
  },
  ...nameColumns,
  {
    ...birthColumns[0],
    description: `${birthColumns[0].description}; a Hijri day where its year (1300 to 1450) or \`هـ\` says so: \`1404-05-27\`, \`27/05/1404\``,
  },
  birthColumns[1],
  {
    name: 'card_to',
    aliases: [
      'date fin validite',
      'date d expiration',
      'validite',
      'fin de validite',
      'expire le',
      'تاريخ الانتهاء',
    ],
    need: 'optional',
    description: "last day of the household's RAMED card, as `birth_date`",
    example: '2023-06-30',
  },
  deathColumn,
  ...contactColumns,
] as const satisfies readonly ListColumn[];

export type RamedColumn = ColumnName<typeof ramedColumns>;
