import {
  ChevronDown,
  ChevronUp,
  Crosshair,
  Maximize,
  RotateCw,
  ZoomIn,
  ZoomOut,
  type LucideIcon,
} from 'lucide-react';
import { Button, Toolbar } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { shortcuts, type ReviewCommand } from '../keyboard.ts';

export interface ScanControls {
  readonly previousPage: () => void;
  readonly nextPage: () => void;
  readonly zoomOut: () => void;
  readonly zoomIn: () => void;
  readonly turn: () => void;
  readonly fit: () => void;
  /** Brings the field in the focus into sight again. */
  readonly center: () => void;
  /** Puts the focus on the picture, where arrows move it. */
  readonly focus: () => void;
}

interface ScanToolsProps {
  readonly controls: ScanControls;
  readonly page: number;
  readonly pageCount: number;
}

/** Above the picture; every tool says its key. */
export function ScanTools({ controls, page, pageCount }: ScanToolsProps) {
  const { t } = useTranslation('review');
  const tool = (
    command: ReviewCommand & keyof ScanControls,
    name: string,
    Icon: LucideIcon,
    isDisabled = false,
  ) => (
    <Button
      className="scan-tool"
      aria-keyshortcuts={shortcuts[command].shown.join('+')}
      isDisabled={isDisabled}
      onPress={controls[command]}
    >
      <Icon aria-hidden size={20} />
      <span className="visually-hidden">{t(`scan.${name}`)}</span>
      <kbd>{shortcuts[command].shown.join('+')}</kbd>
    </Button>
  );
  return (
    <Toolbar className="scan-tools" aria-label={t('scan.tools')}>
      {tool('previousPage', 'previous', ChevronUp, page <= 1)}
      <span className="scan-count" aria-live="polite">
        {t('scan.page', { page, count: pageCount })}
      </span>
      {tool('nextPage', 'next', ChevronDown, page >= pageCount)}
      {tool('zoomOut', 'zoomOut', ZoomOut)}
      {tool('zoomIn', 'zoomIn', ZoomIn)}
      {tool('turn', 'turn', RotateCw)}
      {tool('fit', 'fit', Maximize)}
      {tool('center', 'center', Crosshair)}
    </Toolbar>
  );
}
