/** The shape of an onion's rings: wider than high, as screens are. */

/** Width for height. */
export const WIDE = 1.5;

/** The angle of a point seen from the middle of the rings' box, in tenths of a degree clockwise from the top. */
export function angleAt(
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  point: { readonly x: number; readonly y: number },
): number {
  const x = (point.x - box.left - box.width / 2) / WIDE;
  const y = point.y - box.top - box.height / 2;
  const degrees = (Math.atan2(x, -y) * 180) / Math.PI;
  return Math.round(((degrees + 360) % 360) * 10) % 3600;
}
