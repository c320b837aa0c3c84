/** Why a file is quarantined. A closed list: each reason has advice that the sender can act on. */
export const quarantineReasons = [
  'EMPTY',
  'TOO_LARGE',
  'UNKNOWN_TYPE',
  'ARCHIVE_OR_OFFICE_DOCUMENT',
  'IMAGE_FORMAT_NOT_ACCEPTED',
  'INCOMPLETE',
  'DAMAGED',
  'ENCRYPTED',
  'XFA_FORM',
  'NO_PAGES',
  'TOO_MANY_PAGES',
  'PAGE_TOO_LARGE',
  'TOO_COMPLEX',
  'UNKNOWN_CHANNEL',
  'UPLOAD_FORM_USED',
  'OCR_REFUSED',
  'OCR_FAILED',
  'PAGE_NOT_READ',
  'PAGE_COUNT_UNCLEAR',
  'NO_CARE_FORM',
  'TOO_MANY_FORMS',
] as const;

export type QuarantineReason = (typeof quarantineReasons)[number];

/** What a file may be at most: what is ours, and what Textract takes. */
export interface FileLimits {
  readonly maxFileBytes: number;
  readonly maxPages: number;
  /** JPEG and PNG only; Textract takes less of these than of PDF and TIFF. */
  readonly maxImageBytes: number;
  readonly maxSidePixels: number;
  /** What one picture may take when it is decoded, by its header. Ours. */
  readonly maxPictureBytes: number;
  /** The same, of one that a decoder must hold whole, and of an image in a PDF. Ours. */
  readonly maxHeldBytes: number;
  /** 1 point = 1/72 inch. */
  readonly maxPagePoints: number;
}

/**
 * The limits that Textract sets for asynchronous jobs and that no quota request lifts: 10 MB an image, 10,000 pixels a
 * side, PDF pages of 9,000 points (40 inches), none of which a care form comes near. Source: Amazon Textract developer
 * guide, "Set quotas".
 */
export const textractFileLimits = {
  maxImageBytes: 10 * 1024 * 1024,
  maxSidePixels: 10_000,
  maxPagePoints: 9_000,
  // Ours: a colour picture of the most pixels that Textract takes. What needs more is stored wastefully (16 bits a sample,
  // transparency). Decoded row by row and made smaller on the way, the largest takes 110 MB and half a second.
  maxPictureBytes: 300_000_000,
  // Ours: A4 in colour at 600 dpi is 104 MB. What is held whole takes all of it in memory; PDFium takes a second for 160 MB.
  maxHeldBytes: 150_000_000,
} satisfies Partial<FileLimits>;

/** The same advice in the languages of the agencies: French, Arabic, and English for those who run the system. */
export interface Advice {
  readonly fr: string;
  readonly ar: string;
  readonly en: string;
}

const megabytes = (bytes: number): number => Math.floor(bytes / (1024 * 1024));

/** How many pixels of red, green and blue fit. */
const megapixels = (bytes: number): number => Math.floor(bytes / 3_000_000);

const adviceTable: Readonly<Record<QuarantineReason, (limits: FileLimits) => Advice>> = {
  EMPTY: () => ({
    fr: 'Le fichier est vide. Numérisez à nouveau le dossier et renvoyez-le.',
    ar: 'الملف فارغ. المرجو مسح الوثائق ضوئيا من جديد وإعادة إرسالها.',
    en: 'The file is empty. Scan the documents again and send them again.',
  }),
  TOO_LARGE: ({ maxFileBytes, maxImageBytes }) => ({
    fr: `Le fichier est trop lourd (au plus ${megabytes(maxFileBytes)} Mo, une photo ${megabytes(Math.min(maxFileBytes, maxImageBytes))} Mo). Numérisez en noir et blanc ou en gris à 200-300 ppp, ou partagez le dossier en plusieurs fichiers.`,
    ar: `حجم الملف كبير جدا (الحد الأقصى ${megabytes(maxFileBytes)} ميغا، وللصورة ${megabytes(Math.min(maxFileBytes, maxImageBytes))} ميغا). المرجو المسح بالأبيض والأسود بدقة 200 إلى 300 نقطة أو تقسيم الملف.`,
    en: `The file is too large (at most ${megabytes(maxFileBytes)} MB, a photo ${megabytes(Math.min(maxFileBytes, maxImageBytes))} MB). Scan in black and white or grey at 200-300 dpi, or split the documents into several files.`,
  }),
  UNKNOWN_TYPE: () => ({
    fr: 'Ce fichier n’est pas une numérisation. Envoyez un PDF, un TIFF, un JPEG ou un PNG.',
    ar: 'هذا الملف ليس وثيقة ممسوحة ضوئيا. المرجو إرسال ملف PDF أو TIFF أو JPEG أو PNG.',
    en: 'This file is not a scan. Send a PDF, TIFF, JPEG or PNG.',
  }),
  ARCHIVE_OR_OFFICE_DOCUMENT: () => ({
    fr: 'Archives et documents bureautiques ne sont pas lus. Enregistrez le document en PDF et envoyez chaque dossier séparément, sans archive.',
    ar: 'لا تقرأ ملفات الأرشيف ووثائق المكتب. المرجو حفظ الوثيقة بصيغة PDF وإرسال كل ملف على حدة.',
    en: 'Archives and office documents are not read. Save the document as PDF and send each claim on its own, without an archive.',
  }),
  IMAGE_FORMAT_NOT_ACCEPTED: () => ({
    fr: 'Ce format d’image n’est pas lu. Enregistrez l’image en JPEG ou en PNG (téléphone : format « le plus compatible ») et renvoyez-la.',
    ar: 'صيغة الصورة غير مقبولة. المرجو حفظها بصيغة JPEG أو PNG وإعادة إرسالها.',
    en: 'This image format is not read. Save the image as JPEG or PNG (on a phone: "most compatible" format) and send it again.',
  }),
  INCOMPLETE: () => ({
    fr: 'Le fichier est incomplet : la numérisation ou l’envoi s’est arrêté avant la fin. Attendez la fin de la numérisation et renvoyez le fichier entier.',
    ar: 'الملف غير كامل: توقف المسح أو الإرسال قبل النهاية. المرجو انتظار نهاية المسح وإعادة إرسال الملف كاملا.',
    en: 'The file is incomplete: scanning or sending stopped before the end. Wait until the scan has finished and send the whole file again.',
  }),
  DAMAGED: () => ({
    fr: 'Le fichier est endommagé et ne peut pas être lu. Numérisez à nouveau le dossier en PDF et renvoyez-le.',
    ar: 'الملف تالف ولا يمكن قراءته. المرجو مسح الوثائق من جديد بصيغة PDF وإعادة إرسالها.',
    en: 'The file is damaged and cannot be read. Scan the documents again as PDF and send them again.',
  }),
  ENCRYPTED: () => ({
    fr: 'Le PDF est protégé par un mot de passe ou chiffré. Enregistrez-le sans protection et renvoyez-le.',
    ar: 'ملف PDF محمي بكلمة سر أو مشفر. المرجو حفظه بدون حماية وإعادة إرساله.',
    en: 'The PDF is protected by a password or encrypted. Save it without protection and send it again.',
  }),
  XFA_FORM: () => ({
    fr: 'Ce PDF est un formulaire dynamique (XFA) qui ne peut pas être lu. Imprimez-le en PDF ou numérisez le papier, puis renvoyez-le.',
    ar: 'هذا الملف استمارة إلكترونية (XFA) لا يمكن قراءتها. المرجو طباعتها بصيغة PDF أو مسح الورقة وإعادة الإرسال.',
    en: 'This PDF is a dynamic form (XFA) that cannot be read. Print it to PDF or scan the paper, and send that.',
  }),
  NO_PAGES: () => ({
    fr: 'Le fichier ne contient aucune page. Numérisez à nouveau le dossier et renvoyez-le.',
    ar: 'الملف لا يحتوي على أي صفحة. المرجو مسح الوثائق من جديد وإعادة إرسالها.',
    en: 'The file has no pages. Scan the documents again and send them again.',
  }),
  TOO_MANY_PAGES: ({ maxPages }) => ({
    fr: `Le fichier a trop de pages (au plus ${maxPages}). Envoyez un fichier par dossier de soins.`,
    ar: `عدد صفحات الملف كبير جدا (الحد الأقصى ${maxPages}). المرجو إرسال ملف واحد لكل ملف علاج.`,
    en: `The file has too many pages (at most ${maxPages}). Send one file for each claim.`,
  }),
  PAGE_TOO_LARGE: ({ maxSidePixels, maxPictureBytes, maxHeldBytes }) => ({
    fr: `Une page est trop grande (au plus ${maxSidePixels} pixels de côté et ${megapixels(maxPictureBytes)} millions de pixels en couleur, 8 bits par couleur ; ${megapixels(maxHeldBytes)} millions dans un PDF ou une image progressive ou entrelacée). Numérisez en format A4 à 200-300 ppp, en gris ou en couleur ordinaire.`,
    ar: `إحدى الصفحات كبيرة جدا (الحد الأقصى ${maxSidePixels} بكسل لكل جانب و${megapixels(maxPictureBytes)} مليون بكسل بالألوان، 8 بت لكل لون، و${megapixels(maxHeldBytes)} مليون داخل PDF أو في صورة متدرجة أو متشابكة). المرجو المسح بحجم A4 وبدقة 200 إلى 300 نقطة، بالرمادي أو بالألوان العادية.`,
    en: `A page is too large (at most ${maxSidePixels} pixels a side and ${megapixels(maxPictureBytes)} million pixels in colour, 8 bits a colour; ${megapixels(maxHeldBytes)} million in a PDF or a progressive or interlaced picture). Scan as A4 at 200-300 dpi, in grey or ordinary colour.`,
  }),
  TOO_COMPLEX: () => ({
    fr: 'L’examen du fichier prend trop de temps ou de mémoire. Imprimez le document, numérisez le papier et envoyez cette numérisation.',
    ar: 'يتطلب فحص الملف وقتا أو ذاكرة أكثر من اللازم. المرجو طباعة الوثيقة ومسح الورقة ضوئيا ثم إرسالها.',
    en: 'Looking into the file takes too much time or memory. Print the document, scan the paper, and send that scan.',
  }),
  UNKNOWN_CHANNEL: () => ({
    fr: 'Le fichier n’a pas été déposé dans le dossier d’un point de collecte. Déposez-le avec « milaf submit » ou sous incoming/<point de collecte>/.',
    ar: 'لم يوضع الملف في المجلد الخاص بنقطة الإيداع. المرجو إعادة إرساله من نقطة الإيداع.',
    en: 'The file was not put under the folder of a channel. Send it with "milaf submit" or put it under incoming/<channel>/.',
  }),
  UPLOAD_FORM_USED: () => ({
    fr: 'Un autre fichier a déjà été reçu avec ce formulaire d’envoi, qui ne sert qu’une fois. Le premier fichier reste valable. Pour en envoyer un autre, commencez un nouvel envoi.',
    ar: 'سبق استلام ملف آخر بنفس استمارة الإرسال، وهي صالحة لمرة واحدة فقط. يبقى الملف الأول معتمدا. لإرسال ملف آخر، المرجو بدء عملية إرسال جديدة.',
    en: 'Another file was received with this upload form before, and a form is good for one file. The first file counts. To send another one, start a new upload.',
  }),
  OCR_REFUSED: () => ({
    fr: 'Le service de lecture refuse ce fichier. Numérisez à nouveau le dossier en PDF ou en TIFF et renvoyez-le.',
    ar: 'رفضت خدمة القراءة هذا الملف. المرجو مسح الوثائق من جديد بصيغة PDF أو TIFF وإعادة إرسالها.',
    en: 'The reading service refuses this file. Scan the documents again as PDF or TIFF and send them again.',
  }),
  OCR_FAILED: () => ({
    fr: 'La lecture du fichier a échoué plusieurs fois. Numérisez à nouveau le dossier et renvoyez-le.',
    ar: 'فشلت قراءة الملف عدة مرات. المرجو مسح الوثائق من جديد وإعادة إرسالها.',
    en: 'Reading the file failed several times. Scan the documents again and send them again.',
  }),
  PAGE_NOT_READ: () => ({
    fr: 'Une page n’a pas pu être lue et aucune feuille de soins n’a été trouvée sur les autres. Numérisez à nouveau toutes les pages.',
    ar: 'تعذرت قراءة إحدى الصفحات ولم يعثر على ورقة العلاجات في الصفحات الأخرى. المرجو مسح جميع الصفحات من جديد.',
    en: 'A page could not be read, and no care form was found on the others. Scan all pages again.',
  }),
  PAGE_COUNT_UNCLEAR: () => ({
    fr: 'Le nombre de pages du fichier n’est pas clair : une partie pourrait ne pas être lue. Imprimez toutes les pages, numérisez le papier et envoyez cette numérisation.',
    ar: 'عدد صفحات الملف غير واضح وقد لا يقرأ جزء منها. المرجو طباعة جميع الصفحات ومسحها ضوئيا ثم إرسالها.',
    en: 'It is not clear how many pages the file has: a part of it might go unread. Print all pages, scan the paper, and send that scan.',
  }),
  NO_CARE_FORM: () => ({
    fr: 'Aucune feuille de soins n’a été trouvée. Vérifiez que la feuille 610-1-02 est dans le fichier, entière, droite, à l’endroit (non inversée en miroir) et lisible, et renvoyez-le.',
    ar: 'لم يعثر على ورقة العلاجات. المرجو التأكد من وجود الورقة 610-1-02 في الملف كاملة ومستقيمة وغير معكوسة وواضحة، ثم إعادة إرساله.',
    en: 'No care form was found. Check that form 610-1-02 is in the file, whole, straight, not mirrored and legible, and send it again.',
  }),
  TOO_MANY_FORMS: () => ({
    fr: 'Le fichier contient trop de feuilles de soins. Envoyez un fichier par dossier.',
    ar: 'يحتوي الملف على عدد كبير من أوراق العلاجات. المرجو إرسال ملف واحد لكل ملف علاج.',
    en: 'The file has too many care forms. Send one file for each claim.',
  }),
};

/** What the sender of a file can do about `reason`, with the limits that apply written out. */
export function adviceFor(reason: QuarantineReason, limits: FileLimits): Advice {
  return adviceTable[reason](limits);
}
