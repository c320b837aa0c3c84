/** Words of plain letters and signs of both scripts, with single spaces between them: nothing to clean. */
const CLEAN = /^(?:[!-~À-ſ\u0620-\u064a]+(?: [!-~À-ſ\u0620-\u064a]+)*)?$/;
/** Marks of writing direction and of joining, zero-width characters, byte order marks: not seen, and not part of what is written. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** Letters as old programs store them, in the form they are drawn in: Arabic presentation forms, ligatures, full width. */
const DRAWN_FORMS = /[\ufb00-\ufdff\ufe70-\ufefc\uff01-\uff5e]+/g;
/** NUL, escape and the like; blanks are none. */
const CONTROL = /[^\P{Cc}\s]/gu;
const REPLACEMENT = '\ufffd';
const TATWEEL = /\u0640/g;

/**
 * A text without what nobody meant to write: outer and doubled blanks, invisible marks, letters in drawn forms; letters and
 * their marks are one (NFC). A control character is shown as U+FFFD in place of being dropped: what is around it may be two
 * texts, so no name, number or day with one is valid.
 */
export function cleanText(text: string): string {
  if (CLEAN.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(DRAWN_FORMS, plainForms)
    .normalize('NFC')
    .replace(CONTROL, REPLACEMENT)
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A vowel mark that is drawn alone stands on a blank, which is none between words. */
const plainForms = (drawn: string): string => drawn.normalize('NFKC').replace(/ (?=\p{M})/gu, '');

/** A name as it is kept: also without the stroke that makes Arabic words longer (tatweel). */
export const cleanName = (text: string): string => cleanText(text).replace(TATWEEL, '');

const PLAIN_LATIN = /^[A-Za-z][A-Za-z '.-]*$/;
/** Letters of the two scripts with the marks of these scripts, and what stands between the words of a name. */
const NAME =
  /^[[\p{L}&&[\p{Script=Latin}\p{Script=Arabic}]][\p{M}&&[\p{Script_Extensions=Latin}\p{Script_Extensions=Arabic}\u0300-\u036f]] '’‘ʼ`´.\-‐‑–]+$/v;
/** No letter of a name has so many marks: they would stand over the lines around. */
const STACKED_MARKS = /\p{M}{5}/u;
const LETTER = /\p{L}/u;
/** Letters that no Latin or Arabic name has; Cyrillic and Greek ones look like Latin ones. */
const OF_LATIN = /\p{Script=Latin}/u;
/** With the marks that stand on Arabic letters. */
const OF_ARABIC = /\p{Script_Extensions=Arabic}/u;
const OF_OTHER_SCRIPT = /[\p{L}--[\p{Script=Latin}\p{Script=Arabic}\u02bc]]/v;
/** Longer than the longest names, with all names of the ancestors; more is another text in the wrong column. */
const MAX_CHARACTERS = 100;

/** Whether a clean text can be a person's name: letters of Latin or Arabic script, and no word of both. */
export function isNameText(text: string): boolean {
  if (text.length > MAX_CHARACTERS) return false;
  if (PLAIN_LATIN.test(text)) return true;
  return NAME.test(text) && LETTER.test(text) && !STACKED_MARKS.test(text) && !mixesScripts(text);
}

/**
 * Whether a word has letters of two scripts, as texts have that were read in the wrong encoding, or that are to look like
 * another text.
 */
export function mixesScripts(text: string): boolean {
  return text.split(/\s+/u).some((word) => {
    const scripts = [OF_LATIN, OF_ARABIC, OF_OTHER_SCRIPT].filter((script) => script.test(word));
    return scripts.length > 1;
  });
}

/** Whether a text that people type can be kept: no control character, no word in two scripts. */
export const isPlainText = (text: string): boolean => !text.includes(REPLACEMENT) && !mixesScripts(text);
