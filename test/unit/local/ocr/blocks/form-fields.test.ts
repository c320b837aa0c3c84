import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFormFields, type FormField } from '../../../../../local/ocr/blocks/form-fields.ts';
import type { Corner, RecognisedPage, RecognisedText } from '../../../../../local/ocr/engine/ocr-engine.ts';
import { text } from '../support/fake-engine.ts';

type Polygon = RecognisedText['polygon'];

const widthPixels = 1654;
const heightPixels = 2339;

function line(...words: RecognisedText[]): RecognisedPage['lines'][number] {
  const [first, last] = [words[0]!.polygon, words.at(-1)!.polygon];
  return {
    text: words.map((word) => word.text).join(' '),
    confidencePercent: 95,
    polygon: [first[0], last[1], last[2], first[3]],
    words,
  };
}

function box(left: number, top: number, selected: boolean): RecognisedPage['checkBoxes'][number] {
  return { polygon: text('', left, top, 0.02).polygon, confidencePercent: 90, selected };
}

/** A form with what its reader must tell apart: two labels in one line, a value in the next line, boxes, no value. */
const form: RecognisedPage = {
  widthPixels,
  heightPixels,
  lines: [
    line(
      text('Nom', 0.1, 0.1, 0.05),
      text(':', 0.16, 0.1, 0.01),
      text('DUPONT', 0.18, 0.1, 0.1),
      text('Ville', 0.35, 0.1, 0.05),
      text(':', 0.41, 0.1, 0.01),
      text('Fès', 0.43, 0.1, 0.05),
    ),
    line(text('Montant', 0.1, 0.2, 0.08), text('total:', 0.19, 0.2, 0.06)),
    line(text('120,50', 0.3, 0.2, 0.06), text('DH', 0.37, 0.2, 0.03)),
    line(
      text('Sexe', 0.1, 0.3, 0.05),
      text(':', 0.16, 0.3, 0.01),
      text('M', 0.23, 0.3, 0.02),
      text('F', 0.33, 0.3, 0.02),
    ),
    line(text('Cachet:', 0.1, 0.4, 0.08)),
    // Written above the dotted line of its label, and below that of the label before.
    line(text('1979', 0.3, 0.482, 0.08)),
    line(text('Né', 0.1, 0.5, 0.04), text('le:', 0.15, 0.5, 0.04)),
    line(text('en bas', 0.3, 0.618, 0.08)),
    line(text('Visa:', 0.1, 0.6, 0.08)),
  ],
  checkBoxes: [box(0.2, 0.3, true), box(0.3, 0.3, false)],
};

function described(fields: readonly FormField[]): string[] {
  return fields
    .map(({ keyWords, value }) => {
      const key = keyWords.map((word) => word.text).join(' ');
      const entered =
        value.kind === 'words'
          ? value.words.map((word) => word.text).join(' ')
          : String(value.checkBox.selected);
      return `${key} = ${entered}`;
    })
    .sort();
}

/** Turns the whole page about its middle, on a sheet that is large enough. */
function turned(page: RecognisedPage, degrees: number): RecognisedPage {
  const side = 3 * heightPixels;
  const angle = (degrees * Math.PI) / 180;
  const turnCorner = ({ x, y }: Corner): Corner => {
    const [dx, dy] = [(x - 0.5) * widthPixels, (y - 0.5) * heightPixels];
    return {
      x: 0.5 + (dx * Math.cos(angle) - dy * Math.sin(angle)) / side,
      y: 0.5 + (dx * Math.sin(angle) + dy * Math.cos(angle)) / side,
    };
  };
  const turn = <T extends { readonly polygon: Polygon }>(item: T): T => ({
    ...item,
    polygon: item.polygon.map(turnCorner) as unknown as Polygon,
  });
  return {
    widthPixels: side,
    heightPixels: side,
    lines: page.lines.map((each) => ({ ...turn(each), words: each.words.map(turn) })),
    checkBoxes: page.checkBoxes.map(turn),
  };
}

describe('the fields of a form', () => {
  const expected = [
    'Cachet: = ',
    'F = false',
    'M = true',
    'Montant total: = 120,50 DH',
    'Nom : = DUPONT',
    'Né le: = 1979',
    'Sexe : = ',
    'Ville : = Fès',
    'Visa: = ',
  ];

  it('are labels with a colon and what stands right of them, and check boxes with their words', () => {
    expect(described(findFormFields(form))).toEqual(expected);
  });

  it('are the same whichever way the page is turned', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 359 }), (degrees) => {
        // Boxes around turned text are the same only if the frame is turned back exactly.
        expect(described(findFormFields(turned(form, degrees)))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('have a key polygon that begins at the top left of the text on a page that is upside down', () => {
    const [first] = findFormFields(turned(form, 180)).filter(
      (field) => field.keyWords[0]?.text === 'Cachet:',
    );
    const [topLeft, , bottomRight] = first!.keyPolygon;
    expect(topLeft!.x).toBeGreaterThan(bottomRight!.x);
    expect(topLeft!.y).toBeGreaterThan(bottomRight!.y);
  });

  it('are none on a page without labels and boxes', () => {
    expect(
      findFormFields({ ...form, lines: [line(text('Ordonnance', 0.1, 0.1, 0.2))], checkBoxes: [] }),
    ).toEqual([]);
    expect(findFormFields({ ...form, lines: [], checkBoxes: [box(0.2, 0.3, true)] })).toEqual([]);
  });
});
