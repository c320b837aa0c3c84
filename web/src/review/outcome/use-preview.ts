import { keepPreviousData } from '@tanstack/react-query';
import type { DecisionPreview, Review } from '../../../../contexts/review/api/review.ts';
import type { DocumentKind, RejectionCode } from '../../../../contexts/shared/reasons/schemas.ts';
import { api } from '../../api/client.ts';
import { fieldKey } from '../field-order.ts';

export interface Preview {
  /** Of the review as it stands, or of the version before while that of this one is on its way. */
  readonly preview: DecisionPreview | undefined;
  /** Whether it is of an earlier version. */
  readonly isOld: boolean;
  readonly problem: unknown;
}

/** Another step than validating. */
interface OtherStep {
  readonly rejection?: RejectionCode | undefined;
  readonly documents?: readonly DocumentKind[] | undefined;
}

/**
 * What the rules would decide of a claim as it was stored last, or what another step leads to.
 * @param isAsked whether somebody can do it now
 */
export function usePreview(
  { claimId, version }: Pick<Review, 'claimId' | 'version'>,
  isAsked: boolean,
  { rejection, documents }: OtherStep = {},
): Preview {
  const query = api.useQuery(
    'get',
    '/api/console/reviews/{claimId}/preview',
    {
      params: {
        path: { claimId },
        query: {
          version,
          ...(rejection !== undefined && { rejection }),
          ...(documents !== undefined && { documents: documents.join(',') }),
        },
      },
    },
    { enabled: isAsked, placeholderData: keepPreviousData },
  );
  return { preview: query.data, isOld: query.isPlaceholderData, problem: query.error };
}

/** Keys of the fields because of which the claim would not go on: somebody has to look at them. */
export const stopsOf = ({ preview }: Preview): ReadonlySet<string> =>
  new Set(
    preview?.findings
      .filter(({ kind }) => kind === 'doubt' || kind === 'missing')
      .flatMap(({ places }) => places.map(fieldKey)),
  );
