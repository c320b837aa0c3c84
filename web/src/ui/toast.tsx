import './toast.css';
import { X } from 'lucide-react';
import {
  Button,
  Text,
  UNSTABLE_Toast as Toast,
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastQueue as ToastQueue,
  UNSTABLE_ToastRegion as ToastRegion,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { Tone } from './states.tsx';

interface Message {
  readonly text: string;
  readonly tone: Tone;
  readonly action?: MessageAction | undefined;
}

/** What can be done about it for a while. */
export interface MessageAction {
  readonly label: string;
  readonly onPress: () => void;
  /** ISO instant: until then the message stays. */
  readonly until: string;
}

const SHOWN_MILLISECONDS = 6_000;

const messages = new ToastQueue<Message>({ maxVisibleToasts: 3 });

/** Says in the corner that something was done; it is read out and goes by itself. Faults belong into the page instead. */
export const announce = (text: string, tone: Tone = 'success', action?: MessageAction): void => {
  const timeout =
    action === undefined ? SHOWN_MILLISECONDS : Math.max(0, Date.parse(action.until) - Date.now());
  messages.add({ text, tone, action }, { timeout });
};

/** Where messages are shown, once in the application. */
export function Toasts() {
  const { t } = useTranslation('app');
  return (
    <ToastRegion queue={messages} className="toasts" aria-label={t('messages')}>
      {({ toast }) => (
        <Toast toast={toast} className={`toast ${toast.content.tone}`}>
          <ToastContent>
            <Text slot="title">{toast.content.text}</Text>
          </ToastContent>
          {toast.content.action !== undefined && (
            <Button
              className="toast-action"
              onPress={() => {
                toast.content.action?.onPress();
                messages.close(toast.key);
              }}
            >
              {toast.content.action.label}
            </Button>
          )}
          <Button slot="close" className="toast-close" aria-label={t('close')}>
            <X aria-hidden size={18} />
          </Button>
        </Toast>
      )}
    </ToastRegion>
  );
}
