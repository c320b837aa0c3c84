/** `applied` now; `known`: this very change was made before; `refused`: the state does not allow it (any more). */
export type WriteResult = 'applied' | 'known' | 'refused';
