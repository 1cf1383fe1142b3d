import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { countdown, reserve, target } from '../format';
import type { Lot, Show } from '../model';
import { PageElement } from './element';

const URGENT_MILLIS = 10_000;

/** The lot that is on: artwork, price, leader, time. */
@customElement('sothebais-lot')
export class LotCard extends PageElement {
  @property({ attribute: false }) show: Show | null = null;
  /** Server's time now. */
  @property({ type: Number }) now = 0;

  protected override render() {
    const lot = this.show?.lot;
    if (!lot) {
      return html`<section class="card lot empty" id="lot" aria-label="Current lot">
        <h2>No auction yet</h2>
        <p>Nothing is planned. Log in and start the demo show, or publish a campaign.</p>
        <p class="price" data-testid="price">–</p>
        <p class="muted" data-testid="countdown">–</p>
      </section>`;
    }
    return html`<section class="card lot" id="lot" aria-labelledby="lot-title">
      <figure class="artwork">
        <img src=${lot.work.artwork} alt=${`${lot.work.title} by ${lot.work.artist}`} @error=${this.missing} />
      </figure>
      <div class="lot-facts">
        <p class="eyebrow">Lot ${lot.work.number} · ${this.status(lot)}</p>
        <h2 id="lot-title">${lot.work.title}</h2>
        <p class="muted">${lot.work.artist}</p>
        ${this.price(lot)} ${this.clock(lot)}
        <p class="story">${lot.work.story}</p>
      </div>
    </section>`;
  }

  private status(lot: Lot): string {
    if (lot.times.pausedSince) return 'paused, no bid counts now';
    if (lot.times.status === 'OPEN') return 'open for bids';
    if (lot.times.status === 'PLANNED') return 'up next';
    return lot.result.outcome === 'SOLD' ? 'sold' : 'returned to the seller';
  }

  private price(lot: Lot) {
    const led = lot.bidding.leader;
    const label = lot.result.outcome === 'SOLD' ? 'Hammer price' : led ? 'Current bid' : 'Start price';
    return html`<div class="price-block" aria-live="polite" aria-atomic="true">
        <p class="label">${label}</p>
        <p class="price" data-testid="price">${lot.bidding.price.text}</p>
        <p class="leader">
          <span class="label">${lot.result.outcome === 'SOLD' ? 'Winner' : 'Leader'}</span>
          <strong data-testid="leader">${led ? `@${led.handle}` : 'nobody yet'}</strong>
        </p>
      </div>
      <dl class="facts">
        <div>
          <dt>Next minimum</dt>
          <dd data-testid="next-minimum">${lot.times.status === 'CLOSED' ? '–' : lot.bidding.nextMinimum.text}</dd>
        </div>
        <div>
          <dt>Bids</dt>
          <dd>${lot.bidding.accepted} <span class="muted">(${lot.bidding.refused} refused)</span></dd>
        </div>
      </dl>`;
  }

  private clock(lot: Lot) {
    const goal = target(this.show);
    const paused = goal?.since !== undefined;
    const left = goal ? goal.at - (goal.since ?? this.now) : 0;
    const urgent = lot.times.status === 'OPEN' && !paused && left < URGENT_MILLIS;
    return html`<div class="clock-block">
      <p class=${urgent ? 'countdown urgent' : 'countdown'} role="timer">
        <span class="label">${goal ? goal.label : 'Auction'}</span>
        <span class="digits" data-testid="countdown">${goal ? countdown(left) : 'closed'}</span>
      </p>
      <p class="badges">
        ${paused ? html`<span class="badge warn" role="status" data-testid="paused">Paused</span>` : nothing}
        <span class=${lot.reserve.met ? 'badge good' : 'badge'} data-testid="reserve">${reserve(lot)}</span>
        ${lot.times.extensions > 0
          ? html`<span class="badge warn" data-testid="extension"
              >Extended ${lot.times.extensions}× of ${lot.times.extensionsMax}</span
            >`
          : nothing}
      </p>
    </div>`;
  }

  private missing(event: Event): void {
    (event.target as HTMLImageElement).classList.add('missing');
  }
}
