/** A category of self-employed workers as lists name it. */
export interface ListedCategory {
  /** As the rule data (`registration-categories`) has it. */
  readonly code: string;
  /** Other spellings, without accents, capitals and punctuation. */
  readonly aliases: readonly string[];
}

/** Sorts of taxpayers the DGI reports. */
const taxpayers: readonly ListedCategory[] = [
  { code: 'CPU', aliases: ['contribution professionnelle unique', 'contribuable cpu'] },
  {
    code: 'TRADER_WITH_ACCOUNTS',
    aliases: [
      ...['commercant avec comptabilite', 'commercant tenant une comptabilite', 'commercant', 'artisan'],
      ...['artisan tenant une comptabilite', 'trader', 'rns', 'rnr'],
    ],
  },
];

const autoEntrepreneurs: readonly ListedCategory[] = [
  { code: 'AUTO_ENTREPRENEUR', aliases: ['auto entrepreneur', 'autoentrepreneur', 'ae'] },
];

/** Professions with a body of their own; names as in the decrees of November 2021. */
const professions: readonly ListedCategory[] = [
  { code: 'DOCTOR', aliases: ['medecin', 'medecins', 'طبيب'] },
  { code: 'PHARMACIST', aliases: ['pharmacien', 'pharmacienne', 'صيدلي'] },
  { code: 'DENTIST', aliases: ['medecin dentiste', 'dentiste', 'chirurgien dentiste'] },
  { code: 'NOTARY', aliases: ['notaire', 'موثق'] },
  { code: 'MIDWIFE', aliases: ['sage femme', 'قابلة'] },
  { code: 'PHYSIOTHERAPIST', aliases: ['kinesitherapeute', 'physiotherapeute'] },
  { code: 'OPTICIAN', aliases: ['opticien', 'opticien lunetier'] },
  { code: 'HEARING_AID_SPECIALIST', aliases: ['audioprothesiste'] },
  { code: 'ORTHOPTIST', aliases: ['orthoptiste'] },
  { code: 'SPEECH_THERAPIST', aliases: ['orthophoniste'] },
  { code: 'PSYCHOMOTOR_THERAPIST', aliases: ['psychomotricien', 'psychomotricienne'] },
  { code: 'PODIATRIST', aliases: ['podologue'] },
  { code: 'DENTAL_TECHNICIAN', aliases: ['prothesiste dentaire', 'technicien dentaire'] },
  { code: 'DIETITIAN', aliases: ['dieteticien', 'dieteticienne'] },
  { code: 'ADOUL', aliases: ['adoul', 'adouls', 'adel'] },
  { code: 'PSYCHOLOGIST', aliases: ['psychologue'] },
];

/** Categories that a source may report; a single one needs no column. */
export const listedCategories = {
  dgi: taxpayers,
  barid: autoEntrepreneurs,
  orders: professions,
} as const;
