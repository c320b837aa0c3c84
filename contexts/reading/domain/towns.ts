import { distance } from 'fastest-levenshtein';
import { foldLatin } from '#shared';

/** Prefectures, capitals of provinces and the larger towns of Morocco, as they are written in French. */
const NAMES = `
Agadir, Ahfir, Ain Harrouda, Aïn Taoujdate, Aït Melloul, Aït Ourir, Al Aaroui, Al Hoceïma, Assa, Assilah, Azemmour,
Azilal, Azrou, Ben Ahmed, Ben Guerir, Ben Slimane, Béni Ansar, Béni Mellal, Berkane, Berrechid, Biougra, Bouarfa,
Boujdour, Boujniba, Boulemane, Bouskoura, Bouznika, Casablanca, Chefchaouen, Chichaoua, Dakhla, Dar Bouazza, Dcheira,
Demnate, Deroua, Drarga, Driouch, El Aïoun, El Hajeb, El Jadida, El Kelaa des Sraghna, El Menzel, Erfoud, Errachidia,
Es-Semara, Essaouira, Fès, Figuig, Fnideq, Fquih Ben Salah, Goulmima, Guelmim, Guercif, Had Soualem, Ifrane,
Imouzzer Kandar, Imzouren, Inezgane, Jerada, Jorf El Melha, Kalaat MGouna, Kariat Ba Mohamed, Kasba Tadla,
Kelaat Sraghna, Kénitra, Khémisset, Khénifra, Khouribga, Ksar El Kébir, Laâyoune, Larache, Lqliâa, Marrakech, Martil,
Mdiq, Mechra Bel Ksiri, Médiouna, Mehdia, Meknès, Midar, Midelt, Missour, Mohammedia, Moulay Idriss Zerhoun, Mrirt,
Nador, Nouaceur, Ouarzazate, Ouazzane, Oued Zem, Oujda, Oulad Teima, Oulmès, Rabat, Rommani, Safi, Saïdia, Salé,
Sefrou, Settat, Sidi Bennour, Sidi Ifni, Sidi Kacem, Sidi Rahal, Sidi Slimane, Sidi Yahia El Gharb, Skhirat,
Souk El Arbaa, Souk Sebt, Tafraout, Taghazout, Tahla, Tamesna, Tanger, Tan-Tan, Taounate, Taourirt, Tarfaya, Taroudant,
Tata, Taza, Témara, Temsia, Tétouan, Tiflet, Tinghir, Tinjdad, Tit Mellil, Tiznit, Youssoufia, Zagora, Zaïo, Zouagha`;

const keyOf = (text: string): string => foldLatin(text).replace(/[^a-z]/g, '');

const towns: ReadonlyMap<string, string> = new Map(
  NAMES.trim()
    .split(/,\s+/)
    .map((name) => [keyOf(name), name] as const),
);

/** The most words of a name: `El Kelaa des Sraghna`. */
export const MOST_TOWN_WORDS = 4;
/** Longer names are known also where OCR is a letter off; `Sale` and `Safi` are not. */
const SHORTEST_NAME_TO_MEND = 6;

/** Whether a text is the name of a town as it is written: many are called after one, a letter off it (`Ouazzani`, `Larachi`). */
export function isTown(text: string): boolean {
  return towns.has(keyOf(text));
}

/**
 * The town that a text names, as its name is written; undefined where it names none.
 * @param text nothing but the name, in Latin letters
 */
export function townOf(text: string): string | undefined {
  const key = keyOf(text);
  const exact = towns.get(key);
  if (exact !== undefined || key.length < SHORTEST_NAME_TO_MEND) return exact;
  const near = [...towns.keys()].filter((name) => distance(name, key) === 1);
  const [only, ...others] = near;
  return only === undefined || others.length > 0 ? undefined : towns.get(only);
}
