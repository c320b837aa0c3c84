import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { reviewCommands, shortcuts, type ReviewCommand } from '../keyboard.ts';
import type { WorkMode } from '../work/review-work.ts';
import { dialogNames, type DialogName } from './dialog-props.ts';

const groups = ['field', 'line', 'image', 'claim'] as const;

interface ShortcutsDialogProps {
  readonly mode: WorkMode;
  readonly steps: ReadonlySet<DialogName>;
  readonly onClose: () => void;
}

const dialogs: ReadonlySet<string> = new Set(dialogNames);

/** Whether a key does something with this claim as it is. */
function works(
  command: ReviewCommand,
  { mode, steps }: Pick<ShortcutsDialogProps, 'mode' | 'steps'>,
): boolean {
  if (dialogs.has(command)) return [...steps].some((step) => step === command);
  const { group } = shortcuts[command];
  if (group === 'line' || command === 'save') return mode === 'review';
  return mode !== 'read' || group === 'image';
}

/** The keys of the review that do something here. */
export function ShortcutsDialog({ mode, steps, onClose }: ShortcutsDialogProps) {
  const { t } = useTranslation('review');
  const shown = groups
    .map((group) => ({
      group,
      commands: reviewCommands.filter(
        (command) => shortcuts[command].group === group && works(command, { mode, steps }),
      ),
    }))
    .filter(({ commands }) => commands.length > 0);
  return (
    <Dialog title={t('shortcuts.title')} isOpen onClose={onClose}>
      <div className="shortcut-groups">
        {shown.map(({ group, commands }) => (
          <section key={group}>
            <h3>{t(`shortcuts.${group}`)}</h3>
            <dl className="shortcut-list">
              {commands.map((command) => (
                <div key={command}>
                  <dt>
                    <kbd>{shortcuts[command].shown.join('+')}</kbd>
                  </dt>
                  <dd>{t(`command.${command}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
