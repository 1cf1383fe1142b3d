import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, post } from '../api';
import { bytes, day, words } from '../format';
import type { Asset, AssetDetail, AssetVersion } from '../model';
import { assetPicture, kind } from './asset-picture';
import { PageElement } from './element';

const REASON_MAX = 500;

/** One asset: its versions, where it is shown, what was done with it, and the way into the trash and out of it. */
@customElement('sothebais-asset')
export class AssetDialog extends PageElement {
  @property() zone = 'UTC';
  @state() private detail: AssetDetail | null = null;
  @state() private name = '';
  @state() private message = '';
  @state() private busy = false;
  /** The asset that is shown; answers about another one come too late. */
  private opened = 0;

  open(asset: Asset): void {
    this.opened = asset.number;
    this.detail = null;
    this.name = asset.name;
    this.message = '';
    this.dialog.showModal();
    void this.load(asset.number);
  }

  private async load(number: number): Promise<void> {
    try {
      const detail = await get<AssetDetail>(`/api/assets/named/${number}`);
      if (this.opened === number) this.detail = detail;
    } catch (failure) {
      if (this.opened === number) this.message = this.explain(failure);
    }
  }

  protected override render() {
    return html`<dialog class="asset-dialog" aria-labelledby="asset-title" data-testid="asset-dialog">
      <header class="card-head">
        <h2 id="asset-title">${this.name}</h2>
        <button type="button" class="quiet" @click=${() => this.dialog.close()}>Close</button>
      </header>
      ${this.detail ? this.body(this.detail) : nothing}
      <p class="note bad-text" role="alert">${this.message}</p>
    </dialog>`;
  }

  private body(detail: AssetDetail) {
    const { asset, versions, uses, deeds } = detail;
    return html`<figure class="asset-large">${this.large(asset.newest)}</figure>
      ${asset.trashed
        ? html`<p>
            <span class="badge warn">in the trash</span> since ${this.at(asset.trashed.at)}, by ${asset.trashed.by}; it can be
            restored until ${this.at(asset.trashed.until)}.
          </p>`
        : nothing}
      <h3>Shown in</h3>
      ${uses.length === 0
        ? html`<p class="muted">Nowhere.</p>`
        : html`<ul data-testid="asset-uses" class="plain-list">
            ${uses.map((use) => html`<li><span class="badge">${use.kind}</span> ${use.label}</li>`)}
          </ul>`}
      <h3>Versions</h3>
      <ul class="version-list">
        ${versions.map((version) => this.version(asset, version))}
      </ul>
      <h3>History</h3>
      <ul class="plain-list">
        ${deeds.map(
          (deed) =>
            html`<li>
              <span class="muted">${this.at(deed.at)}</span> ${deed.person}: ${words(deed.act)}${deed.version
                ? html` version ${deed.version}`
                : nothing}${deed.reason ? html` <q>${deed.reason}</q>` : nothing}
            </li>`,
        )}
      </ul>
      ${asset.trashed ? this.restoring(asset) : this.deleting(asset, uses.length)}`;
  }

  private large(version: AssetVersion) {
    return version.media.type.startsWith('video/')
      ? html`<video controls preload="metadata" src=${version.url} aria-label=${this.name}></video>`
      : assetPicture(version, 'LARGE');
  }

  private version(asset: Asset, version: AssetVersion) {
    return html`<li>
      <span class="asset-thumb">${assetPicture(version, 'SMALL')}</span>
      <span>
        <strong>Version ${version.version}</strong>
        <span class="muted">${kind(version)}, ${bytes(version.media.bytes)}</span><br />
        <span class="muted">${this.at(version.uploaded)} by ${version.uploadedBy}</span>
        ${version.origin
          ? html`<br /><span class="muted origin"
                >from the token${version.origin.tokenId ? ` ${version.origin.tokenId}` : ''} at ${version.origin.tokenUri}, picture at
                ${version.origin.pictureUri}</span
              >`
          : nothing}
      </span>
      <a class="button quiet" href=${`/api/assets/named/${asset.number}/download?version=${version.version}`} download
        >Download<span class="visually-hidden"> version ${version.version}</span></a
      >
    </li>`;
  }

  private deleting(asset: Asset, uses: number) {
    if (uses > 0) {
      return html`<p class="muted">It is shown in ${uses === 1 ? 'one place' : `${uses} places`}; it can be deleted once it is not.</p>`;
    }
    return html`<form class="reason" @submit=${(event: SubmitEvent) => this.act(event, asset, 'delete')}>
      <label
        >Why it goes
        <input name="reason" required maxlength=${REASON_MAX} autocomplete="off" placeholder="replaced by the new logo" />
      </label>
      <button type="submit" class="danger" data-testid="asset-delete" ?disabled=${this.busy}>Delete</button>
    </form>`;
  }

  private restoring(asset: Asset) {
    return html`<form class="reason" @submit=${(event: SubmitEvent) => this.act(event, asset, 'restore')}>
      <label>Why it comes back <input name="reason" required maxlength=${REASON_MAX} autocomplete="off" /></label>
      <button type="submit" data-testid="asset-restore" ?disabled=${this.busy}>Restore</button>
    </form>`;
  }

  private async act(event: SubmitEvent, asset: Asset, act: 'delete' | 'restore'): Promise<void> {
    event.preventDefault();
    const reason = String(new FormData(event.target as HTMLFormElement).get('reason')).trim();
    this.busy = true;
    try {
      const changed = await post<Asset>(`/api/assets/named/${asset.number}/${act}`, { reason });
      if (this.opened === asset.number) this.dialog.close();
      this.dispatchEvent(new CustomEvent<Asset>('asset-changed', { detail: changed, bubbles: true }));
    } catch (failure) {
      if (this.opened === asset.number) this.message = this.explain(failure);
    } finally {
      this.busy = false;
    }
  }

  private at(instant: string) {
    return html`<time datetime=${instant}>${day(Date.parse(instant), this.zone)}</time>`;
  }

  private get dialog(): HTMLDialogElement {
    return this.querySelector('dialog')!;
  }
}
