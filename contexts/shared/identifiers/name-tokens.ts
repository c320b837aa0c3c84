/** One word of a name, written in the ways that count as the same word. */
export interface NameToken {
  /** With its article, if it has one: `elidrisi`. */
  readonly full: string;
  /** Without the article: `idrisi`. */
  readonly bare: string;
}

const TITLES = new Set([
  'dr',
  'pr',
  'prof',
  'docteur',
  'professeur',
  'monsieur',
  'madame',
  'mr',
  'mme',
  'mlle',
  'm',
]);
const ARTICLES = new Set(['el', 'al', 'l']);
/** Words that are written together with the next one as often as not. */
const JOINED = new Set([
  'ben',
  'bent',
  'bin',
  'bint',
  'bel',
  'bou',
  'abd',
  'abdel',
  'abdul',
  'abdal',
  'ait',
  'ould',
  'oulad',
]);

/** Spellings (as keys) of one given name that the rules of sound below do not bring together. */
const VARIANTS = new Map([
  ['mohamad', 'mohamed'],
  ['muhamad', 'mohamed'],
  ['muhamed', 'mohamed'],
  ['med', 'mohamed'],
  ['md', 'mohamed'],
  ['ahmad', 'ahmed'],
  ['fatma', 'fatima'],
  ['husein', 'husin'],
  ['hosein', 'husin'],
  ['hosin', 'husin'],
]);

/**
 * One spelling for the ways French, English and Arabic habits write the same sound: `Mohammed` and `Mohamed`,
 * `Youssef` and `Yousef`, `Bouchra` and `Bushra`, `Khadija` and `Khadidja`.
 */
function spellingKey(word: string): string {
  const key = word
    .replace(/ou|oo/g, 'u')
    .replace(/ee|ie(?=.)/g, 'i')
    .replace(/dj/g, 'j')
    .replace(/sh/g, 'ch')
    .replace(/ph/g, 'f')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/ck|c(?!h)|q/g, 'k')
    .replace(/y/g, 'i')
    .replace(/^abd[au]l/, 'abdel')
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=..)e$/, '');
  return VARIANTS.get(key) ?? key;
}

/** All letters of a folded Latin name as one word: two names are the same however their words are cut. */
export function lettersTogether(folded: string): string {
  const words = folded.split(' ').filter((word) => !TITLES.has(word));
  return spellingKey(words.join(''));
}

/** Splits a folded Latin name into words that can be compared: titles dropped, articles set apart, `Ben X` joined. */
export function latinTokens(folded: string): readonly NameToken[] {
  const named = folded.split(' ').filter((word) => word !== '' && !TITLES.has(word));
  const tokens: NameToken[] = [];
  let article = '';
  let joined = '';
  for (const word of named) {
    if (ARTICLES.has(word)) {
      if (joined === '') article = 'el';
      else joined += 'el';
    } else if (JOINED.has(word)) {
      joined += word;
    } else {
      const bare = spellingKey(joined + word);
      tokens.push({ full: article === '' ? bare : spellingKey(article + joined + word), bare });
      article = '';
      joined = '';
    }
  }
  if (joined !== '') tokens.push({ full: spellingKey(joined), bare: spellingKey(joined) });
  return tokens;
}

const ARABIC_JOINED = new Set(['بن', 'بنت', 'عبد', 'ابو', 'بو', 'ايت', 'اولاد']);

/** Splits a folded Arabic name into words that can be compared: the article set apart, `بن` and `عبد` joined with the next word. */
export function arabicTokens(folded: string): readonly NameToken[] {
  const tokens: NameToken[] = [];
  let joined = '';
  for (const word of folded.split(' ')) {
    if (word === '') continue;
    if (ARABIC_JOINED.has(word)) {
      joined += word;
      continue;
    }
    const full = joined + word;
    tokens.push({
      full,
      bare: joined === '' && word.length > 4 && word.startsWith('ال') ? word.slice(2) : full,
    });
    joined = '';
  }
  if (joined !== '') tokens.push({ full: joined, bare: joined });
  return tokens;
}
