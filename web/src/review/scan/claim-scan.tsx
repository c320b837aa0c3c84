import { useState, type Ref } from 'react';
import type { Review, ReviewField } from '../../../../contexts/review/api/review.ts';
import { api } from '../../api/client.ts';
import { ProblemNotice } from '../../ui/states.tsx';
import { placeNear } from './place-near.ts';
import type { ScanControls } from './scan-tools.tsx';
import { ScanViewer } from './scan-viewer.tsx';

interface ClaimScanProps {
  readonly review: Review;
  /** Key of the field in the focus. */
  readonly active: string | undefined;
  readonly fieldOf: (key: string) => ReviewField | undefined;
  readonly ref: Ref<ScanControls>;
}

const ASK_AGAIN_MILLISECONDS = 2_000;
/** Addresses of pictures are good for five minutes. */
const RENEW_MILLISECONDS = 4 * 60_000;

/** The pages of a claim; the page of the field in the focus comes up by itself. */
export function ClaimScan({ review, active, fieldOf, ref }: ClaimScanProps) {
  const query = api.useQuery(
    'get',
    '/api/console/claims/{claimId}/pages',
    { params: { path: { claimId: review.claimId } } },
    {
      staleTime: RENEW_MILLISECONDS,
      refetchInterval: ({ state }) => (state.data?.isComplete === false ? ASK_AGAIN_MILLISECONDS : false),
    },
  );
  const [page, setPage] = useState(() => review.pages.find(({ isOfClaim }) => isOfClaim)?.page ?? 1);
  const field = active === undefined ? undefined : fieldOf(active);
  const source = field?.source;
  const near = source === undefined && field !== undefined ? placeNear(field, review.fields) : undefined;
  // The page turns to a field when it gets the focus, and may be turned away from it again.
  const [followed, setFollowed] = useState(active);
  if (followed !== active) {
    setFollowed(active);
    const place = source ?? near;
    if (place !== undefined) setPage(place.page);
  }
  const images = new Map(query.data?.pages.map((image) => [image.page, image]));
  if (query.error !== null && query.data === undefined)
    return <ProblemNotice problem={query.error} area="review" onRetry={() => void query.refetch()} />;
  return (
    <ScanViewer
      ref={ref}
      pages={review.pages.map((known) => {
        const image = images.get(known.page);
        return {
          ...known,
          url: image?.url,
          widthPixels: image?.widthPixels,
          heightPixels: image?.heightPixels,
        };
      })}
      isPending={query.data?.isComplete !== true}
      page={page}
      onPage={setPage}
      mark={source}
      near={near}
      onFailed={() => void query.refetch()}
    />
  );
}
