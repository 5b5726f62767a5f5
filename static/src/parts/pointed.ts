/** A point of a picture that somebody wants to write at. */

import type { Spot } from "../board/place";

export interface Pointed {
  readonly spot: Spot;
  /** Shares of the picture's width and height, from its top left corner. */
  readonly left: number;
  readonly top: number;
}
