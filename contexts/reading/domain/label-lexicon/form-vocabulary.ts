/**
 * Words that forms print and that nobody is called by, in whatever label they stand: administrative French, not wordings of labels.
 * It need not be complete: a word that it lacks is at worst taken for a name, which a person looks at.
 */
export const formVocabulary: readonly string[] = `
assurance assuré assurée assurés adhérent adhérente adhésion affilié affiliée affiliation immatriculé immatriculation matricule
identifiant identité identification caisse régime organisme mutuelle prévoyance sécurité sociale social obligatoire nationale national
employeur entreprise société raison secteur profession professionnel professionnelle activité fiscal fiscale patente taxe
numéro code référence dossier bulletin feuille formulaire imprimé volet cadre partie rubrique section demande déclaration déclaré
déclarée déclarés remboursement prise charge frais soins prestation prestations montant montants
nom noms prénom prénoms patronymique patronyme usage usuel épouse époux conjoint conjointe jeune fille naissance née lieu date jour
mois année sexe masculin féminin homme femme situation familiale famille célibataire marié mariée veuf veuve divorcé divorcée parenté
lien qualité enfant enfants ascendant ayant droit bénéficiaire patient patiente malade titulaire principal principale personne
adresse domicile postale postal complète complet actuelle commune province préfecture pays nationalité
téléphone téléphonique portable mobile fixe télécopie courriel contact coordonnées
carte pièce pièces passeport séjour compte bancaire banque agence guichet relevé virement chèque mode modalité paiement règlement
médecin praticien traitant prescripteur exécutant prestataire spécialité spécialiste généraliste qualification discipline cabinet
clinique hôpital établissement pharmacie pharmacien pharmacienne laboratoire radiologie infirmier infirmière kinésithérapeute dentiste
dentaire opticien optique
acte actes cotation coefficient lettre libellé désignation description nature type quantité nombre unité unitaire prix tarif honoraires
total totale totaux somme général générale facturé facture payé payer perçu reçu règle dirhams centimes
médicament médicaments ordonnance prescription analyse analyses consultation visite
signature signé cachet visa tampon certifie certifié soussigné soussignée exact sincère jointes joindre joints annexe
réservé réservée remplir cocher recto verso page suite observations remarques accord préalable entente exécution objet motif accident
travail tiers hospitalisation maternité grossesse maladie traitement période durée début fin effectué effectués effectuées réalisés
dispensés exécutés document exemplaire original copie service interne
CNSS CNOPS AMO ANAM RAMED TNS DGI INPE ICE RIB IBAN CIN CNIE NIF GSM PPV PPM CNDP
`
  .trim()
  .split(/\s+/);
