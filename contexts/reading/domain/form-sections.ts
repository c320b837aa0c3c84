import type { LabelAnchor } from './label-anchors.ts';
import type { LabelName, SectionName } from './label-lexicon/label-entry.ts';
import { middleY, type PageFrame } from './page-frame.ts';

interface Heading {
  readonly section: SectionName;
  readonly left: number;
  readonly y: number;
}

const sectionOfLabel: Partial<Record<LabelName, SectionName>> = {
  'section.insured': 'insured',
  'section.patient': 'patient',
  'section.provider': 'provider',
  'section.payment': 'payment',
};

/** `Assuré(e)` is a box to tick where `Conjoint` or `Enfant` stand near, else the heading of the insured's part. */
function isHeadingOfInsured(label: LabelAnchor, labels: readonly LabelAnchor[], frame: PageFrame): boolean {
  if (label.name !== 'optionInsured') return false;
  return !labels.some(
    (other) =>
      (other.name === 'optionSpouse' || other.name === 'optionChild') &&
      Math.abs(middleY(other) - middleY(label)) < 8 * frame.lineHeight,
  );
}

/** Something that stands in a part of the form: a label, a value. */
type Placed = Pick<LabelAnchor, 'left' | 'top' | 'bottom'>;

/**
 * Tells to which part of the form something belongs: that of the nearest heading above it; where two headings stand side
 * by side, the one that begins last before it.
 */
export function sectionFinder(
  labels: readonly LabelAnchor[],
  frame: PageFrame,
): (placed: Placed) => SectionName | undefined {
  const headings = labels.flatMap((label): readonly Heading[] => {
    const section = isHeadingOfInsured(label, labels, frame) ? 'insured' : sectionOfLabel[label.name];
    return section === undefined ? [] : [{ section, left: label.left, y: middleY(label) }];
  });
  return (placed) => {
    const above = headings.filter((heading) => heading.y < middleY(placed) + 0.3 * frame.lineHeight);
    const nearest = Math.max(...above.map((heading) => heading.y));
    const band = above
      .filter((heading) => nearest - heading.y < 2 * frame.lineHeight)
      .sort((a, b) => a.left - b.left);
    const before = band.filter((heading) => heading.left < placed.left + 3 * frame.characterWidth);
    return (before.at(-1) ?? band.at(0))?.section;
  };
}
