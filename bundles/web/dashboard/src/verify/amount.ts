import type { Entry } from './file';

/** Decimals of the currencies that are shown in their named unit; what is not here is shown in smallest units. */
const DECIMALS: Record<string, number> = { ETH: 18 };

/** `1.25 ETH`, exactly; empty when the post named none. */
export function amount(entry: Pick<Entry, 'amountUnits' | 'currency'>): string {
  const { amountUnits, currency } = entry;
  if (!/^[0-9]+$/.test(amountUnits)) return amountUnits;
  const decimals = DECIMALS[currency];
  if (decimals === undefined) return `${amountUnits} smallest units of ${currency}`;
  const digits = amountUnits.padStart(decimals + 1, '0');
  const fraction = digits.slice(-decimals).replace(/0+$/, '');
  return `${digits.slice(0, -decimals)}${fraction ? `.${fraction}` : ''} ${currency}`;
}
