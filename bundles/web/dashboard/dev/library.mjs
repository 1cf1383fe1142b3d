// Clips and assets for the page without the platform: kept in memory, as the server would tell them.
import { createHash } from 'node:crypto';

const WEEK_MILLIS = 7 * 24 * 3_600_000;
const TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/svg+xml', 'video/mp4'];
const contents = new Map();
const assets = [];

const id = (bytes) => createHash('sha256').update(bytes).digest('hex');

function version(number, type, bytes, by) {
  const name = id(bytes);
  contents.set(name, { type, bytes });
  return {
    version: number,
    id: name,
    media: { type, bytes: bytes.length, width: type.startsWith('image/') ? 800 : null, height: type.startsWith('image/') ? 600 : null },
    uploaded: new Date().toISOString(),
    uploadedBy: by,
    url: `/api/assets/${name}`,
    origin: null,
  };
}

/** A token's picture without asking anybody: a drawing of our own. */
export function take({ uri, tokenId }, by) {
  if (!/^(https?|ipfs|data):/.test(uri)) {
    return { refused: `The address '${uri}' is not fetched; an address begins with https://, http://, ipfs:// or data:.` };
  }
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600"><rect width="800" height="600" fill="#412"/><circle cx="400" cy="300" r="190" fill="#fb7"/></svg>';
  const { asset } = store(`Koi ${tokenId ?? ''} 1f9a22bc.svg`.replace('  ', ' '), 'image/svg+xml', Buffer.from(svg), by);
  asset.newest.origin = { tokenUri: uri, tokenId: tokenId ?? null, pictureUri: 'ipfs://bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi/7.svg' };
  const traits = [{ name: 'Colour', value: 'gold' }, { name: 'Age', value: '7' }];
  return { taken: { asset, token: { name: `Koi ${tokenId ?? ''}`, description: 'A fish.', artist: 'Aiko', traits, picture: asset.newest.origin.pictureUri, animation: null } } };
}

/** A new asset, or a new version of the one that has the name. */
export function store(name, type, bytes, by = 'ada') {
  if (!TYPES.includes(type)) return { refused: 'This is neither a picture nor an MP4 film; send PNG, JPEG, GIF, WebP, SVG or MP4.' };
  if (bytes.length > 5_000_000) return { refused: 'The file has more than 5 MB, the most an SVG may have; make it smaller.' };
  let known = assets.find((one) => one.name === name && !one.trashed);
  if (!known) {
    known = { number: assets.length + 1, name, versions: [], uses: [], deeds: [], trashed: null };
    assets.unshift(known);
  }
  known.versions.unshift(version(known.versions.length + 1, type, bytes, by));
  known.deeds.unshift({ at: new Date().toISOString(), person: by, act: 'UPLOADED', version: known.versions.length, reason: '' });
  return { asset: shown(known) };
}

const shown = (one) => ({
  number: one.number,
  name: one.name,
  newest: one.versions[0],
  versions: one.versions.length,
  trashed: one.trashed,
});

export function list(text, trashed) {
  const items = assets.filter((one) => Boolean(one.trashed) === trashed && one.name.toLowerCase().includes(text.toLowerCase()));
  return { items: items.map(shown), next: null };
}

export function detail(number) {
  const one = assets.find((asset) => asset.number === number);
  return one ? { asset: shown(one), versions: one.versions, uses: one.uses, deeds: one.deeds } : null;
}

/** Into the trash or out of it; the words of the refusal when it cannot. */
export function move(number, act, reason) {
  const one = assets.find((asset) => asset.number === number);
  if (!one) return { refused: 'There is no such asset; see /api/assets.' };
  if (act === 'delete' && one.uses.length > 0) return { refused: `The asset is shown in ${one.uses.length} place(s), first in: ${one.uses[0].label}.` };
  const now = Date.now();
  one.trashed = act === 'delete' ? { at: new Date(now).toISOString(), by: 'ada', until: new Date(now + WEEK_MILLIS).toISOString() } : null;
  one.deeds.unshift({ at: new Date(now).toISOString(), person: 'ada', act: act === 'delete' ? 'TRASHED' : 'RESTORED', version: null, reason });
  return { asset: shown(one) };
}

export const content = (name) => contents.get(name);

export function clips(film) {
  const opened = Date.now() - 3_600_000;
  const titles = ['Low Tide, Two Moons', 'A Room for One Lamp', 'The Long Title of a Work that Needs Two Lines on a Telephone'];
  return {
    items: film
      ? titles.map((title, index) => ({
          auction: `demo-${index + 1}`,
          lot: index + 1,
          title,
          opened: new Date(opened - index * 600_000).toISOString(),
          lengthMillis: 51_000 + index * 61_000,
          bytes: film.length * (index + 1),
          href: `/api/clips/demo-${index + 1}`,
        }))
      : [],
    next: null,
  };
}

/** As many pictures as a small auction house has. */
export function fill() {
  for (let i = 1; i <= 9; i++) {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600"><rect width="800" height="600" fill="hsl(${i * 47} 45% 25%)"/><circle cx="${200 + i * 40}" cy="${120 + i * 30}" r="${60 + i * 9}" fill="hsl(${i * 47 + 60} 70% 65%)"/></svg>`;
    store(`${['koi', 'lighthouse', 'two moons', 'lamp', 'harbour', 'logo', 'stinger', 'garden', 'a very long name of a picture that nobody shortened'][i - 1]}.svg`, 'image/svg+xml', Buffer.from(svg));
  }
  assets[0].uses.push({ kind: 'lot', place: 'spring/7', label: 'Lot 7 "Koi" of Spring' }, { kind: 'layout', place: 'default', label: 'Layout "default"' });
  store('koi.svg', 'image/svg+xml', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 600"><rect width="800" height="600" fill="#234"/><path d="M150 300q250-220 450 0q-200 220-450 0" fill="#f93"/></svg>'));
}
