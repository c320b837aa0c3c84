import { assessPage } from '../../../../contexts/intake/domain/page-quality/assess-page.ts';
import { shrink, type GreyRaster } from '../../../../contexts/intake/domain/page-quality/grey-raster.ts';
import { currentThresholds } from '../../../../contexts/intake/domain/page-quality/quality-thresholds.ts';
import { todayInMorocco } from '../../ui/today.ts';
import type { PageCheck } from './page-check.ts';

const THUMBNAIL_PIXELS = 160;
const thresholds = currentThresholds(todayInMorocco());

/** What is wrong with a page, by its pixels: half a second of work. */
export function judgePage(page: number, raster: GreyRaster): PageCheck {
  const { faults, cutEdges } = assessPage(raster, thresholds);
  return { page, faults, cutEdges, thumbnail: shrink(raster, THUMBNAIL_PIXELS) };
}
