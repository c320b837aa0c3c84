import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema.d.ts';
import { Badge } from '../ui/values.tsx';

export type Place = components['schemas']['MyClaimSummary']['place'];

const tones = {
  received: 'neutral',
  'in-review': 'info',
  'partly-in-review': 'info',
  'waiting-for-you': 'warning',
  refused: 'danger',
  accepted: 'info',
  'payment-on-its-way': 'info',
  paid: 'success',
  'payment-held': 'warning',
} as const satisfies Record<Place, string>;

export const toneOf = (place: Place) => tones[place];

/** Before that, nothing paid says nothing yet. */
export const isDecided = (place: Place): boolean =>
  place !== 'received' && place !== 'in-review' && place !== 'waiting-for-you';

/** Where a claim is, in a word or two. */
export function PlaceBadge({ place }: { readonly place: Place }) {
  const { t } = useTranslation('portal');
  return <Badge tone={tones[place]}>{t(`place.${place}.word`)}</Badge>;
}
