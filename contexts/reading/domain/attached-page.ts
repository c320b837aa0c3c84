import type { Provider } from '#registry';
import { likeness } from '#shared';
import type { FormPage } from './form-page.ts';
import type { PageReading } from './page-reading.ts';
import { withoutAccents } from './text-folding.ts';
import { isPrescriber } from './who/provider-hypotheses.ts';

/**
 * What a page is that is no form's: a prescription; another paper that says so by its title or its head (an invoice, results, a
 * certificate); or what nobody can tell, as a sheet with labels or in a hand that was not read.
 */
export type AttachedKind = 'prescription' | 'supporting' | 'unknown';

type Signs = Pick<FormPage, 'reading' | 'candidates'>;

const prescriptionTitle = /^(?:ordonnances?|prescriptions?|rp)$/;
const prescriptionArabic = /^(?:ال)?وصفة$/u;
/** Words that stand beside the title and make it no sentence. */
const besideTitle = /^(?:medicales?|medicamenteuses?|de|medicaments?|securisee|bizone|طبية|الطبية)$/u;
const otherTitle =
  /^(?:factures?|devis|recus?|tickets?|bordereau|resultats?|certificats?|attestations?|bulletin|فاتورة|نتائج|شهادة)$/u;
const otherTitles = /^(?:bon de (?:livraison|caisse)|compte rendu|note d ?honoraires|cr d)/;
/** A title of more words is a sentence. */
const mostTitleWords = 7;

const seller =
  /^(?:pharmacie|grande pharmacie|officine|parapharmacie|laboratoires?|labo|optique|opticiens?|optic|centre d(?:e |)(?:radiologie|imagerie|analyses))(?: |$)/;
const sellerArabic = /صيدلية|مختبر|بصريات/u;
/** Share of a page's height in which its head stands. */
const headShare = 0.15;

const prescriberWord =
  /^(?:dr|docteur|pr|professeur|medecin|chirurgien|dentiste|[a-z]{4,}(?:ologue|iatre)|generaliste)$/;
const prescriberArabic = /^(?:ال)?(?:دكتورة?|طبيبة?)$/u;

const units =
  'cp|cps|comp|comprimes?|gel|gelules?|sachets?|amp|ampoules?|supp?o?s?|suppositoires?|gouttes?|gttes?|cuilleres?|c a [sc]|dose|doses|mesures?|injections?|inj|bouffees?|applications?|pulverisations?|pipettes?';
const counted = new RegExp(`(?:^| )(?:\\d+|un|une|deux) (?:${units})(?: |$)`);
const often =
  /(?:^| )(?:\d+ (?:fois|x)|x ?\d+|(?:par|le|les|au|chaque|tous les) (?:jours?|matin|midi|soir|coucher|repas|semaine|mois|nuit)|\d+ ?j|matin|midi|soir|coucher|a jeun|qsp|pendant|pdt|apres repas|avant repas|si besoin|jours?|j)(?: |$)/;
const severalTimes =
  /(?:matin|midi|soir|coucher).* (?:midi|soir|coucher)(?: |$)|(?:qsp|pendant|pdt|durant) .*(?:j|jours?|mois|semaines?)(?: |$)/;

/** Whether a line says how a medicine is taken. */
const saysUse = (text: string): boolean =>
  (counted.test(text) && often.test(text)) || severalTimes.test(text);

/** The words of a row as they are compared: small letters without accents, numbers too; a title in spaced letters is one word. */
function wordsOf({ words }: PageReading['rows'][number]): readonly string[] {
  const folded = words
    .flatMap(({ text }) =>
      withoutAccents(text)
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((word) => word !== '');
  const isSpaced = folded.length > 3 && folded.every((word) => word.length === 1);
  return isSpaced ? [folded.join('')] : folded;
}

const isWord = (word: string): boolean => /\p{L}/u.test(word);

/** A title that OCR misread by a letter is still one. */
const isPrescriptionTitle = (word: string): boolean =>
  prescriptionTitle.test(word) ||
  prescriptionArabic.test(word) ||
  (word.length > 8 && likeness(word, 'ordonnance') >= 0.85);

/** How much a row is the title of a prescription: it alone, or what begins with it (`Ordonnance du`). */
function titleWeight(words: readonly string[]): number {
  const letters = words.filter(isWord);
  const [first = ''] = letters;
  if (letters.length > mostTitleWords) return 0;
  const isAlone = letters.every((word) => isPrescriptionTitle(word) || besideTitle.test(word));
  // The head of a doctor has the Arabic title beside something else.
  const isNamed = isPrescriptionTitle(first) || letters.some((word) => prescriptionArabic.test(word));
  return isNamed ? (isAlone && words.length === letters.length ? 2 : 1) : 0;
}

function isOtherTitle(words: readonly string[]): boolean {
  const letters = words.filter(isWord);
  if (letters.length > mostTitleWords) return false;
  return (
    otherTitle.test(letters[0] ?? '') ||
    otherTitles.test(letters.join(' ')) ||
    /^(?:فاتورة)$/u.test(letters.at(-1) ?? '')
  );
}

function isSellersHead(words: readonly string[], y: number): boolean {
  return y < headShare && (seller.test(words.join(' ')) || words.some((word) => sellerArabic.test(word)));
}

/** Whether a page says who prescribes: by a title before a name, or by the number of a prescriber of the register. */
function namesPrescriber(
  rows: readonly (readonly string[])[],
  page: Signs,
  providers: readonly Provider[],
): boolean {
  const numbers = new Set(page.candidates.nineDigits.map(({ parsed }) => parsed.value));
  return (
    rows.some((words) => words.some((word) => prescriberWord.test(word) || prescriberArabic.test(word))) ||
    providers.some((provider) => numbers.has(provider.inpe) && isPrescriber(provider))
  );
}

/**
 * Tells a prescription by its title, by who prescribes and by how things are taken: two of them, or a title that stands alone. What
 * is titled as another paper, or comes under a shop's or a laboratory's head, is none, whatever else it says.
 */
export function attachedKind(page: Signs, providers: readonly Provider[]): AttachedKind {
  const rows = page.reading.rows.map(wordsOf);
  const title = Math.max(0, ...rows.map(titleWeight));
  const uses = rows.filter((words) => saysUse(words.join(' '))).length;
  const isSellers = page.reading.rows.some(({ y }, index) => isSellersHead(rows[index] ?? [], y));
  const signs = title + (uses > 0 ? 1 : 0) + (namesPrescriber(rows, page, providers) ? 1 : 0);
  if (rows.some(isOtherTitle)) return title === 2 ? 'unknown' : 'supporting';
  if (isSellers) return signs >= 3 ? 'unknown' : 'supporting';
  return signs >= 2 ? 'prescription' : 'unknown';
}
