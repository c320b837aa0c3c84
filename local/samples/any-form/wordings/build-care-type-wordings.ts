import { wordings, type CareTypeWordingBook } from './label-wordings.ts';

/** Wordings of the kind of care for the half of forms that the reader is built with; the words in the boxes are the real form's. */
export const BUILD_CARE_TYPE_WORDINGS: CareTypeWordingBook = {
  careType: {
    fr: wordings('Type de soins|Nature des soins|Motif des soins|Soins en rapport avec'),
    short: wordings('Type|Soins'),
    ar: wordings('نوع العلاجات|طبيعة العلاج'),
  },
  illness: { fr: wordings('Maladie|MALADIE'), ar: wordings('مرض') },
  maternity: { fr: wordings('Maternité|MATERNITÉ'), ar: wordings('أمومة|ولادة') },
  hospitalisation: { fr: wordings('Hospitalisation|HOSPITALISATION'), ar: wordings('استشفاء') },
  accident: { fr: wordings('Accident|ACCIDENT|Accident du travail'), ar: wordings('حادثة') },
};
