/** Ids of items hold colons and slashes: fine in an attribute, not in a list of ids. */
export function domId(id: string): string {
  return id.replace(/[^\w-]/g, "_");
}
