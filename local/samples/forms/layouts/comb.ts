import { LABELS, LINK_BOXES, SEX_BOXES } from '../labels.ts';
import type { FormLayout } from '../layout.ts';

const DATE = { groups: [2, 2, 4], separator: '/' } as const;

/**
 * Cells for numbers and dates, as on the real form 610-1-02: 9 for the registration number and the INPE, 8 for the CIN,
 * JJ/MM/AAAA for dates, 24 for the RIB; key letter and coefficient share a column.
 */
export const COMB: FormLayout = {
  title: { fr: 'FEUILLE DE SOINS MALADIE', ar: 'ورقة العلاجات' },
  reference: 'Réf. 610-1-02 - Réf. ANAM 1.2.01.01',
  labelPlace: 'left',
  rowHeight: 26,
  valueOffset: 176,
  cellWidth: 16,
  sections: [
    {
      title: LABELS.insuredPart,
      rows: [
        [{ kind: 'text', field: 'nom_prenom', label: LABELS.insuredName }],
        [
          {
            kind: 'comb',
            field: 'immatriculation',
            label: { ...LABELS.registrationNumber, fr: 'N° Immatriculation' },
            groups: [9],
          },
        ],
        [{ kind: 'comb', field: 'cin', label: LABELS.cin, groups: [8] }],
        [{ kind: 'comb', field: 'date_naissance', label: LABELS.birthDate, ...DATE }],
        [{ kind: 'text', field: 'adresse', label: LABELS.address }],
        [
          {
            kind: 'text',
            field: 'montant_frais',
            label: { ...LABELS.expenses, fr: 'Montant des frais (Dhs)' },
            share: 0.5,
          },
          { kind: 'text', field: 'pieces_jointes', label: LABELS.attachments, share: 0.5 },
        ],
        [{ kind: 'comb', field: 'rib', label: LABELS.rib, groups: [24] }],
      ],
    },
    {
      title: LABELS.patientPart,
      rows: [
        [
          { kind: 'checks', group: LINK_BOXES, label: LABELS.link, share: 0.71 },
          { kind: 'checks', group: SEX_BOXES, label: LABELS.sex, share: 0.29 },
        ],
        [{ kind: 'text', field: 'patient', label: { ...LABELS.patientName, fr: 'Nom et prénom' } }],
        [
          {
            kind: 'comb',
            field: 'patient_naissance',
            label: { ...LABELS.patientBirthDate, fr: 'Date de naissance' },
            ...DATE,
          },
        ],
      ],
    },
    {
      title: LABELS.doctorPart,
      rows: [
        [
          {
            kind: 'comb',
            field: 'inpe',
            label: { ...LABELS.inpe, fr: 'INPE - Médecin traitant' },
            groups: [9],
          },
        ],
        [
          { kind: 'text', field: 'medecin', label: LABELS.doctorName, share: 0.56 },
          { kind: 'text', field: 'specialite', label: LABELS.specialty, share: 0.44 },
        ],
      ],
      table: {
        columns: [
          { key: 'date', share: 0.18, label: { fr: 'Date des actes', ar: 'تاريخ العلاج' } },
          { key: 'cotation', share: 0.25, label: { fr: 'Lettre clé + cotation NGAP', ar: 'الرمز والمعامل' } },
          { key: 'disease', share: 0.12 },
          { key: 'montant', share: 0.2, label: { fr: 'Montant facturé', ar: 'المبلغ بالدرهم' } },
          { key: 'stamp', share: 0.25, label: { fr: 'Signature et cachet', ar: 'الطابع والتوقيع' } },
        ],
        rowHeight: 25,
        rows: 6,
      },
    },
  ],
};
