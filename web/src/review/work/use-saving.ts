import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Review } from '../../../../contexts/review/api/review.ts';
import { api } from '../../api/client.ts';
import { problemOf } from '../../api/problem.ts';
import { toCorrections, withoutStored, type Draft, type SaveCorrections } from '../draft.ts';
import type { SaveState } from './review-work.ts';
import { useReviewCache } from './review-query.ts';
import { useRenewedHold } from './use-renewed-hold.ts';

/** What was keyed is stored once the hands rest, so that nothing is lost and not every key asks the server. */
const REST_MILLISECONDS = 1_500;

const NOTHING: Draft = new Map();

/** Keeps the draft of a claim, and stores it: by itself after a while, before lines change, and when it is asked to. @param isStored whether it may be stored now */
export function useSaving(review: Review, isStored: boolean) {
  const { claimId } = review;
  const [draft, setDraft] = useState<Draft>(NOTHING);
  const [isFailed, setFailed] = useState(false);
  const store = api.useMutation('post', '/api/console/reviews/{claimId}/corrections');
  const hold = api.useMutation('post', '/api/console/reviews/{claimId}/hold');
  const { replace, refresh } = useReviewCache(claimId);
  const latest = useRef({ draft, review });
  const running = useRef<Promise<Review | undefined>>(undefined);
  useEffect(() => {
    latest.current = { draft, review };
  }, [draft, review]);

  const post = async (body: SaveCorrections, sent: Draft): Promise<Review | undefined> => {
    try {
      const stored = await store.mutateAsync({ params: { path: { claimId } }, body });
      latest.current = { review: stored, draft: withoutStored(latest.current.draft, sent) };
      await replace(stored);
      setDraft((before) => withoutStored(before, sent));
      setFailed(false);
      return stored;
    } catch (fault) {
      setFailed(true);
      // Someone else was here, or the time is over: the page shows how it stands now, what was keyed is kept.
      if (problemOf(fault).status === 409) await refresh();
      return undefined;
    }
  };

  const inTurn = async (work: () => Promise<Review | undefined>): Promise<Review | undefined> => {
    while (running.current !== undefined) await running.current;
    const run = work();
    running.current = run;
    try {
      return await run;
    } finally {
      running.current = undefined;
    }
  };

  const save = (): Promise<Review | undefined> =>
    inTurn(async () => {
      const { draft: sent, review: now } = latest.current;
      return sent.size === 0 ? now : post(toCorrections(now, sent), sent);
    });

  const changeLines = async (
    lines: Partial<Pick<SaveCorrections, 'addLines' | 'addBoxes' | 'removeLines'>>,
  ): Promise<Review | undefined> => {
    if ((await save()) === undefined) return undefined;
    return inTurn(() => {
      const { version } = latest.current.review;
      return post({ version, changes: [], confirmed: [], addLines: 0, removeLines: [], ...lines }, NOTHING);
    });
  };

  const renew = (): Promise<Review | undefined> =>
    inTurn(async () => {
      const renewed = await hold.mutateAsync({ params: { path: { claimId } } }).catch(() => undefined);
      if (renewed === undefined) {
        await refresh();
        return undefined;
      }
      latest.current = { ...latest.current, review: renewed };
      await replace(renewed);
      return renewed;
    });
  useRenewedHold(isStored, renew);

  const saveAtRest = useEffectEvent(() => void save());
  useEffect(() => {
    if (draft.size === 0 || !isStored) return undefined;
    const timer = setTimeout(saveAtRest, REST_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [draft, isStored]);

  // Going to another page of ours loses nothing.
  const saveAtEnd = useEffectEvent(() => {
    if (isStored && latest.current.draft.size > 0) void save();
  });
  useEffect(() => () => saveAtEnd(), []);

  useEffect(() => {
    if (draft.size === 0) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [draft]);

  const state: SaveState = store.isPending
    ? 'saving'
    : isFailed
      ? 'failed'
      : draft.size > 0
        ? 'unsaved'
        : 'saved';
  return { draft, setDraft, save, changeLines, state, problem: store.error };
}
