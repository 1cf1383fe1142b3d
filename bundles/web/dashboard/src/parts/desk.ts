import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keep, LENGTH_MAX_MILLIS, preview, sourceName, standby, take, TRANSITIONS, type Order } from '../control';
import { clock, countdown } from '../format';
import type { Control, TransitionKind } from '../model';
import { PageElement } from './element';
import './preview';
import './still';

const STEP_MILLIS = 100;

/** Program and preview with everything that brings one to the other. Orders leave as `order` events. */
@customElement('sothebais-desk')
export class Desk extends PageElement {
  @property({ attribute: false }) control: Control | null = null;
  /** The server's clock, milliseconds since 1970. */
  @property({ attribute: false }) now = Date.now();
  @property() zone = 'UTC';
  @property({ type: Boolean }) onAir = false;
  @property({ type: Boolean }) busy = false;
  @state() private kind: TransitionKind = 'FADE';
  @state() private millis = new Map(TRANSITIONS.map((one) => [one.kind, one.millis]));

  cut(): void {
    this.order(take('CUT', 0, this.control?.preview ?? ''));
  }

  /** With the transition that is chosen. */
  take(): void {
    this.order(take(this.kind, this.millis.get(this.kind) ?? 0, this.control?.preview ?? ''));
  }

  choose(kind: TransitionKind): void {
    this.kind = kind;
  }

  source(index: number): void {
    const source = this.control?.sources[index];
    if (source) this.order(preview(source));
  }

  private order(order: Order): void {
    this.dispatchEvent(new CustomEvent<Order>('order', { detail: order, bubbles: true }));
  }

  protected override render() {
    const control = this.control;
    if (!control) return nothing;
    return html`<div class="buses">
        <section class="card bus program" aria-labelledby="program-title">
          <header class="card-head">
            <h3 id="program-title">Program</h3>
            <span class="badge live" data-testid="program">${sourceName(control.program)}</span>
          </header>
          <sothebais-preview .onAir=${this.onAir} .loggedIn=${true}></sothebais-preview>
          <p class="muted bus-note">${this.how(control)}</p>
        </section>
        <section class="card bus" aria-labelledby="preview-title">
          <header class="card-head">
            <h3 id="preview-title">Preview</h3>
            <span class="badge good" data-testid="previewed">${sourceName(control.preview)}</span>
          </header>
          <sothebais-still
            address="/api/stream/control/preview.png"
            .source=${control.preview}
            .name=${sourceName(control.preview)}
          ></sothebais-still>
          <p class="muted bus-note">
            ${control.preview === 'bars' ? 'With a tone of 1 kHz in place of all other sound.' : 'A still, every few seconds.'}
          </p>
        </section>
      </div>
      ${this.restored(control)} ${this.sources(control)} ${this.switches(control)}`;
  }

  private how(control: Control) {
    const { running, taken } = control;
    if (running) return `${running.kind.toLowerCase()}, frame ${running.frame} of ${running.frames}`;
    if (!taken) return 'Nothing was taken yet.';
    return `Since ${clock(Date.parse(taken.at), this.zone)}, by ${taken.by ?? 'the rundown'}.`;
  }

  private restored(control: Control) {
    const { taken } = control;
    if (!taken?.restored) return nothing;
    const name = sourceName(control.program);
    return html`<p class="notice warn" role="status" data-testid="restored">
      <span>
        A restart brought “${name}” back, as ${taken.by ?? 'the rundown'} had it.
        ${taken.until
          ? html`It gives way in <time>${countdown(Date.parse(taken.until) - this.now)}</time> unless somebody keeps it.`
          : nothing}
      </span>
      <button type="button" data-testid="keep" ?disabled=${this.busy} @click=${() => this.order(keep(control.program))}>
        Keep it
      </button>
    </p>`;
  }

  private sources(control: Control) {
    return html`<section class="card sources" aria-labelledby="sources-title">
      <h3 id="sources-title">Put on preview</h3>
      <div class="source-list" role="group" aria-labelledby="sources-title">
        ${control.sources.map(
          (source, index) =>
            html`<button
              type="button"
              class=${`source${source === control.program ? ' on-program' : ''}`}
              data-testid=${`source-${source}`}
              aria-pressed=${source === control.preview}
              ?disabled=${this.busy}
              @click=${() => this.order(preview(source))}
            >
              ${index < 9 ? html`<kbd>${index + 1}</kbd>` : nothing}
              <span>${sourceName(source)}${source === 'bars' ? ' and tone' : ''}</span>
              ${source === control.program ? html`<span class="visually-hidden">, on program</span>` : nothing}
            </button>`,
        )}
      </div>
    </section>`;
  }

  private switches(control: Control) {
    const moving = control.running !== null;
    return html`<section class="card switches" aria-label="Take">
      <div class="kinds" role="group" aria-label="Transition">
        ${TRANSITIONS.filter((one) => one.kind !== 'CUT').map(
          (one) =>
            html`<button
              type="button"
              class="quiet"
              data-testid=${`kind-${one.kind}`}
              aria-pressed=${this.kind === one.kind}
              @click=${() => this.choose(one.kind)}
            >
              ${one.name}
            </button>`,
        )}
      </div>
      <label class="length">
        <span>Length</span>
        <input
          type="range"
          min=${STEP_MILLIS}
          max=${LENGTH_MAX_MILLIS}
          step=${STEP_MILLIS}
          data-testid="length"
          .value=${String(this.millis.get(this.kind))}
          @input=${this.lengthen}
        />
        <output>${((this.millis.get(this.kind) ?? 0) / 1000).toFixed(1)} s</output>
      </label>
      <div class="takes">
        <button type="button" class="cut" data-testid="cut" ?disabled=${this.busy} @click=${this.cut}>Cut</button>
        <button type="button" data-testid="take" ?disabled=${this.busy || moving} @click=${this.take}>
          ${TRANSITIONS.find((one) => one.kind === this.kind)?.name}
        </button>
        <button
          type="button"
          class="danger"
          data-testid="standby-now"
          ?disabled=${this.busy || moving || !control.sources.includes('standby')}
          @click=${() => this.order(standby())}
        >
          Standby now
        </button>
      </div>
    </section>`;
  }

  private lengthen(event: Event): void {
    this.millis = new Map([...this.millis, [this.kind, Number((event.target as HTMLInputElement).value)]]);
  }
}
