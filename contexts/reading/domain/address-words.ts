/** What ways, quarters and houses are called in addresses, as folded; each often bears the name of a person. */
export const WAYS = [
  ...[
    'rue',
    'av',
    'ave',
    'avenue',
    'bd',
    'bld',
    'boulevard',
    'place',
    'hay',
    'lot',
    'lotissement',
    'residence',
  ],
  ...['imm', 'immeuble', 'quartier', 'route', 'cite', 'douar'],
] as const;
