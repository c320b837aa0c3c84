import type { Box } from './care-form.ts';

/** The smallest box around boxes, on the page as it was scanned. */
export function boxAround(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.left + box.width));
  const bottom = Math.max(...boxes.map((box) => box.top + box.height));
  return { left, top, width: right - left, height: bottom - top };
}

/** A box with room before and behind its text. @param isUpright whether the text runs across the scan, and not down or up */
export function withRoomAlong(box: Box, room: number, isUpright: boolean): Box {
  return isUpright
    ? { ...box, left: box.left - room, width: box.width + 2 * room }
    : { ...box, top: box.top - room, height: box.height + 2 * room };
}

export function boxesOverlap(a: Box, b: Box): boolean {
  return (
    a.left < b.left + b.width &&
    a.left + a.width > b.left &&
    a.top < b.top + b.height &&
    a.top + a.height > b.top
  );
}

/** Whether the middle of a box is in another. */
export function isMiddleIn(inner: Box, outer: Box): boolean {
  const x = inner.left + inner.width / 2;
  const y = inner.top + inner.height / 2;
  return x > outer.left && x < outer.left + outer.width && y > outer.top && y < outer.top + outer.height;
}
