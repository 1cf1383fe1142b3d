import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { bytes, countdown, day } from '../format';
import type { Clip } from '../model';
import { PagedElement } from './paged';

/** The films of the lots, to be played in the page and downloaded. */
@customElement('sothebais-clips')
export class Clips extends PagedElement<Clip> {
  @property() zone = 'UTC';
  @state() private playing: Clip | null = null;
  @state() private broken = false;

  protected override source(): string {
    return '/api/clips?limit=50';
  }

  protected override render() {
    return html`<section class="page" aria-labelledby="clips-title">
      <header class="page-head">
        <h2 id="clips-title">Clips</h2>
        <p class="muted">One film a lot, cut out of the recording when the lot is over.</p>
        ${this.loggedIn
          ? html`<button type="button" class="quiet" ?disabled=${this.loading} @click=${() => this.reload()}>
              Refresh
            </button>`
          : nothing}
      </header>
      ${this.player()} ${this.instead() ?? this.list(this.items ?? [])}
    </section>`;
  }

  private player() {
    const clip = this.playing;
    if (!clip || !this.loggedIn) return nothing;
    return html`<div class="card player" data-testid="clip-player">
      <header class="card-head">
        <h3>Lot ${clip.lot}: ${clip.title}</h3>
        <button type="button" class="quiet" @click=${() => (this.playing = null)}>Close</button>
      </header>
      <video
        controls
        autoplay
        playsinline
        src=${clip.href}
        aria-label=${`Film of lot ${clip.lot}, ${clip.title}`}
        @error=${() => (this.broken = true)}
      ></video>
      ${this.broken
        ? html`<p class="note bad-text" role="alert">The film cannot be played; it may have been removed. Try to download it.</p>`
        : nothing}
    </div>`;
  }

  private list(clips: Clip[]) {
    if (clips.length === 0) {
      return html`<div class="empty-page">
        <p>There are no clips yet.</p>
        <p class="muted">The first comes some seconds after the first lot of a recorded show is over.</p>
      </div>`;
    }
    return html`<ul class="clip-list">
        ${clips.map((clip) => this.row(clip))}
      </ul>
      ${this.moreButton()}`;
  }

  private row(clip: Clip) {
    const on = this.playing?.auction === clip.auction;
    return html`<li class=${on ? 'card clip on' : 'card clip'} data-testid="clip-row">
      <div class="clip-text">
        <p class="label">Lot ${clip.lot}</p>
        <p class="clip-title">${clip.title}</p>
        <p class="muted">
          <time datetime=${clip.opened}>${day(Date.parse(clip.opened), this.zone)}</time>
        </p>
      </div>
      <dl class="clip-figures">
        <div>
          <dt>length</dt>
          <dd>${countdown(clip.lengthMillis)}</dd>
        </div>
        <div>
          <dt>size</dt>
          <dd>${bytes(clip.bytes)}</dd>
        </div>
      </dl>
      <p class="clip-actions">
        <button type="button" data-testid="clip-play" aria-pressed=${on} @click=${() => this.play(clip)}>
          Play<span class="visually-hidden"> lot ${clip.lot}</span>
        </button>
        <a class="button quiet" href=${clip.href} download data-testid="clip-download"
          >Download<span class="visually-hidden"> lot ${clip.lot}</span></a
        >
      </p>
    </li>`;
  }

  private play(clip: Clip): void {
    this.broken = false;
    this.playing = clip;
    void this.updateComplete.then(() => {
      this.querySelector('.player')?.scrollIntoView({ block: 'nearest', behavior: 'auto' });
      this.querySelector<HTMLVideoElement>('.player video')?.focus();
    });
  }
}
