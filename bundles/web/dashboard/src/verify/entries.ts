import { html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { short, words } from '../format';
import { PageElement } from '../parts/element';
import { amount } from './amount';
import type { Entry } from './file';
import type { Finding } from './verify';

/** Rows shown at a time: a long ledger must not stop the page. */
const ROWS_MAX = 200;

/** The lines of the ledger with a tick each, up to the first flaw; what comes after it was not checked. */
@customElement('sothebais-entries')
export class Entries extends PageElement {
  @property({ attribute: false }) finding: Finding | null = null;
  @state() private from = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('finding') && changed.get('finding')?.file !== this.finding?.file) {
      const flaw = this.finding?.entry ?? 0;
      this.from = Math.floor(flaw / ROWS_MAX) * ROWS_MAX;
    }
  }

  protected override render() {
    const entries = this.finding?.file?.entries ?? [];
    return html`<section class="card" aria-labelledby="entries-title">
      <header class="card-head">
        <h2 id="entries-title">Entries</h2>
        ${entries.length > ROWS_MAX ? this.pages(entries.length) : nothing}
      </header>
      ${entries.length === 0
        ? html`<p class="empty-note" data-testid="no-entries">Nobody has bid; the root of an empty ledger is all zeros.</p>`
        : html`<table class="entries">
            <thead>
              <tr>
                <th scope="col"><span class="visually-hidden">Check</span></th>
                <th scope="col">Entry</th>
                <th scope="col">Time (UTC)</th>
                <th scope="col">Bidder and post</th>
                <th scope="col">Verdict</th>
                <th scope="col" class="number">Amount</th>
                <th scope="col">Hash</th>
              </tr>
            </thead>
            <tbody>
              ${entries.slice(this.from, this.from + ROWS_MAX).map((entry, i) => this.row(entry, this.from + i))}
            </tbody>
          </table>`}
    </section>`;
  }

  private row(entry: Entry, index: number) {
    const flaw = this.finding?.entry ?? null;
    const state = flaw === null || index < flaw ? 'good' : index === flaw ? 'bad' : 'unknown';
    const field = (name: string) => (state === 'bad' && this.finding?.field === name ? 'wrong' : '');
    return html`<tr class=${state} data-testid="entry" data-state=${state}>
      <td class="check">${tick(state)}</td>
      <td class=${`place ${field('index')}`}>${index}</td>
      <td class=${`when ${field('at')}`}>${entry.at.replace('T', ' ').replace(/Z$/, '')}</td>
      <td class="who">
        <span class=${field('bidder')}>${entry.bidder}</span> <span class=${`muted ${field('post')}`}>${entry.post}</span>
      </td>
      <td class=${`what ${field('verdict')}`}>
        <span class=${entry.verdict === 'ACCEPTED' ? 'badge good' : 'badge'}>${words(entry.verdict)}</span>
      </td>
      <td class=${`number ${field('amountUnits')} ${field('currency')}`}>${amount(entry) || html`<span class="muted">none</span>`}</td>
      <td class="hash">
        <code class=${field('hash')} title=${entry.hash}>${short(entry.hash)}</code>
        ${field('previous') ? html`<code class="wrong" title=${entry.previous}>after ${short(entry.previous)}</code>` : nothing}
        ${state === 'bad' ? html`<span class="bad-text">${this.finding?.sentence.replace(/^entry \d+: /, '')}</span>` : nothing}
      </td>
    </tr>`;
  }

  private pages(count: number) {
    const last = Math.min(count, this.from + ROWS_MAX) - 1;
    return html`<p class="pages">
      <button class="quiet" type="button" ?disabled=${this.from === 0} @click=${() => (this.from -= ROWS_MAX)}>Earlier</button>
      <span>${this.from}–${last} of ${count}</span>
      <button
        class="quiet"
        type="button"
        data-testid="later"
        ?disabled=${last === count - 1}
        @click=${() => (this.from += ROWS_MAX)}
      >
        Later
      </button>
    </p>`;
  }
}

function tick(state: 'good' | 'bad' | 'unknown') {
  const [sign, meaning] = { good: ['✓', 'holds'], bad: ['✗', 'broken'], unknown: ['?', 'not checked'] }[state];
  return html`<span aria-hidden="true">${sign}</span><span class="visually-hidden">${meaning}</span>`;
}
