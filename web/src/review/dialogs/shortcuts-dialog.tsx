import { useTranslation } from 'react-i18next';
import { Dialog } from '../../ui/dialog.tsx';
import { reviewCommands, shortcuts } from '../keyboard.ts';

const groups = ['field', 'line', 'image', 'claim'] as const;

/** All keys of the review. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('review');
  return (
    <Dialog title={t('shortcuts.title')} isOpen onClose={onClose}>
      <div className="shortcut-groups">
        {groups.map((group) => (
          <section key={group}>
            <h3>{t(`shortcuts.${group}`)}</h3>
            <dl className="shortcut-list">
              {reviewCommands
                .filter((command) => shortcuts[command].group === group)
                .map((command) => (
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
