import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { failureOf } from '../api';
import { PageElement } from './element';

/** A still is drawn for whoever asks; nobody needs it more often to see what a take would bring. */
const EVERY_MILLIS = 3_000;

/** After so long a question is given up, so that the next one is asked. */
const ANSWER_MAX_MILLIS = 20_000;

/** A picture of a source, taken again every few seconds while somebody looks. */
@customElement('sothebais-still')
export class Still extends PageElement {
  @property() address = '';
  /** Changes with the source, so that the picture of another one is fetched at once. */
  @property() source = '';
  @property() name = '';
  @state() private picture = '';
  @state() private trouble = '';
  private timer: ReturnType<typeof setInterval> | undefined;
  private asking = 0;
  /** Questions whose answers have not come. */
  private awaited = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => !document.hidden && this.awaited === 0 && void this.fetch(), EVERY_MILLIS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
    this.show('');
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('source')) {
      this.show('');
      void this.fetch();
    }
  }

  /** Answers that a newer question has overtaken are dropped. */
  private async fetch(): Promise<void> {
    const question = ++this.asking;
    this.awaited++;
    try {
      const signal = AbortSignal.timeout(ANSWER_MAX_MILLIS);
      const answer = await fetch(this.address, { credentials: 'same-origin', cache: 'no-store', signal });
      const blob = answer.ok ? await answer.blob() : null;
      const words = blob ? '' : await failureOf(answer);
      if (question !== this.asking || !this.isConnected) return;
      this.trouble = words;
      if (blob) this.show(URL.createObjectURL(blob));
    } catch {
      if (question === this.asking) this.trouble = 'The server does not answer.';
    } finally {
      this.awaited--;
    }
  }

  private show(picture: string): void {
    if (this.picture) URL.revokeObjectURL(this.picture);
    this.picture = picture;
  }

  protected override render() {
    return html`<div class="screen">
      ${this.picture ? html`<img src=${this.picture} alt=${`Picture of ${this.name}`} data-testid="preview-still" />` : nothing}
      ${this.picture && !this.trouble
        ? nothing
        : html`<p class="screen-note" role="status">${this.trouble || `Drawing ${this.name}…`}</p>`}
    </div>`;
  }
}
