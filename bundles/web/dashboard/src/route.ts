/** The views of the dashboard, by the part of the address behind the #. */
export type View = 'show' | 'control' | 'clips' | 'assets';

export const VIEWS: { view: View; hash: string; name: string }[] = [
  { view: 'show', hash: '#/', name: 'Show' },
  { view: 'control', hash: '#/control', name: 'Control' },
  { view: 'clips', hash: '#/clips', name: 'Clips' },
  { view: 'assets', hash: '#/assets', name: 'Assets' },
];

/** The view of an address; empty for a place within the page, as the skip link has one. */
export function viewOf(hash: string): View | undefined {
  if (hash === '') return 'show';
  return VIEWS.find((one) => one.hash === hash)?.view;
}
