/**
 * Keys of the review. They go by the place of a key, not by what is printed on it: a reviewer's keyboard may be French (AZERTY) or
 * Arabic, so letters whose place differs (A, Q, W, Z, M) are not used. None of them means left or right of the page: all work the
 * same from right to left; arrows in the image move it the way they point.
 */
const fieldCommands = ['accept', 'previousField', 'nextField', 'putBack', 'none', 'alternative'] as const;

/** Commands of the whole page. */
export const pageCommands = [
  'addLine',
  'addBox',
  'removeLine',
  'switchPane',
  'previousPage',
  'nextPage',
  'zoomOut',
  'zoomIn',
  'turn',
  'fit',
  'center',
  'surroundings',
  'save',
  'submit',
  'reject',
  'document',
  'split',
  'release',
  'override',
  'escalate',
  'settle',
  'history',
  'shortcuts',
] as const;
export type PageCommand = (typeof pageCommands)[number];

export const reviewCommands = [...fieldCommands, ...pageCommands] as const;
export type ReviewCommand = (typeof reviewCommands)[number];

export interface Shortcut {
  /** As react-hotkeys-hook takes it: modifiers, then the code of the key. */
  readonly keys: string;
  /** As it is shown, the same in both languages. */
  readonly shown: readonly string[];
  readonly group: 'field' | 'line' | 'image' | 'claim';
}

export const shortcuts: Readonly<Record<ReviewCommand, Shortcut>> = {
  accept: { keys: 'enter', shown: ['Enter'], group: 'field' },
  previousField: { keys: 'arrowup', shown: ['↑'], group: 'field' },
  nextField: { keys: 'arrowdown', shown: ['↓'], group: 'field' },
  putBack: { keys: 'escape', shown: ['Esc'], group: 'field' },
  none: { keys: 'f4', shown: ['F4'], group: 'field' },
  alternative: { keys: 'alt+digit', shown: ['Alt', '1…9'], group: 'field' },
  addLine: { keys: 'alt+i', shown: ['Alt', 'I'], group: 'line' },
  addBox: { keys: 'alt+b', shown: ['Alt', 'B'], group: 'line' },
  removeLine: { keys: 'alt+x', shown: ['Alt', 'X'], group: 'line' },
  switchPane: { keys: 'f6', shown: ['F6'], group: 'image' },
  previousPage: { keys: 'pageup', shown: ['PgUp'], group: 'image' },
  nextPage: { keys: 'pagedown', shown: ['PgDn'], group: 'image' },
  zoomOut: { keys: 'f7', shown: ['F7'], group: 'image' },
  zoomIn: { keys: 'f8', shown: ['F8'], group: 'image' },
  turn: { keys: 'f9', shown: ['F9'], group: 'image' },
  fit: { keys: 'f10', shown: ['F10'], group: 'image' },
  center: { keys: 'f2', shown: ['F2'], group: 'image' },
  surroundings: { keys: 'alt+k', shown: ['Alt', 'K'], group: 'image' },
  save: { keys: 'ctrl+s', shown: ['Ctrl', 'S'], group: 'claim' },
  submit: { keys: 'ctrl+enter', shown: ['Ctrl', 'Enter'], group: 'claim' },
  reject: { keys: 'alt+r', shown: ['Alt', 'R'], group: 'claim' },
  document: { keys: 'alt+d', shown: ['Alt', 'D'], group: 'claim' },
  split: { keys: 'alt+s', shown: ['Alt', 'S'], group: 'claim' },
  release: { keys: 'alt+l', shown: ['Alt', 'L'], group: 'claim' },
  override: { keys: 'alt+o', shown: ['Alt', 'O'], group: 'claim' },
  escalate: { keys: 'alt+u', shown: ['Alt', 'U'], group: 'claim' },
  settle: { keys: 'alt+g', shown: ['Alt', 'G'], group: 'claim' },
  history: { keys: 'alt+h', shown: ['Alt', 'H'], group: 'claim' },
  shortcuts: { keys: 'f1', shown: ['F1'], group: 'claim' },
};

/** 1 to 9 for the digit keys of the upper row and of the keypad; undefined for any other key. */
export function digitOf(code: string): number | undefined {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit === undefined ? undefined : Number(digit);
}
