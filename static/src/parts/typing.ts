/** Whether a key belongs to a text, a dialog or the browser, and is no shortcut of the board. */
export function isTyping(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return true;
  return isInField(event);
}

/** Where keys, copying and pasting are the browser's own. */
export function isInField({ target }: Event): boolean {
  return target instanceof Element && target.closest("input, textarea, select, dialog, [contenteditable]") !== null;
}

/** Enter sends, Shift + Enter makes a new line; while an input method composes a letter, Enter belongs to it. */
export function isSend(event: KeyboardEvent): boolean {
  return event.key === "Enter" && !event.shiftKey && !event.isComposing;
}

/** Let a field be as high as its text. */
export function fitHeight(field: HTMLTextAreaElement): void {
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight + 2}px`;
}
