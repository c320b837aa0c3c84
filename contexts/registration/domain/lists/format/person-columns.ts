import type { ListColumn } from './list-format.ts';

const DATE =
  'day: `1984-02-29`, `29/02/1984`, `29-02-1984`, `29.02.1984` or `19840229`; the year alone where nobody knows the day: `1960`, `00/00/1960`';

/** Of everybody in a list. */
export const nameColumns = [
  {
    name: 'family_name',
    aliases: ['nom', 'nom de famille', 'nom fr', 'nom en francais', 'last name', 'النسب', 'الاسم العائلي'],
    need: { or: 'family_name_ar' },
    description:
      'family name, in Latin letters where the list has both scripts; Arabic where it has only that',
    example: 'EL IDRISSI',
  },
  {
    name: 'given_name',
    aliases: ['prenom', 'prenoms', 'prenom fr', 'prenom en francais', 'first name', 'الاسم الشخصي', 'الاسم'],
    need: { or: 'given_name_ar' },
    description: 'given names, as the family name',
    example: 'Fatima-Zahra',
  },
  {
    name: 'family_name_ar',
    aliases: ['nom ar', 'nom arabe', 'nom en arabe', 'النسب بالعربية', 'الاسم العائلي بالعربية'],
    need: { or: 'family_name' },
    description: 'family name in Arabic letters',
    example: 'الإدريسي',
  },
  {
    name: 'given_name_ar',
    aliases: ['prenom ar', 'prenom arabe', 'prenom en arabe', 'الاسم الشخصي بالعربية', 'الاسم بالعربية'],
    need: { or: 'given_name' },
    description: 'given names in Arabic letters',
    example: 'فاطمة الزهراء',
  },
] as const satisfies readonly ListColumn[];

export const birthColumns = [
  {
    name: 'birth_date',
    aliases: ['date de naissance', 'date naissance', 'ne le', 'naissance', 'تاريخ الازدياد', 'تاريخ الولادة'],
    need: 'required',
    description: DATE,
    example: '1984-02-29',
  },
  {
    name: 'sex',
    aliases: ['sexe', 'genre', 'الجنس'],
    need: 'optional',
    description: '`M` or `F` (also `H`, `Masculin`, `Féminin`, `1`, `2`, `ذكر`, `أنثى`)',
    example: 'F',
  },
] as const satisfies readonly ListColumn[];

export const contactColumns = [
  {
    name: 'phone',
    aliases: ['telephone', 'tel', 'gsm', 'mobile', 'portable', 'telephone mobile', 'n telephone', 'الهاتف'],
    need: 'optional',
    description: 'Moroccan mobile, in any usual spelling; the SMS with the number goes there',
    example: '+212612345678',
  },
  {
    name: 'address',
    aliases: ['adresse', 'adresse postale', 'العنوان'],
    need: 'optional',
    description: 'postal address, for the letter where there is no mobile',
    example: '12, rue Al Qods',
  },
  {
    name: 'commune',
    aliases: ['ville', 'commune de residence', 'localite', 'الجماعة', 'المدينة'],
    need: 'optional',
    description: 'commune of residence',
    example: 'Fès',
  },
] as const satisfies readonly ListColumn[];

export const deathColumn = {
  name: 'deceased_on',
  aliases: ['date de deces', 'date deces', 'decede le', 'تاريخ الوفاة'],
  need: 'optional',
  description: 'day of death, where the sender knows of one',
  example: '2021-05-03',
} as const satisfies ListColumn;

/** Alternative spellings of the number of the identity card. */
export const cinAliases = [
  ...[
    'cnie',
    'n cin',
    'n cnie',
    'numero cin',
    'numero cnie',
    'carte nationale',
    'carte d identite nationale',
  ],
  ...['رقم البطاقة الوطنية', 'البطاقة الوطنية', 'ر ب و'],
] as const;
