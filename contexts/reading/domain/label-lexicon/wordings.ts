/** Who the insured is called in headings and labels. */
export const insuredNouns = ["l'assuré(e)", "l'assuré", "l'adhérent", "l'affilié"];
export const patientNouns = ['bénéficiaire', 'bénéficiaire des soins', 'patient', 'malade'];
export const providerNouns = [
  'médecin traitant',
  'médecin',
  'praticien',
  'praticien traitant',
  'professionnel de santé',
  'prestataire',
  'prestataire de soins',
];

/** `partie réservée à` + noun, and the other ways of heading a part of the form; nouns with `le` take `au` and `du`. */
export function headings(nouns: readonly string[]): readonly string[] {
  return nouns.flatMap((noun) => {
    const elided = noun.startsWith("l'");
    const to = elided ? `à ${noun}` : `au ${noun}`;
    const of = elided ? `de ${noun}` : `du ${noun}`;
    const on = elided ? noun : `le ${noun}`;
    return [
      `partie réservée ${to}`,
      `cadre réservé ${to}`,
      `réservé ${to}`,
      `à remplir par ${on}`,
      `identification ${of}`,
      `identité ${of}`,
      `renseignements sur ${on}`,
      `renseignements concernant ${on}`,
      `informations sur ${on}`,
      `informations ${of}`,
    ];
  });
}

/** `nom du patient`, `nom et prénom de l'assuré`, ... */
export function ofPerson(starts: readonly string[], nouns: readonly string[]): readonly string[] {
  return starts.flatMap((start) =>
    nouns.flatMap((noun) => (noun.startsWith("l'") ? [`${start} de ${noun}`] : [`${start} du ${noun}`])),
  );
}
