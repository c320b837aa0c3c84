import { LABELS, LINK_BOXES, SEX_BOXES } from '../labels.ts';
import type { FormLayout, TableLayout } from '../layout.ts';

const CLASSIC_TABLE: TableLayout = {
  columns: [
    { key: 'date', share: 0.19 },
    { key: 'code', share: 0.17 },
    { key: 'coefficient', share: 0.17 },
    { key: 'montant', share: 0.22 },
    { key: 'stamp', share: 0.25 },
  ],
  rowHeight: 24,
  rows: 6,
};

/** Labels to the left, values on dots, Arabic labels at the right edge. */
export const CLASSIC: FormLayout = {
  title: { fr: 'FEUILLE DE SOINS AMO', ar: 'ورقة العلاجات' },
  labelPlace: 'left',
  rowHeight: 24,
  valueOffset: 180,
  cellWidth: 16,
  sections: [
    {
      title: LABELS.insuredPart,
      rows: [
        [{ kind: 'text', field: 'immatriculation', label: LABELS.registrationNumber }],
        [{ kind: 'text', field: 'cin', label: LABELS.cin }],
        [{ kind: 'text', field: 'nom_prenom', label: LABELS.insuredName }],
        [{ kind: 'text', field: 'date_naissance', label: LABELS.birthDate }],
        [{ kind: 'text', field: 'adresse', label: LABELS.address }],
        [{ kind: 'text', field: 'montant_frais', label: LABELS.expenses }],
        [{ kind: 'text', field: 'pieces_jointes', label: LABELS.attachments }],
      ],
    },
    {
      title: LABELS.patientPart,
      rows: [
        [
          { kind: 'checks', group: LINK_BOXES, share: 0.72 },
          { kind: 'checks', group: SEX_BOXES, label: LABELS.sex, share: 0.28 },
        ],
        [{ kind: 'text', field: 'patient', label: LABELS.patientName }],
        [{ kind: 'text', field: 'patient_naissance', label: LABELS.patientBirthDate }],
      ],
    },
    {
      title: LABELS.doctorPart,
      rows: [
        [{ kind: 'text', field: 'medecin', label: LABELS.doctorName }],
        [{ kind: 'text', field: 'inpe', label: LABELS.inpe }],
        [{ kind: 'text', field: 'specialite', label: LABELS.specialty }],
      ],
      table: CLASSIC_TABLE,
    },
    { title: LABELS.paymentPart, rows: [[{ kind: 'text', field: 'rib', label: LABELS.rib }]] },
  ],
};
