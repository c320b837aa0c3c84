import type { Random } from '../../random.ts';
import type { CareTypeOnForm, ClaimOnForm, PersonOnForm } from '../claim/any-claim.ts';
import type { FormDesign } from '../design/form-design.ts';
import type { LabelName } from '../wordings/label-wordings.ts';
import type { FormItem } from './form-item.ts';
import { printDate, printRib } from './print-styles.ts';

export const LINK_VALUES = { insured: 'assure', spouse: 'conjoint', child: 'enfant' } as const;
const LINK_LABELS = { insured: 'self', spouse: 'spouse', child: 'child' } as const satisfies Record<
  ClaimOnForm['link'],
  LabelName
>;
const CARE_TYPES = ['illness', 'maternity', 'hospitalisation', 'accident'] as const;
export const CARE_TYPE_VALUES = {
  illness: 'maladie',
  maternity: 'maternite',
  hospitalisation: 'hospitalisation',
  accident: 'accident',
} as const satisfies Record<CareTypeOnForm, string>;

/** Family name and given name in the order of the form. */
export function nameAsPrinted({ family, given }: PersonOnForm, { name }: FormDesign): string {
  return name === 'given-first' ? `${given} ${family}` : `${family} ${given}`;
}

/** Writes items as the form of a design has them. */
export class ItemWriter {
  readonly #design: FormDesign;
  readonly #random: Random;

  constructor(design: FormDesign, random: Random) {
    this.#design = design;
    this.#random = random;
  }

  text(field: string | undefined, label: LabelName, text: string): FormItem {
    return { kind: 'text', label, text, ...(field === undefined ? {} : { field }) };
  }

  number(field: string, label: LabelName, text: string, cellCount: number): FormItem {
    return this.#design.cells.numbers
      ? { kind: 'cells', field, label, text, cellCount }
      : this.text(field, label, text);
  }

  date(field: string, label: LabelName, day: string): FormItem {
    const { cells, date } = this.#design;
    if (!cells.dates) return this.text(field, label, printDate(day, date));
    const digits = printDate(day, 'spaces').replaceAll(' ', cells.dateSeparator);
    return { kind: 'cells', field, label, text: digits, cellCount: digits.length };
  }

  rib(rib: string): FormItem {
    return this.#design.rib === 'cells'
      ? { kind: 'cells', field: 'rib', label: 'rib', text: rib, cellCount: 24 }
      : this.text('rib', 'rib', printRib(rib, this.#design.rib));
  }

  name(field: string, label: LabelName, person: PersonOnForm): readonly FormItem[] {
    const { name, cells } = this.#design;
    if (name === 'family-first' || name === 'given-first') {
      const text = nameAsPrinted(person, this.#design);
      const arabic = `${person.givenArabic} ${person.familyArabic}`;
      const isInBoth = this.#design.has.arabicNames;
      return [this.text(field, label, text), ...(isInBoth ? [this.text(undefined, label, arabic)] : [])];
    }
    const part = (partLabel: LabelName, text: string): FormItem =>
      cells.names
        ? { kind: 'cells', field, label: partLabel, text, cellCount: Math.max(14, text.length) }
        : this.text(field, partLabel, text);
    const parts = [part('familyName', person.family), part('givenName', person.given)];
    return name === 'apart' ? parts : parts.toReversed();
  }

  link(link: ClaimOnForm['link']): readonly FormItem[] {
    const { link: style, labelOf, language, linkLetters } = this.#design;
    if (style === 'absent') return [];
    if (style === 'ticks') {
      const options = (['insured', 'spouse', 'child'] as const).map((one) => ({
        name: LINK_LABELS[one],
        value: LINK_VALUES[one],
        isTicked: one === link,
      }));
      return [
        {
          kind: 'ticks',
          field: 'beneficiaire',
          label: 'link',
          options,
          isBoxAfter: this.#random.next() < 0.15,
        },
      ];
    }
    if (style === 'letter' && language !== 'ar')
      return [this.text('beneficiaire', 'link', linkLetters[link])];
    const wording = labelOf(LINK_LABELS[link]);
    return [this.text('beneficiaire', 'link', language === 'ar' ? wording.ar : wording.fr)];
  }

  careType(careType: CareTypeOnForm, isBoxAfter: boolean): FormItem {
    return {
      kind: 'ticks',
      field: 'type_soins',
      label: 'careType',
      options: CARE_TYPES.map((name) => ({
        name,
        value: CARE_TYPE_VALUES[name],
        isTicked: name === careType,
      })),
      isBoxAfter,
    };
  }

  sex(sex: 'M' | 'F'): FormItem {
    const { link, labelOf, language } = this.#design;
    if (link === 'ticks')
      return {
        kind: 'ticks',
        field: 'sexe',
        label: 'sex',
        options: [
          { name: 'male', value: 'M', isTicked: sex === 'M' },
          { name: 'female', value: 'F', isTicked: sex === 'F' },
        ],
        isBoxAfter: false,
      };
    const wording = labelOf(sex === 'M' ? 'male' : 'female');
    return this.text('sexe', 'sex', language === 'ar' ? wording.ar : sex);
  }
}
