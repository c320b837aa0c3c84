import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemes } from '../../../contexts/shared/identifiers/schemes.ts';
import { inRepository } from '../../../local/cloud/folders.ts';

/** Everything that people read in French or Arabic: pages, SMS, certificates, advice about files. */
const shown = globSync(
  [
    'web/src/*/{fr,ar}.json',
    'contexts/messaging/domain/*.ts',
    'contexts/shared/identifiers/schemes.ts',
    'contexts/certificates/domain/wording.ts',
    'contexts/claims/domain/quarantine-reason.ts',
  ],
  { cwd: inRepository('.') },
);
const textOf = (file: string): string => readFileSync(inRepository(file), 'utf8');

/** The word of docs/glossary.md, and what was said in its place. */
const retired: readonly (readonly [word: string, others: RegExp])[] = [
  ['mis à l’écart', /mise?s? de côté|موضوع جانبا|وضع المستند جانبا/i],
  ['accepté', /approuvé/i],
  ['rejeté (un dossier)', /dossier refusé/i],
  ['revue', /révision/i],
  ['document', /pièces? (demandée|reçue|à apporter|annoncée)/i],
  ['séparé', /partagé en deux|A partagé|تقسيم إلى ملفين/],
  ['motif levé', /constat|ملاحظات مرفوعة/i],
  ['renvoyé par la banque', /retourné/i],
  ['point de collecte', /\bcanal\b|canaux|القناة|قناة|القنوات/i],
  ['facturé', /dépensé|المصاريف/i],
  ['تعويض', /مسترد/],
  ['المؤمن له', /المؤمَّن/],
  ['ورقة العلاجات', /(ورقة|أوراق) (ال)?علاج(?!ات)/],
  ['رسالة قصيرة', /رسالة نصية/],
  ['دفعة الأداء', /يوم التسليم/],
  ['عقد الازدياد', /رسم الولادة/],
  ['القرابة', /الصلة/],
  ['البطاقة الوطنية', /الوطنية للتعريف/],
  ['متعاقد', /مقدم خدمة/],
  ['AMO des …', /AMO (salariés|TNS|travailleurs)/],
  ['أمو', /تأمين (غير )?الأجراء|للعمال غير الأجراء|الإجباري للأجراء/],
];

describe('what people read', () => {
  it('is looked at wherever it stands', () => {
    expect(shown.length).toBeGreaterThan(20);
  });

  it.each(retired)('says “%s” and no other word for it', (_, others) => {
    expect(shown.filter((file) => others.test(textOf(file)))).toEqual([]);
  });

  it('has the names of schemes from their one table', () => {
    const areas = shown.filter((file) => file.endsWith('.json'));
    expect(areas.filter((file) => schemes.some((scheme) => textOf(file).includes(`"${scheme}"`)))).toEqual(
      [],
    );
  });
});
