/** Id of the row of a field on the page. */
export const rowId = (key: string): string => `field-${key}`;

/** Id of the button that takes over when every field was looked at. */
export const SUBMIT_ID = 'submit-review';
/** The button that takes a claim. */
export const TAKE_ID = 'take-review';

/** Puts the focus into a field, with its text chosen so that typing replaces it. */
export function focusField(key: string): void {
  const row = document.getElementById(rowId(key));
  const input = row?.querySelector<HTMLInputElement>('input:checked') ?? row?.querySelector('input');
  if (input === null || input === undefined) return;
  input.focus({ preventScroll: true });
  if (input.type === 'text') input.select();
  row?.scrollIntoView({ block: 'nearest' });
}
