import { describe, expect, it } from 'vitest';
import { printDocument, type PrintedText } from '../../../support/ocr-builder.ts';
import { onlyForm } from '../../../support/read-forms.ts';

const at = (text: string, x: number, y: number): PrintedText => ({ text, x, y });
const acts: readonly PrintedText[] = [
  at('N° immatriculation :', 15, 40),
  at('284609157', 60, 40),
  at('05/10/2026', 15, 120),
  at('CS', 60, 120),
  at('250,00', 160, 120),
];
const formOf = (...texts: readonly PrintedText[]) => onlyForm(printDocument({ texts: [...acts, ...texts] }));

describe('the town of signature that no known label stands at', () => {
  it.each<[string, readonly PrintedText[]]>([
    ['before the day', [at('y+ Salé', 15, 200), at('07/10/2026', 60, 200)]],
    ['above it', [at('Salé', 60, 194), at('07/10/2026', 60, 200)]],
    [
      'and not that of a stamp beside it',
      [at('Salé', 15, 200), at('07/10/2026', 60, 200), at('Pédiatrie - Rabat', 130, 200)],
    ],
  ])('is the one %s', (_, texts) => {
    expect(formOf(...texts).city?.value).toBe('Salé');
  });

  it.each<[string, readonly PrintedText[]]>([
    ['where no day of signature is', [at('Salé', 15, 200)]],
    ['far from the day', [at('Salé', 15, 260), at('07/10/2026', 60, 200)]],
    ['in a line of other words', [at('Psychiatrie - Salé', 60, 194), at('07/10/2026', 60, 200)]],
  ])('is not told %s', (_, texts) => {
    expect(formOf(...texts).city).toBeUndefined();
  });

  it('is cut out of what stands at its label', () => {
    expect(formOf(at('Fait à Settat en date du', 15, 200), at('07/10/2026', 90, 200)).city?.value).toBe(
      'Settat',
    );
  });
});

describe('the address that no known label stands at', () => {
  it.each(['12, rue Ibn Sina, Agadir', 'Hay Salam Imm 4, Fès', 'Douar Ait Ali, Tiznit'])(
    'is written as one near the insured: %s',
    (address) => {
      expect(formOf(at(address, 15, 50)).address?.value).toBe(address);
    },
  );

  it('is not that of the provider', () => {
    const texts = [
      at('Dr ALAOUI Samira', 15, 150),
      at('INPE 068244277', 15, 158),
      at('4, rue Atlas, Rabat', 15, 166),
    ];
    expect(formOf(...texts).address).toBeUndefined();
  });

  it('is not the sentence that tells where to send the form', () => {
    const texts = [
      at('Document à adresser dans les deux mois', 15, 260),
      at('12, rue Ibn Sina, Agadir', 15, 50),
    ];
    expect(formOf(...texts).address?.value).toBe('12, rue Ibn Sina, Agadir');
  });
});
