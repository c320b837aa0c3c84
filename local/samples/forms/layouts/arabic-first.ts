import { LABELS, LINK_BOXES, SEX_BOXES } from '../labels.ts';
import type { FormLayout } from '../layout.ts';

/** Arabic labels before the French ones, and another order of sections and fields. */
export const ARABIC_FIRST: FormLayout = {
  title: { fr: 'FEUILLE DE SOINS AMO', ar: 'ورقة العلاجات' },
  labelPlace: 'arabic-first',
  rowHeight: 25,
  valueOffset: 316,
  cellWidth: 16,
  sections: [
    {
      title: LABELS.insuredPart,
      rows: [
        [{ kind: 'text', field: 'nom_prenom', label: LABELS.insuredName }],
        [{ kind: 'text', field: 'cin', label: LABELS.cin }],
        [{ kind: 'text', field: 'date_naissance', label: LABELS.birthDate }],
        [
          {
            kind: 'text',
            field: 'immatriculation',
            label: { ...LABELS.registrationNumber, fr: 'N° Immatriculation' },
          },
        ],
        [{ kind: 'text', field: 'rib', label: LABELS.rib }],
        [{ kind: 'text', field: 'adresse', label: LABELS.address }],
      ],
    },
    {
      title: LABELS.doctorPart,
      rows: [
        [{ kind: 'text', field: 'inpe', label: LABELS.inpe }],
        [{ kind: 'text', field: 'medecin', label: LABELS.doctorName }],
        [{ kind: 'text', field: 'specialite', label: LABELS.specialty }],
      ],
    },
    {
      title: LABELS.patientPart,
      rows: [
        [{ kind: 'text', field: 'patient', label: LABELS.patientName }],
        [
          {
            kind: 'text',
            field: 'patient_naissance',
            label: { ...LABELS.patientBirthDate, fr: 'Date de naissance' },
          },
        ],
        [
          { kind: 'checks', group: SEX_BOXES, label: LABELS.sex, share: 0.34 },
          { kind: 'checks', group: LINK_BOXES, share: 0.66 },
        ],
      ],
    },
    {
      title: LABELS.actsPart,
      rows: [],
      table: {
        columns: [
          { key: 'code', share: 0.16, label: { fr: 'Lettre clé', ar: 'الرمز' } },
          { key: 'coefficient', share: 0.16, label: { fr: 'Cotation', ar: 'المعامل' } },
          { key: 'date', share: 0.2, label: { fr: 'Date des actes', ar: 'تاريخ العلاج' } },
          { key: 'montant', share: 0.24, label: { fr: 'Montant facturé (DH)', ar: 'المبلغ بالدرهم' } },
          { key: 'stamp', share: 0.24 },
        ],
        rowHeight: 25,
        rows: 6,
      },
    },
  ],
};
