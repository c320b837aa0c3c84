import { useEffect, useRef } from 'react';
import type { GreyRaster } from '../../../contexts/intake/domain/page-quality/grey-raster.ts';

interface PageThumbnailProps {
  readonly raster: GreyRaster;
  readonly label: string;
}

/** A page, small, as it was looked at before it was sent. */
export function PageThumbnail({ raster, label }: PageThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { widthPixels, heightPixels, pixels } = raster;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined) return;
    const picture = context.createImageData(widthPixels, heightPixels);
    for (const [at, level] of pixels.entries()) picture.data.set([level, level, level, 255], at * 4);
    context.putImageData(picture, 0, 0);
  }, [widthPixels, heightPixels, pixels]);
  return (
    <canvas
      ref={canvas}
      className="page-thumbnail"
      width={widthPixels}
      height={heightPixels}
      role="img"
      aria-label={label}
    />
  );
}
