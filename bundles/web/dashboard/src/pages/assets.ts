import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { post } from '../api';
import { bytes, day } from '../format';
import type { Asset } from '../model';
import '../parts/asset-dialog';
import type { AssetDialog } from '../parts/asset-dialog';
import { assetPicture, kind } from '../parts/asset-picture';
import '../parts/token';
import '../parts/uploads';
import { PagedElement } from './paged';

/** Typing is over when nobody typed for so long. */
const TYPED_MILLIS = 250;

/** Artwork and other media: a grid of small pictures, uploads, and the trash with its way back. */
@customElement('sothebais-assets')
export class Assets extends PagedElement<Asset> {
  @property() zone = 'UTC';
  @state() private trash = false;
  @state() private text = '';
  /** What went into the trash last, for the button that takes it out. */
  @state() private gone: Asset | null = null;
  private typing: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.typing);
  }

  protected override source(): string {
    const text = this.text ? `&text=${encodeURIComponent(this.text)}` : '';
    return `/api/assets?limit=60${text}${this.trash ? '&trashed=true' : ''}`;
  }

  protected override render() {
    return html`<section class="page" aria-labelledby="assets-title" @uploaded=${() => this.reload()} @asset-changed=${this.changed}>
      <header class="page-head">
        <h2 id="assets-title">Assets</h2>
        <p class="muted">Artwork and other media, kept in versions under their names.</p>
      </header>
      ${this.loggedIn ? html`<sothebais-uploads></sothebais-uploads><sothebais-token></sothebais-token>${this.tools()}` : nothing}
      ${this.instead() ?? this.list(this.items ?? [])}
      <sothebais-asset .zone=${this.zone}></sothebais-asset>
    </section>`;
  }

  private tools() {
    return html`<div class="tools">
        <label class="visually-hidden" for="asset-text">Find by name</label>
        <input id="asset-text" type="search" placeholder="Find by name" autocomplete="off" @input=${this.typed} />
        <div class="switch" role="group" aria-label="Which assets">
          <button type="button" aria-pressed=${!this.trash} @click=${() => this.show(false)}>In use</button>
          <button type="button" aria-pressed=${this.trash} data-testid="trash" @click=${() => this.show(true)}>Trash</button>
        </div>
      </div>
      <p class=${this.failed ? 'note bad-text' : 'note'} role="status">
        ${this.message}
        ${this.gone
          ? html`<button type="button" class="quiet" data-testid="undo" @click=${this.undo}>Undo</button>`
          : nothing}
      </p>`;
  }

  private list(assets: Asset[]) {
    if (assets.length === 0) {
      return html`<div class="empty-page">
        <p>${this.trash ? 'The trash is empty.' : this.text ? 'No asset has this in its name.' : 'There are no assets yet.'}</p>
        ${this.trash || this.text ? nothing : html`<p class="muted">Upload the first one above.</p>`}
      </div>`;
    }
    return html`<ul class="asset-grid">
        ${assets.map((asset) => this.card(asset))}
      </ul>
      ${this.moreButton()}`;
  }

  private card(asset: Asset) {
    return html`<li>
      <button type="button" class="card asset-card" data-testid="asset-card" @click=${() => this.dialog.open(asset)}>
        <span class="asset-thumb">${assetPicture(asset.newest, 'SMALL')}</span>
        <span class="asset-name">${asset.name}</span>
        <span class="muted">${kind(asset.newest)}</span>
        <span class="muted">
          ${bytes(asset.newest.media.bytes)}${asset.versions > 1 ? `, ${asset.versions} versions` : ''}
        </span>
        ${asset.trashed
          ? html`<span class="muted">until ${day(Date.parse(asset.trashed.until), this.zone)}</span>`
          : nothing}
      </button>
    </li>`;
  }

  private typed(event: Event): void {
    this.text = (event.target as HTMLInputElement).value.trim();
    clearTimeout(this.typing);
    this.typing = setTimeout(() => void this.reload(), TYPED_MILLIS);
  }

  private show(trash: boolean): void {
    this.trash = trash;
    this.items = null;
    void this.reload();
  }

  private changed(event: CustomEvent<Asset>): void {
    const asset = event.detail;
    this.gone = asset.trashed ? asset : null;
    this.say(asset.trashed ? `${asset.name} is in the trash.` : `${asset.name} is back.`);
    void this.reload();
  }

  private async undo(): Promise<void> {
    const asset = this.gone;
    if (!asset) return;
    this.gone = null;
    const undone = await this.act(`${asset.name} is back.`, () =>
      post(`/api/assets/named/${asset.number}/restore`, { reason: 'Undone at once.' }),
    );
    if (!undone) this.gone ??= asset;
    void this.reload();
  }

  private get dialog(): AssetDialog {
    return this.querySelector<AssetDialog>('sothebais-asset')!;
  }
}
