import { useRouteContext } from '@tanstack/react-router';

/** Who is signed in at the console; on pages below `consoleRoute` only. */
export const useMe = () => useRouteContext({ from: '/staff' }).me;
