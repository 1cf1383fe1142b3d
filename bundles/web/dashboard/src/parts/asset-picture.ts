import { html } from 'lit';
import type { AssetVersion } from '../model';

/** A small picture of a content; of what has none, its kind. */
export function assetPicture(version: AssetVersion, size: 'SMALL' | 'LARGE') {
  if (version.media.type.startsWith('video/')) return html`<span class="asset-kind">MP4</span>`;
  return html`<img
    src=${`/api/assets/${version.id}/thumbnail?size=${size}`}
    alt=""
    loading="lazy"
    @error=${(event: Event) => original(event.target as HTMLImageElement, version.url)}
    @load=${(event: Event) => (event.target as HTMLImageElement).classList.remove('missing')}
  />`;
}

/** There is no small picture of every SVG; browsers draw the original as well. */
function original(image: HTMLImageElement, url: string): void {
  if (image.getAttribute('src') === url) image.classList.add('missing');
  else image.src = url;
}

/** `PNG, 800 × 600` */
export function kind(version: AssetVersion): string {
  const { type, width, height } = version.media;
  const name = (type.split('/').pop() ?? type).replace('+xml', '').toUpperCase();
  return width && height ? `${name}, ${width} × ${height}` : name;
}
