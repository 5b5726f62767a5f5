export function focusNote(id: string | undefined): void {
  if (id === undefined) return;
  const face = document.querySelector<HTMLElement>(`[data-note="${CSS.escape(id)}"]`);
  face?.focus();
}
