/** The schemes of AMO: the one list of them, without a validator, so that pages can use it, too. */
export const schemes = ['AMO_SALARIE', 'AMO_TNS', 'AMO_TADAMON', 'AMO_ACHAMIL'] as const;
export type Scheme = (typeof schemes)[number];

export const isScheme = (code: string): code is Scheme => schemes.some((scheme) => scheme === code);

/**
 * The one name of each scheme in both languages, as people know it (cnss.ma: AMO Tadamon, AMO Achamil). Short: an SMS in Arabic has
 * 70 characters.
 */
export const schemeNames: Readonly<Record<Scheme, { readonly fr: string; readonly ar: string }>> = {
  AMO_SALARIE: { fr: 'AMO des salariés', ar: 'أمو الأجراء' },
  AMO_TNS: { fr: 'AMO des travailleurs non salariés', ar: 'أمو غير الأجراء' },
  AMO_TADAMON: { fr: 'AMO Tadamon', ar: 'أمو تضامن' },
  AMO_ACHAMIL: { fr: 'AMO Achamil', ar: 'أمو الشامل' },
};
