/** A picture made ready on this device: small enough to send, and without what a camera wrote beside it. */

/** What the server takes; larger ones, and kinds that only this browser knows, are painted anew here. */
export const MOST_BYTES = 5 * 1024 * 1024;
const MOST_SIDE = 2560;
const QUALITY = 0.85;
const TAKEN = new Set(["image/jpeg", "image/png", "image/webp"]);

/** The files among these that say that they are pictures. */
export function picturesIn(files: FileList | readonly File[] | null | undefined): readonly File[] {
  return [...(files ?? [])].filter(({ type, name }) => type.startsWith("image/") || /\.(heic|heif)$/i.test(name));
}

/** Null: this browser cannot read it either, and it is too large to be sent as it is. */
export async function prepared(file: Blob): Promise<Blob | null> {
  const isSendable = TAKEN.has(file.type) && file.size <= MOST_BYTES;
  const bitmap = await bitmapOf(file);
  if (!bitmap) return isSendable || file.size <= MOST_BYTES ? file : null;
  const { width, height } = bitmap;
  const isSmall = Math.max(width, height) <= MOST_SIDE;
  const painted = isSendable && isSmall && file.type !== "image/jpeg" ? null : await paintedAnew(bitmap, file.type);
  bitmap.close();
  return painted ?? (isSendable ? file : null);
}

async function bitmapOf(file: Blob): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: "from-image" });
  } catch {
    return null;
  }
}

async function paintedAnew(bitmap: ImageBitmap, type: string): Promise<Blob | null> {
  const scale = Math.min(1, MOST_SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const kept = type === "image/png" ? type : "image/jpeg";
  const made = await new Promise<Blob | null>((done) => canvas.toBlob(done, kept, QUALITY));
  return made && made.size <= MOST_BYTES ? made : null;
}
