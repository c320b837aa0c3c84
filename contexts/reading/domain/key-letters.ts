/**
 * Key letters of the NGAP and of the national reference tariff (arrêté 1961-06, grid 1, and the public sector's grid),
 * as a reader needs them: to tell an act's code from clutter. What a letter is worth is the rule book's matter.
 */
export const knownKeyLetters: ReadonlySet<string> = new Set([
  ...['C', 'CS', 'CSC', 'CP', 'CNPSY', 'V', 'VS', 'VNPSY', 'P', 'PC', 'Z', 'K', 'KA', 'KC', 'KE', 'B'],
  ...[
    'AMM',
    'AMY',
    'AMO',
    'AMI',
    'AMS',
    'AMK',
    'SF',
    'SFI',
    'D',
    'DC',
    'ORT',
    'PRO',
    'PM',
    'R',
    'E',
    'SP',
    'SPR',
    'TO',
  ],
]);

/** Consultations and visits: their coefficient can only be one. */
export const lettersOfOne: ReadonlySet<string> = new Set([
  'C',
  'CS',
  'CSC',
  'CP',
  'CNPSY',
  'V',
  'VS',
  'VNPSY',
]);
