import './button.css';
import {
  Button as AriaButton,
  Link as AriaLink,
  ProgressBar,
  type ButtonProps as AriaButtonProps,
  type LinkProps as AriaLinkProps,
} from 'react-aria-components';
import { useTranslation } from 'react-i18next';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';

interface Look {
  /** One primary button a page; `secondary` is the usual one. */
  readonly variant?: ButtonVariant;
  readonly size?: 'usual' | 'small';
}

export type ButtonProps = Omit<AriaButtonProps, 'className'> & Look;

const lookOf = ({ variant = 'secondary', size = 'usual' }: Look): string => `button ${variant} ${size}`;

/** A button; while `isPending` it stays in the focus and cannot be pressed again. */
export function Button({ variant, size, children, ...props }: ButtonProps) {
  const { t } = useTranslation('app');
  const look = lookOf({ ...(variant && { variant }), ...(size && { size }) });
  return (
    <AriaButton {...props} className={look}>
      {(state) => (
        <>
          {state.isPending && (
            <ProgressBar isIndeterminate aria-label={t('pending')} className="button-progress" />
          )}
          {typeof children === 'function' ? children(state) : children}
        </>
      )}
    </AriaButton>
  );
}

export type ButtonLinkProps = Omit<AriaLinkProps, 'className'> & Look;

/** A link that looks like a button; `href` is a page of ours or another address. */
export function ButtonLink({ variant, size, ...props }: ButtonLinkProps) {
  return <AriaLink {...props} className={lookOf({ ...(variant && { variant }), ...(size && { size }) })} />;
}
