import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { clock, millis, words } from '../format';
import type { Bid } from '../model';
import { PageElement } from './element';

/** Bids as they come, newest first, with the verdict of each. */
@customElement('sothebais-bids')
export class Bids extends PageElement {
  @property({ attribute: false }) bids: Bid[] = [];
  @property() zone = 'UTC';

  protected override render() {
    const newest = this.bids[0];
    return html`<section class="card bids" aria-labelledby="bids-title">
      <header class="card-head">
        <h2 id="bids-title">Bids</h2>
        <a href="/sandbox/">Timeline</a>
      </header>
      <p class="visually-hidden" aria-live="polite">${newest ? this.spoken(newest) : ''}</p>
      ${this.bids.length === 0
        ? html`<p class="empty-note">No bids yet. They appear here the moment they are judged.</p>`
        : html`<ol class="bid-list" tabindex="0" aria-labelledby="bids-title">
            ${repeat(
              this.bids,
              (bid) => bid.post.id + bid.at,
              (bid) => this.row(bid),
            )}
          </ol>`}
    </section>`;
  }

  private row(bid: Bid) {
    const accepted = bid.verdict.kind === 'ACCEPTED';
    const kind = bid.voided ? 'bid voided' : accepted ? 'bid accepted' : 'bid refused';
    return html`<li class=${kind} data-testid="bid-row" data-voided=${bid.voided ? 'true' : 'false'}>
      <span class="bid-who">
        <strong>@${bid.post.handle}</strong>
        <span class="bid-text" title=${bid.post.text}>${bid.post.text}</span>
      </span>
      <span class="bid-amount">${bid.amount ? bid.amount.text : nothing}</span>
      <span class="bid-verdict">
        ${bid.voided
          ? html`<span class="badge warn">voided</span>
              <span class="muted bid-reason">accepted, then taken back by the auction house</span>`
          : html`<span class=${accepted ? 'badge good' : bid.verdict.kind === 'REJECTED' ? 'badge bad' : 'badge warn'}
                >${words(bid.verdict.kind)}</span
              >
              <span class="muted bid-reason">${bid.verdict.message}</span>`}
      </span>
      <span class="muted bid-time">
        <time datetime=${bid.at}>${clock(Date.parse(bid.at), this.zone)}</time>
        <span title="From the post to the verdict">${millis(bid.verdict.latencyMillis)}</span>
      </span>
    </li>`;
  }

  private spoken(bid: Bid): string {
    const amount = bid.amount ? ` ${bid.amount.text}` : '';
    return `${bid.post.handle}${amount}: ${words(bid.verdict.kind)}${bid.verdict.message ? `, ${bid.verdict.message}` : ''}`;
  }
}
