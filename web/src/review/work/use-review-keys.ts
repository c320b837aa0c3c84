import { useHotkeys } from 'react-hotkeys-hook';
import { pageCommands, shortcuts, type PageCommand } from '../keyboard.ts';

export type PageActions = Readonly<Record<PageCommand, (() => void) | undefined>>;

const commandByKeys = new Map(pageCommands.map((command) => [shortcuts[command].keys, command]));

/** Listens to the keys of the page, also while a field has the focus; not while a window over the page is open. */
export function useReviewKeys(actions: PageActions, isEnabled: boolean): void {
  useHotkeys(
    [...commandByKeys.keys()],
    (event, { hotkey }) => {
      const command = commandByKeys.get(hotkey);
      const action = command === undefined ? undefined : actions[command];
      if (action === undefined) return;
      event.preventDefault();
      action();
    },
    { enabled: isEnabled, enableOnFormTags: true, enableOnContentEditable: true },
    [actions],
  );
}
