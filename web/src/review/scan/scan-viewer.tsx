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
  /** By how many quarter turns clockwise it lies in the scan: it is shown upright. */
  readonly turns: number;
  /** Address of the picture; undefined while it is being made, or where it is not shown to this reader. */
  readonly url: string | undefined;
  readonly widthPixels: number | undefined;
  readonly heightPixels: number | undefined;
}

/** A place on a page. */
export interface ScanPlace {
  readonly page: number;
  readonly box: ScanBox;
}

interface ScanViewerProps {
  readonly pages: readonly ScannedPage[];
  /** Whether pages without an address will have one soon. */
  readonly isPending: boolean;
  readonly page: number;
  readonly onPage: (page: number) => void;
  /** Place of the field in the focus. */
  readonly mark: ScanPlace | undefined;
  /** Where a field without a place would stand: what is around it. */
  readonly near: ScanPlace | undefined;
  /** A picture did not come: its address may have run out. */
  readonly onFailed: () => void;
  readonly ref: Ref<ScanControls>;
}

const A4 = { width: 1240, height: 1754 };
const ZOOM_STEP = 0.35;
const FAST_MILLISECONDS = 120;
const DRAWN_MILLISECONDS = 60;

/** The scan beside the fields: pages, zoom, turn, and the place of the field in the focus. Nothing in it has a left or right. */
export function ScanViewer({ pages, isPending, page, onPage, mark, near, onFailed, ref }: ScanViewerProps) {
  const { t } = useTranslation(['review', 'words']);
  const pane = useRef<HTMLElement>(null);
  const lens = useRef<ReactZoomPanPinchContentRef>(null);
  const [turns, setTurns] = useState<ReadonlyMap<number, number>>(new Map());
  const index = Math.max(
    0,
    pages.findIndex((candidate) => candidate.page === page),
  );
  const shown = pages[index];
  const quarterTurns = (4 - (shown?.turns ?? 0) + (turns.get(page) ?? 0)) % 4;
  const target = mark ?? near;
  const inSight = target?.page === page ? target.box : undefined;

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
      center: () => bringIntoSight(pane.current, lens.current, FAST_MILLISECONDS),
      focus: () => pane.current?.querySelector<HTMLElement>('.scan-lens')?.focus(),
    };
  }, [index, onPage, page, pages]);
  useImperativeHandle(ref, () => controls, [controls]);

  const box = mark?.page === page ? mark.box : undefined;
  const url = shown?.url;
  // The field comes into sight, near enough to be read; where it has no place, what is around it does. A page that is new, or turned,
  // has its size once it is drawn, and has fitted itself by then.
  useEffect(() => {
    const timer = setTimeout(() => bringIntoSight(pane.current, lens.current, 0), DRAWN_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [page, quarterTurns, url, inSight]);

  // What is beside the scan takes room from it, or gives it back.
  useEffect(() => {
    const stage = pane.current;
    if (stage === null) return undefined;
    const observer = new ResizeObserver(() => bringIntoSight(stage, lens.current, 0));
    observer.observe(stage);
    return () => observer.disconnect();
  }, []);

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
                inSight={inSight}
                onFailed={onFailed}
              />
            </TransformComponent>
          </TransformWrapper>
        </div>
      )}
    </section>
  );
}

/** Shows what stands around the field in the focus so large that it can be read; the whole page where nothing is known of it. */
function bringIntoSight(
  pane: HTMLElement | null,
  lens: ReactZoomPanPinchContentRef | null,
  animationTime: number,
): void {
  const target = pane?.querySelector<HTMLElement>('.scan-target');
  if (target === null || target === undefined) void lens?.fitToView({ animationTime });
  else void lens?.zoomToElement(target, { maxScale: readableScale(pane), animationTime });
}

/** The scale at which the whole width of a page fills twice the pane: handwriting can be read and its surroundings seen. */
function readableScale(pane: HTMLElement | null): number {
  const width = pane?.querySelector<HTMLElement>('.scan-lens')?.clientWidth ?? A4.width;
  const sheet = pane?.querySelector<HTMLElement>('.scan-sheet')?.offsetWidth ?? A4.width;
  return (1.8 * width) / sheet;
}
