import type { Language } from './plain-reasons.ts';

type Words = Readonly<Record<Language, string>>;

/** Completes "Reason: ...". Short in Arabic, where the whole text has 70 characters. */
const words: ReadonlyMap<string, Words> = new Map<string, Words>([
  [
    'SCORE_ABOVE_THRESHOLD',
    { ar: 'مؤشركم الاجتماعي فوق العتبة', fr: 'votre indice social dépasse le seuil' },
  ],
  [
    'SCORE_BELOW_THRESHOLD',
    { ar: 'مؤشركم الاجتماعي دون العتبة', fr: 'votre indice social est sous le seuil' },
  ],
  ['JOINED_BY_CHOICE', { ar: 'انخراطكم بطلب منكم', fr: 'votre demande d’adhésion' }],
  ['OTHER_COVER', { ar: 'تستفيدون من تأمين آخر', fr: 'vous avez une autre couverture' }],
  ['ACTIVITY_REPORTED', { ar: 'التصريح بنشاطكم المهني', fr: 'votre activité a été déclarée' }],
  ['RAMED_MIGRATION', { ar: 'انتقالكم من نظام راميد', fr: 'le passage du RAMED à l’AMO' }],
  ['ACTIVITY_CLOSED', { ar: 'انتهاء نشاطكم المهني', fr: 'votre activité a pris fin' }],
  ['CARD_EXPIRED', { ar: 'انتهاء صلاحية بطاقتكم', fr: 'votre carte a expiré' }],
  ['CONTRIBUTIONS_UNPAID', { ar: 'اشتراكات غير مؤداة', fr: 'des cotisations ne sont pas payées' }],
]);

/** Where the code is of another version of the rules, or is delicate: the agency tells. */
const askAgency: Words = { ar: 'المرجو الاتصال بوكالتكم', fr: 'à demander sur place' };

/** Codes a person is notified of. */
export const coverageReasonCodes: readonly string[] = [...words.keys()];

/** Why a coverage was changed or closed, as a person understands it. */
export function coverageReasonFor(code: string | undefined): Words {
  return words.get(code ?? '') ?? askAgency;
}
