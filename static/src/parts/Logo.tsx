/** Two parties, one path between them, and what it leads to. */
export function Logo() {
  return (
    <svg
      width="17"
      height="17"
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2.4"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <rect x="3" y="4" width="7" height="7" rx="1.5" />
      <rect x="14" y="4" width="7" height="7" rx="1.5" />
      <path d="M6.5 11v4a3 3 0 0 0 3 3h4" />
      <circle cx="17" cy="18" r="3" />
    </svg>
  );
}
