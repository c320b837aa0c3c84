import { SmallNetwork, type StoredNetwork } from '../../../contexts/pages/domain/small-network.ts';
import type { Random } from '../../../local/samples/random.ts';
import type { LabelledGlyph, LabelledText } from './labelled-glyphs.ts';
import { fitNetwork, type Network } from './network.ts';
import { FITTED_FONTS } from './sheet-fonts.ts';

const FOLDS = 3;
const PART = 1000;
const TEMPERATURES = [0.7, 0.85, 1, 1.2, 1.4, 1.7, 2, 2.5, 3];

/** Texts in fonts, and a network that saw only the other fonts. */
export interface Unseen {
  readonly judged: readonly LabelledText[];
  readonly network: Network;
}

export interface FittedNetwork {
  readonly stored: StoredNetwork;
  /** Fonts as models judge them that did not see them, with the same temperature. */
  readonly unseen: readonly { readonly judged: readonly LabelledText[]; readonly network: SmallNetwork }[];
}

/**
 * Fits a network on all texts. Each font is also judged by one that did not see it: chances are made to come true there.
 * @param fitted which day, and with which command
 */
export function fittedNetwork(
  texts: readonly LabelledText[],
  kinds: number,
  random: Random,
  fitted: Pick<StoredNetwork, 'fittedOn' | 'fittedWith'>,
): FittedNetwork {
  const unseen = Array.from({ length: FOLDS }, (_, fold): Unseen => {
    const isInFold = ({ font }: LabelledText): boolean => FITTED_FONTS.indexOf(font) % FOLDS === fold;
    return {
      judged: texts.filter((text) => text.isArabic && isInFold(text)),
      network: fitNetwork(glyphsOf(texts.filter((text) => !isInFold(text))), kinds, random),
    };
  });
  const temperature = likeliestTemperature(unseen);
  const stored = { ...fitted, ...packed(fitNetwork(glyphsOf(texts), kinds, random)), temperature };
  return {
    stored,
    unseen: unseen.map(({ judged, network }) => ({
      judged,
      network: new SmallNetwork({ ...fitted, ...packed(network), temperature }),
    })),
  };
}

function glyphsOf(texts: readonly LabelledText[]): readonly LabelledGlyph[] {
  return texts.flatMap(({ glyphs }) => glyphs);
}

function packed({ hidden, output }: Network): Pick<StoredNetwork, 'hidden' | 'output'> {
  const rows = (weights: readonly Float32Array[]) =>
    weights.map((row) => Array.from(row, (weight) => Math.round(PART * weight)));
  return { hidden: rows(hidden), output: rows(output) };
}

/** The one by which what is in fonts that the networks did not see is likeliest to be what it is. */
function likeliestTemperature(unseen: readonly Unseen[]): number {
  const likelihoods = TEMPERATURES.map((temperature) => {
    const sums = unseen.map(({ judged, network }) => {
      const judge = new SmallNetwork({ fittedOn: '', fittedWith: '', ...packed(network), temperature });
      return glyphsOf(judged).reduce(
        (sum, { looks, kind }) => sum + Math.log(Math.max(1e-9, judge.chancesOf(looks)[kind] ?? 0)),
        0,
      );
    });
    return sums.reduce((sum, one) => sum + one, 0);
  });
  return TEMPERATURES[likelihoods.indexOf(Math.max(...likelihoods))] ?? 1;
}
