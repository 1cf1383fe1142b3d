export type Theme = 'dark' | 'light';

const KEY = 'sothebais-theme';

/** What the visitor chose, else what the system prefers. */
export function theme(): Theme {
  const chosen = localStorage.getItem(KEY);
  if (chosen === 'dark' || chosen === 'light') return chosen;
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

export function apply(chosen: Theme): void {
  document.documentElement.dataset['theme'] = chosen;
}

export function choose(chosen: Theme): void {
  localStorage.setItem(KEY, chosen);
  apply(chosen);
}
