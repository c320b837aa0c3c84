import './scan.css';
import { useEffect, useImperativeHandle, useMemo, useRef, useState, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { TransformComponent, TransformWrapper, type ReactZoomPanPinchContentRef } from 'react-zoom-pan-pinch';
import { Badge } from '../../ui/values.tsx';
import { ScanPlaceholder } from './scan-placeholder.tsx';
import { ScanSheet, type PageRole, type ScanBox } from './scan-sheet.tsx';
import { ScanTools, type ScanControls } from './scan-tools.tsx';

export interface ScannedPage {
  /** 1-based page of the file. */
  readonly page: number;
  readonly role: PageRole;
  readonly isOfClaim: boolean;
  /** Address of the picture; undefined while it is being made, or where it is not shown to this reader. */
  readonly url: string | undefined;
  readonly widthPixels: number | undefined;
  readonly heightPixels: number | undefined;
}

interface ScanViewerProps {
  readonly pages: readonly ScannedPage[];
  /** Whether pages without an address will have one soon. */
  readonly isPending: boolean;
  readonly page: number;
  readonly onPage: (page: number) => void;
  /** Place of the field in the focus. */
  readonly mark: { readonly page: number; readonly box: ScanBox } | undefined;
  /** A picture did not come: its address may have run out. */
  readonly onFailed: () => void;
  readonly ref: Ref<ScanControls>;
}

const A4 = { width: 1240, height: 1754 };
const ZOOM_STEP = 0.35;
const FAST_MILLISECONDS = 120;
const DRAWN_MILLISECONDS = 60;

/** The scan beside the fields: pages, zoom, turn, and the place of the field in the focus. Nothing in it has a left or right. */
export function ScanViewer({ pages, isPending, page, onPage, mark, onFailed, ref }: ScanViewerProps) {
  const { t } = useTranslation(['review', 'words']);
  const pane = useRef<HTMLElement>(null);
  const lens = useRef<ReactZoomPanPinchContentRef>(null);
  const [turns, setTurns] = useState<ReadonlyMap<number, number>>(new Map());
  const index = Math.max(
    0,
    pages.findIndex((candidate) => candidate.page === page),
  );
  const shown = pages[index];
  const quarterTurns = turns.get(page) ?? 0;

  const controls = useMemo<ScanControls>(() => {
    const go = (step: number): void => {
      const next = pages[index + step];
      if (next !== undefined) onPage(next.page);
    };
    return {
      previousPage: () => go(-1),
      nextPage: () => go(1),
      zoomOut: () => void lens.current?.zoomOut(ZOOM_STEP, FAST_MILLISECONDS),
      zoomIn: () => void lens.current?.zoomIn(ZOOM_STEP, FAST_MILLISECONDS),
      turn: () => setTurns((before) => new Map(before).set(page, ((before.get(page) ?? 0) + 1) % 4)),
      fit: () => void lens.current?.fitToView({ animationTime: FAST_MILLISECONDS }),
      focus: () => pane.current?.querySelector<HTMLElement>('.scan-lens')?.focus(),
    };
  }, [index, onPage, page, pages]);
  useImperativeHandle(ref, () => controls, [controls]);

  const box = mark?.page === page ? mark.box : undefined;
  const url = shown?.url;
  // The box comes into sight, near enough to be read; without one the page is seen as a whole. A page that is new, or turned,
  // has its size once it is drawn, and has fitted itself by then.
  useEffect(() => {
    const timer = setTimeout(() => {
      const target = box === undefined ? null : pane.current?.querySelector<HTMLElement>('.scan-box');
      if (target === null || target === undefined) {
        void lens.current?.fitToView({ animationTime: 0 });
        return;
      }
      void lens.current?.zoomToElement(target, {
        maxScale: readableScale(pane.current),
        animationTime: FAST_MILLISECONDS,
      });
    }, DRAWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [page, quarterTurns, url, box]);

  if (shown === undefined) return null;
  const role = t(`words:pageRole.${shown.role}`);
  return (
    <section className="scan" aria-label={t('scan.title')} ref={pane}>
      <ScanTools controls={controls} page={index + 1} pageCount={pages.length} />
      <div className="scan-head">
        <Badge tone={shown.role === 'failed' ? 'danger' : 'neutral'}>{role}</Badge>
        {!shown.isOfClaim && <Badge tone="warning">{t('scan.notOfClaim')}</Badge>}
      </div>
      {shown.url === undefined ? (
        <ScanPlaceholder isPending={isPending} />
      ) : (
        // Positions within the picture are counted from the left in every language.
        <div className="scan-stage" dir="ltr">
          <TransformWrapper
            ref={lens}
            minScale={0.1}
            maxScale={6}
            fitOnInit
            doubleClick={{ mode: 'toggle' }}
            keyboard={{ disabled: false, panStep: 80 }}
            wheel={{ step: 0.1 }}
          >
            <TransformComponent
              wrapperClass="scan-lens"
              wrapperProps={{
                tabIndex: 0,
                role: 'group',
                'aria-label': `${t('scan.title')}. ${t('scan.keys')}`,
              }}
            >
              <ScanSheet
                key={shown.page}
                url={shown.url}
                alt={t('scan.alt', { page: shown.page, role })}
                width={shown.widthPixels ?? A4.width}
                height={shown.heightPixels ?? A4.height}
                quarterTurns={quarterTurns}
                box={box}
                onFailed={onFailed}
              />
            </TransformComponent>
          </TransformWrapper>
        </div>
      )}
    </section>
  );
}

/** The scale at which the whole width of a page fills twice the pane: handwriting can be read and its surroundings seen. */
function readableScale(pane: HTMLElement | null): number {
  const width = pane?.querySelector<HTMLElement>('.scan-lens')?.clientWidth ?? A4.width;
  const sheet = pane?.querySelector<HTMLElement>('.scan-sheet')?.offsetWidth ?? A4.width;
  return (1.8 * width) / sheet;
}
