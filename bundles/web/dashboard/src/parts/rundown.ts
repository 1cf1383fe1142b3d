import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { current, deed, deeds, effect, holdAll, moved, type Deed, type Order } from '../control';
import { clock, countdown, moment, words, zoneName } from '../format';
import type { Cue, Rundown } from '../model';
import './cue-form';
import { PageElement } from './element';

const NAMES: Record<Deed, string> = { fire: 'Fire', skip: 'Skip', hold: 'Hold', go: 'Let go' };

/** How many cues that are over stay in sight. */
const PAST_SHOWN = 2;

/** What happens and when, in the zone of whoever looks. Orders leave as `order` events. */
@customElement('sothebais-rundown')
export class RundownList extends PageElement {
  @property({ attribute: false }) rundown: Rundown | null = null;
  @property({ attribute: false }) sources: string[] = [];
  /** The server's clock, milliseconds since 1970. */
  @property({ attribute: false }) now = Date.now();
  @property() zone = 'UTC';
  @property({ type: Boolean }) busy = false;
  @state() private past = false;

  private order(order: Order): void {
    this.dispatchEvent(new CustomEvent<Order>('order', { detail: order, bubbles: true }));
  }

  protected override render() {
    const { rundown } = this;
    if (!rundown) return nothing;
    return html`<section class="card rundown" aria-labelledby="rundown-title">
      <header class="card-head">
        <h3 id="rundown-title">Rundown <span class="muted rundown-zone">${zoneName(this.zone)} time</span></h3>
        <button
          type="button"
          class="quiet"
          data-testid="hold-all"
          aria-pressed=${rundown.held}
          ?disabled=${this.busy}
          @click=${() => this.order(holdAll(!rundown.held))}
        >
          ${rundown.held ? 'Let it go on' : 'Hold all'}
        </button>
      </header>
      ${rundown.held
        ? html`<p class="notice warn" role="status" data-testid="held">The rundown is held; no cue happens by itself.</p>`
        : nothing}
      ${rundown.cues.length === 0
        ? html`<p class="empty-note">No session is planned. Cues come with the sessions of a campaign, or add one here.</p>`
        : this.list(rundown.cues)}
      <sothebais-cue-form .sources=${this.sources} .now=${this.now} .zone=${this.zone} .busy=${this.busy}></sothebais-cue-form>
    </section>`;
  }

  private list(cues: Cue[]) {
    const over = cues.filter((cue) => this.isOver(cue)).slice(0, -PAST_SHOWN);
    const shown = this.past ? cues : cues.filter((cue) => !over.includes(cue));
    const last = current(cues);
    return html`${over.length > 0
        ? html`<button type="button" class="quiet past" aria-expanded=${this.past} @click=${() => (this.past = !this.past)}>
            ${this.past ? 'Hide what is over' : `Show ${over.length} more that ${over.length === 1 ? 'is' : 'are'} over`}
          </button>`
        : nothing}
      <ol class="cue-list">
        ${shown.map((cue) => this.row(cue, cue === last))}
      </ol>`;
  }

  private isOver(cue: Cue): boolean {
    return cue.state === 'FIRED' || (cue.state === 'SKIPPED' && Date.parse(cue.at) < this.now);
  }

  private row(cue: Cue, isCurrent: boolean) {
    const shift = moved(cue);
    return html`<li
      class=${`cue ${cue.state.toLowerCase()}${isCurrent ? ' current' : ''}`}
      data-testid="cue-row"
      data-cue=${cue.id}
      data-state=${cue.state}
      aria-current=${isCurrent ? 'step' : 'false'}
    >
      <div class="cue-time">
        <time datetime=${cue.at}>${moment(Date.parse(cue.at), this.now, this.zone)}</time>
        ${shift
          ? html`<span class="cue-moved" data-testid="moved"
              ><span class="visually-hidden">moved, planned for </span
              ><s>${clock(Date.parse(cue.planned), this.zone)}</s> ${shift}</span
            >`
          : nothing}
      </div>
      <div class="cue-what">
        <p class="cue-label">${cue.label} ${this.badge(cue, isCurrent)}</p>
        <p class="muted cue-effect">${effect(cue)}</p>
      </div>
      <p class="cue-deeds">
        ${deeds(cue).map(
          (what) =>
            html`<button
              type="button"
              class="quiet"
              data-testid=${`cue-${what}`}
              ?disabled=${this.busy}
              @click=${() => this.order(deed(cue, what))}
            >
              ${NAMES[what]}<span class="visually-hidden"> ${cue.label}</span>
            </button>`,
        )}
      </p>
    </li>`;
  }

  private badge(cue: Cue, isCurrent: boolean) {
    if (isCurrent) return html`<span class="badge live">now</span>`;
    const left = Date.parse(cue.at) - this.now;
    switch (cue.state) {
      case 'NEXT':
        return html`<span class="badge good">${left > 0 ? `next in ${countdown(left)}` : 'next, due'}</span>`;
      case 'HELD':
        return html`<span class="badge warn">${left > 0 ? 'held' : 'held, due'}</span>`;
      case 'FIRED':
      case 'SKIPPED':
        return html`<span class="badge">${cue.state === 'FIRED' ? 'done' : words(cue.state)}</span>`;
      case 'PENDING':
        return nothing;
    }
  }
}
