import { describe, expect, it } from 'vitest';

import { careFormSheet, filling } from '../../../support/care-form-sheet.ts';
import { printDocument } from '../../../support/ocr-builder.ts';
import { expected, onlyForm, plainValues, styles } from '../../../support/read-forms.ts';

describe('the layout of the form', () => {
  it.each(styles)('is read with %s', (_, style) => {
    expect(plainValues(onlyForm(printDocument(careFormSheet(filling, style))))).toEqual(expected);
  });

  it.each(styles)('is read on a page that is askew by up to 5 degrees, with %s', (_, style) => {
    for (const skewDegrees of [-5, -2.5, 1.3, 5]) {
      expect(plainValues(onlyForm(printDocument({ ...careFormSheet(filling, style), skewDegrees })))).toEqual(
        expected,
      );
    }
  });

  it.each([1, 2, 3] as const)('is read on a page that lies turned by %i quarters', (quarterTurns) => {
    for (const skewDegrees of [-4, 0, 4]) {
      const sheet = { ...careFormSheet(filling, { side: 'right' }), quarterTurns, skewDegrees };
      expect(plainValues(onlyForm(printDocument(sheet)))).toEqual(expected);
    }
  });

  it('gives each field the box of its words on the page as it was scanned', () => {
    const sheet = { ...careFormSheet(filling, { side: 'right' }), quarterTurns: 2 as const };
    const { source } = onlyForm(printDocument(sheet)).registrationNumber!;
    // Printed 112 mm from the left and 32 mm from the top of a sheet that lies upside down.
    expect(source.page).toBe(1);
    expect(source.box.left + source.box.width).toBeCloseTo(1 - 112 / 210, 2);
    expect(source.box.top + source.box.height).toBeCloseTo(1 - 32.3 / 297, 2);
  });
});
