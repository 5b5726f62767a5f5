/** Web addresses within what people wrote. Only http and https are links, and none is ever fetched. */

export interface Piece {
  /** Where it begins in the text. */
  readonly at: number;
  readonly text: string;
  readonly link?: { readonly href: string; readonly shown: string };
}

const ADDRESS = /\bhttps?:\/\/[^\s<>"]+/giu;
/** What ends a sentence ends no address. */
const TAIL = /[.,;:!?'’”»…]+$/u;

export function mayHaveAddress(text: string): boolean {
  return text.includes("://");
}

/** The text in order, addresses apart from what stands around them. */
export function webPieces(text: string): readonly Piece[] {
  const found: Piece[] = [];
  let end = 0;
  for (const { 0: raw, index } of text.matchAll(ADDRESS)) {
    const address = trimmed(raw);
    const link = linkTo(address);
    if (!link) continue;
    if (index > end) found.push({ at: end, text: text.slice(end, index) });
    found.push({ at: index, text: address, link });
    end = index + address.length;
  }
  if (end < text.length) found.push({ at: end, text: text.slice(end) });
  return found;
}

/** A bracket that was opened before the address belongs to the sentence. */
function trimmed(raw: string): string {
  let address = raw;
  for (;;) {
    const before = address;
    address = address.replace(TAIL, "");
    if (/[)\]}]$/u.test(address) && count(address, /[)\]}]/gu) > count(address, /[([{]/gu))
      address = address.slice(0, -1);
    if (address === before) return address;
  }
}

function count(text: string, signs: RegExp): number {
  return text.match(signs)?.length ?? 0;
}

/** The host as the browser will ask for it, so that no name before an @ and no look-alike letter passes for it. */
function linkTo(address: string): Piece["link"] {
  if (!URL.canParse(address)) return undefined;
  const { protocol, host, pathname, search, hash, username, password, href } = new URL(address);
  if ((protocol !== "https:" && protocol !== "http:") || username || password) return undefined;
  const isMore = pathname !== "/" || search !== "" || hash !== "";
  return { href, shown: isMore ? `${host}/…` : host };
}
