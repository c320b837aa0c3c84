import type { Medicine } from './medicine.ts';

const plain = (text: string): string => text.replaceAll(/\s/g, '').toLowerCase();

/**
 * What a box is called where people read it: its name, and its strength where the list keeps that apart. A name that says the
 * strength of the first substance says what people know the box by.
 */
export function medicineWords({
  name,
  strength = '',
}: {
  readonly name: Medicine['name'];
  readonly strength?: Medicine['strength'];
}): string {
  const [first = ''] = strength.split('/');
  return strength === '' || plain(name).includes(plain(first)) ? name : `${name} ${strength}`;
}
