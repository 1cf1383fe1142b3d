import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { clock, short, words } from '../format';
import type { Lot } from '../model';
import { PageElement } from './element';

/** The lots of the session with their results. */
@customElement('sothebais-lots')
export class Lots extends PageElement {
  @property({ attribute: false }) lots: Lot[] = [];
  @property() zone = 'UTC';

  protected override render() {
    return html`<section class="card lots" aria-labelledby="lots-title">
      <header class="card-head"><h2 id="lots-title">Lots of this session</h2></header>
      ${this.lots.length === 0
        ? html`<p class="empty-note">No session is planned.</p>`
        : html`<ul class="lot-list">
            ${this.lots.map((lot) => this.row(lot))}
          </ul>`}
    </section>`;
  }

  private row(lot: Lot) {
    return html`<li data-testid="lot-row">
      <img src=${lot.work.artwork} alt="" loading="lazy" />
      <div>
        <p><strong>${lot.work.number}. ${lot.work.title}</strong> <span class="muted">${lot.work.artist}</span></p>
        <p class="lot-result">${this.result(lot)}</p>
      </div>
      ${lot.result.ledgerRoot
        ? html`<a href=${`/api/lots/${lot.auction}/ledger`} download title=${`Root ${lot.result.ledgerRoot}`}>Ledger</a>
          <a href=${`/verify/?lot=${encodeURIComponent(lot.auction)}`}>Verify</a>`
        : nothing}
    </li>`;
  }

  private result(lot: Lot) {
    const result = lot.result;
    if (result.outcome === 'SOLD') {
      return html`<span class="badge good">sold</span> ${result.price?.text} to @${result.winner?.handle}
        ${result.settlement
          ? html`<span class="muted" title=${result.settlement}>settled ${short(result.settlement)}</span>`
          : result.trouble
            ? html`<span class="bad-text">${result.trouble}</span>`
            : html`<span class="muted">settling…</span>`}`;
    }
    if (result.outcome === 'RETURNED') {
      return html`<span class="badge warn">returned</span> <span class="muted">${words(result.cause ?? '')}</span>`;
    }
    if (lot.times.pausedSince) {
      return html`<span class="badge warn">paused</span> at ${lot.bidding.price.text}`;
    }
    if (lot.times.status === 'OPEN') {
      return html`<span class="badge live">open</span> at ${lot.bidding.price.text}`;
    }
    return html`<span class="badge">planned</span>
      <span class="muted">opens ${clock(Date.parse(lot.times.opens), this.zone)}</span>`;
  }
}
