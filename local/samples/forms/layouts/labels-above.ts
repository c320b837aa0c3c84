import { LABELS, LINK_BOXES, SEX_BOXES } from '../labels.ts';
import type { FormLayout } from '../layout.ts';

/** Boxes in two columns, each with its label in small print above the value. */
export const LABELS_ABOVE: FormLayout = {
  title: { fr: 'FEUILLE DE SOINS - AMO', ar: 'ورقة العلاجات' },
  reference: 'Assurance Maladie Obligatoire - à remettre avec les pièces justificatives originales',
  labelPlace: 'above',
  rowHeight: 42,
  valueOffset: 6,
  cellWidth: 16,
  sections: [
    {
      title: LABELS.insuredPart,
      rows: [
        [
          { kind: 'text', field: 'nom_prenom', label: LABELS.insuredName, share: 0.6 },
          { kind: 'text', field: 'date_naissance', label: LABELS.birthDate, share: 0.4 },
        ],
        [
          {
            kind: 'text',
            field: 'immatriculation',
            label: { ...LABELS.registrationNumber, fr: 'N° immatriculation' },
            share: 0.5,
          },
          { kind: 'text', field: 'cin', label: LABELS.cin, share: 0.5 },
        ],
        [{ kind: 'text', field: 'adresse', label: LABELS.address }],
        [
          { kind: 'text', field: 'montant_frais', label: LABELS.expenses, share: 0.5 },
          { kind: 'text', field: 'pieces_jointes', label: LABELS.attachments, share: 0.5 },
        ],
      ],
    },
    {
      title: LABELS.patientPart,
      rows: [
        [
          { kind: 'text', field: 'patient', label: LABELS.patientName, share: 0.6 },
          {
            kind: 'text',
            field: 'patient_naissance',
            label: { ...LABELS.patientBirthDate, fr: 'Date de naissance' },
            share: 0.4,
          },
        ],
        [
          { kind: 'checks', group: LINK_BOXES, label: LABELS.link, share: 0.68 },
          { kind: 'checks', group: SEX_BOXES, label: LABELS.sex, share: 0.32 },
        ],
      ],
    },
    {
      title: LABELS.doctorPart,
      rows: [
        [
          { kind: 'text', field: 'medecin', label: LABELS.doctorName, share: 0.42 },
          { kind: 'text', field: 'specialite', label: LABELS.specialty, share: 0.29 },
          { kind: 'text', field: 'inpe', label: LABELS.inpe, share: 0.29 },
        ],
      ],
      table: {
        columns: [
          { key: 'date', share: 0.2, label: { fr: 'Date des actes', ar: 'تاريخ العلاج' } },
          { key: 'code', share: 0.18, label: { fr: 'Lettre clé', ar: 'الرمز' } },
          { key: 'coefficient', share: 0.16, label: { fr: 'Cotation', ar: 'المعامل' } },
          { key: 'montant', share: 0.22, label: { fr: 'Montant facturé', ar: 'المبلغ بالدرهم' } },
          { key: 'stamp', share: 0.24 },
        ],
        rowHeight: 22,
        rows: 5,
      },
    },
    { title: LABELS.paymentPart, rows: [[{ kind: 'text', field: 'rib', label: LABELS.rib }]] },
  ],
};
