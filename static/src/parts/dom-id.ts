/** Ids of items hold colons and slashes: fine in an attribute, not in a list of ids. Two ids never become one. */
export function domId(id: string): string {
  return id.replace(/[^A-Za-z0-9-]/g, (sign) => `_${sign.charCodeAt(0).toString(16)}_`);
}
