import type { ColumnName, ListColumn } from './list-format.ts';
import { birthColumns, cinAliases, contactColumns, deathColumn, nameColumns } from './person-columns.ts';

const workerColumnsOf = (
  reference: { readonly aliases: readonly string[]; readonly description: string; readonly example: string },
  category: Pick<ListColumn, 'need' | 'description' | 'example'>,
) =>
  [
    { name: 'reference', need: 'required', ...reference },
    {
      name: 'cin',
      aliases: cinAliases,
      need: 'required',
      description: 'number of the identity card (CIN, CNIE): one or two letters, up to 6 digits',
      example: 'AB123456',
    },
    ...nameColumns,
    ...birthColumns,
    {
      name: 'category',
      aliases: ['categorie', 'categorie professionnelle', 'regime', 'profession', 'الفئة', 'المهنة'],
      ...category,
    },
    {
      name: 'activity_from',
      aliases: ['date debut activite', 'date de debut d activite', 'debut activite', 'date d inscription'],
      need: 'required',
      description: 'first day of the activity, as `birth_date`',
      example: '2015-06-01',
    },
    {
      name: 'activity_to',
      aliases: [
        'date fin activite',
        'date de fin d activite',
        'fin activite',
        'date de radiation',
        'radie le',
      ],
      need: 'optional',
      description: 'day the activity was closed, where it was',
      example: '2021-09-30',
    },
    deathColumn,
    ...contactColumns,
  ] as const satisfies readonly ListColumn[];

/** Tax office (DGI): payers of the single professional contribution (CPU), traders and artisans who keep accounts. */
export const dgiColumns = workerColumnsOf(
  {
    aliases: ['identifiant fiscal', 'if', 'n if', 'numero if', 'tax id', 'رقم التعريف الضريبي'],
    description: 'tax id (IF); comes back in the answer',
    example: '40112233',
  },
  { need: 'required', description: '`CPU` or `TRADER_WITH_ACCOUNTS`', example: 'CPU' },
);

/** Post (Barid Al-Maghrib): auto-entrepreneurs. */
export const baridColumns = workerColumnsOf(
  {
    aliases: ['numero auto entrepreneur', 'n auto entrepreneur', 'n ae', 'numero ae', 'numero registre ae'],
    description: 'number in the register of auto-entrepreneurs; comes back in the answer',
    example: 'AE0012345',
  },
  {
    need: 'optional',
    description: '`AUTO_ENTREPRENEUR`; may be left out',
    example: 'AUTO_ENTREPRENEUR',
  },
);

/** Professional bodies. */
export const ordersColumns = workerColumnsOf(
  {
    aliases: [
      'numero d ordre',
      'n d ordre',
      'n ordre',
      'numero d inscription',
      'n d inscription',
      'matricule',
    ],
    description: 'number in the roll of the body; comes back in the answer',
    example: 'CNOM-10233',
  },
  {
    need: 'required',
    description: 'profession: one of the codes of the table of categories, or its French name',
    example: 'DOCTOR',
  },
);

export type WorkerColumn = ColumnName<typeof dgiColumns>;
