declare module "hyphen/fi" {
  export function hyphenateSync(
    text: string,
    options: { readonly hyphenChar: string; readonly minWordLength: number },
  ): string;
}

declare module "hyphen/sv" {
  export function hyphenateSync(
    text: string,
    options: { readonly hyphenChar: string; readonly minWordLength: number },
  ): string;
}
