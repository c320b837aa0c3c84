import type { Random } from '../../random.ts';
import { asOnForm } from '../../scenarios/calendar.ts';
import { ribOf } from '../../scenarios/household.ts';
import type { CareFormFields } from '../../truth.ts';
import type { AnyClaim, PersonOnForm } from '../claim/any-claim.ts';
import type { FormDesign, SectionName } from '../design/form-design.ts';
import type { LabelName } from '../wordings/label-wordings.ts';
import type { FormItem } from './form-item.ts';
import { printAmount, printDate, printRib, type AmountStyle } from './print-styles.ts';

/** All that a form says, before it has a place. */
export interface FormContent {
  /** What is printed, in the one way of writing that truths have; without what the form leaves out. */
  readonly fields: CareFormFields;
  readonly items: ReadonlyMap<SectionName, readonly FormItem[]>;
  readonly dossier: FormItem | undefined;
  readonly signing: readonly FormItem[];
  readonly total: string;
}

const LINK_VALUES = { insured: 'assure', spouse: 'conjoint', child: 'enfant' } as const;
const LINK_LABELS = { insured: 'self', spouse: 'spouse', child: 'child' } as const satisfies Record<
  AnyClaim['link'],
  LabelName
>;
const CANONICAL: AmountStyle = { decimal: ',', thousands: ' ', unit: '', isShort: false };

/** Writes a claim as the form of a design has it. */
export function formContent(claim: AnyClaim, design: FormDesign, random: Random): FormContent {
  const writer = new ItemWriter(design, random);
  const { household, insured, patient, provider } = claim;
  const isPatientOmitted = claim.link === 'insured' && design.isPatientPartOmitted;
  const { has, inpeIn } = design;
  const rib = ribOf(household.account ?? '');
  const city = provider.place;
  const dossier = random.pick([
    `${claim.day.slice(0, 4)}-${random.digits(random.pick([5, 6, 7]))}`,
    `${random.pick(['A', 'B', 'F', 'M'])}-${random.digits(6)}`,
    random.digits(random.pick([5, 7, 9, 10])),
  ]);
  const total = printAmount(claim.totalCentimes, design.amount);
  const ribItem = has.rib ? [writer.rib(rib)] : [];
  const isRibWithInsured = !design.sections.includes('payment');

  const insuredItems = [
    ...shuffledSome(
      [
        writer.number('immatriculation', 'immatriculation', household.registrationNumber, 9),
        writer.number('cin', 'cin', household.cin, 8),
        ...writer.name('nom_prenom', 'insuredName', insured),
        ...(has.birthDate ? [writer.date('date_naissance', 'birthDate', household.birthDate)] : []),
      ],
      random,
    ),
    ...(has.address ? [writer.text('adresse', 'address', `${household.address}, ${household.city}`)] : []),
    ...(has.phone ? [writer.text(undefined, 'phone', printPhone(household.phone ?? '', random))] : []),
    ...(has.expenses ? [writer.text('montant_frais', 'expenses', total)] : []),
    ...(has.attachments ? [writer.text('pieces_jointes', 'attachments', '0')] : []),
    ...(isRibWithInsured ? ribItem : []),
  ];
  const patientItems = isPatientOmitted
    ? []
    : [
        ...shuffledSome(
          [
            ...writer.name('patient', 'patientName', patient),
            writer.date('patient_naissance', 'patientBirthDate', patient.birthDate),
          ],
          random,
        ),
        ...writer.link(claim.link),
        ...(has.sex ? [writer.sex(patient.sex)] : []),
      ];
  const providerItems = [
    ...shuffledSome(
      [
        writer.text('medecin', 'doctorName', provider.name),
        ...(has.specialty ? [writer.text('specialite', 'specialty', provider.specialty)] : []),
        ...(inpeIn.field ? [writer.number('inpe', 'inpe', provider.inpe, 9)] : []),
      ],
      random,
    ),
    ...(has.ice ? [writer.text(undefined, 'ice', `00${random.digits(13)}`)] : []),
    ...(has.taxNumber ? [writer.text(undefined, 'taxNumber', random.digits(random.pick([8, 9])))] : []),
  ];
  const { columns } = design.table;
  const fields: CareFormFields = {
    ...(has.purpose ? { objet: 'execution' } : {}),
    ...(has.dossier ? { dossier } : {}),
    immatriculation: household.registrationNumber,
    cin: household.cin,
    nom_prenom: nameAsPrinted(insured, design),
    ...(has.birthDate ? { date_naissance: asOnForm(household.birthDate) } : {}),
    ...(has.address ? { adresse: `${household.address}, ${household.city}` } : {}),
    ...(has.expenses ? { montant_frais: printAmount(claim.totalCentimes, CANONICAL) } : {}),
    ...(has.attachments ? { pieces_jointes: '0' } : {}),
    ...(isPatientOmitted
      ? {}
      : {
          ...(design.link === 'absent' ? {} : { beneficiaire: LINK_VALUES[claim.link] }),
          ...(has.sex ? { sexe: patient.sex } : {}),
          patient: nameAsPrinted(patient, design),
          patient_naissance: asOnForm(patient.birthDate),
        }),
    medecin: provider.name,
    inpe: provider.inpe,
    ...(has.specialty ? { specialite: provider.specialty } : {}),
    actes: claim.acts.map((act) => {
      const isCounted = columns.includes('quantity');
      return {
        date: asOnForm(act.day),
        code: act.letter,
        coefficient: (isCounted ? act.coefficient : act.coefficient * act.quantity).toString(),
        montant: printAmount(act.billedCentimes, CANONICAL),
        ...(isCounted ? { quantite: act.quantity.toString() } : {}),
        ...(columns.includes('inpe') ? { inpe: provider.inpe } : {}),
      };
    }),
    total: printAmount(claim.totalCentimes, CANONICAL),
    ...(has.rib ? { rib } : {}),
    ville: city,
    date_signature: asOnForm(claim.signedOn),
  };
  return {
    fields,
    items: new Map<SectionName, readonly FormItem[]>([
      ['insured', insuredItems],
      ['patient', patientItems],
      ['provider', providerItems],
      ['acts', []],
      ['payment', isRibWithInsured ? [] : ribItem],
    ]),
    dossier: has.dossier ? { kind: 'text', field: 'dossier', label: 'dossier', text: dossier } : undefined,
    signing: [
      { kind: 'text', field: 'ville', label: 'place', text: city },
      writer.date('date_signature', 'signedOn', claim.signedOn),
    ],
    total,
  };
}

/** Family name and given name in the order of the form. */
function nameAsPrinted({ family, given }: PersonOnForm, { name }: FormDesign): string {
  return name === 'given-first' ? `${given} ${family}` : `${family} ${given}`;
}

/** Designers keep the usual order more often than not. */
function shuffledSome<T>(items: readonly T[], random: Random): readonly T[] {
  if (random.next() < 0.5) return items;
  return items
    .map((item) => ({ item, at: random.next() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

function printPhone(phone: string, random: Random): string {
  const local = phone.replace('+212', '0');
  return random.pick([local.replace(/(\d\d)(?=\d)/g, '$1 '), local, local.replace(/(\d\d)(?=\d)/g, '$1.')]);
}

class ItemWriter {
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

  link(link: AnyClaim['link']): readonly FormItem[] {
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
