import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ApiError, get, post, wordsOf } from '../api';
import type { Rehearsed } from '../model';
import { PageElement } from './element';

const LOOK_MILLIS = 5_000;

/** The rehearsal that runs, of those the server tells of. */
export function running(rehearsals: Rehearsed[]): Rehearsed | null {
  return rehearsals.find((one) => one.stage === 'PREPARING' || one.stage === 'PLAYING') ?? null;
}

/** Says on every page, to those who are logged in, that what is seen is a rehearsal. Others never see one. */
@customElement('sothebais-rehearsal')
export class RehearsalSign extends PageElement {
  @property({ type: Boolean, attribute: 'logged-in' }) loggedIn = false;
  @state() private rehearsal: Rehearsed | null = null;
  @state() private trouble = '';
  @state() private busy = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => !document.hidden && void this.look(), LOOK_MILLIS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('loggedIn')) void this.look();
  }

  private async look(): Promise<void> {
    if (!this.loggedIn) {
      this.rehearsal = null;
      return;
    }
    try {
      this.rehearsal = running(await get<Rehearsed[]>('/api/rehearsals'));
    } catch (failure) {
      // Without the part that rehearses there is no rehearsal; any other failure leaves what is known.
      if (failure instanceof ApiError && failure.code === 'PART_UNAVAILABLE') this.rehearsal = null;
    }
  }

  private async abort(rehearsal: Rehearsed): Promise<void> {
    this.busy = true;
    try {
      await post(`/api/rehearsals/${encodeURIComponent(rehearsal.id)}/abort`);
      this.trouble = '';
    } catch (failure) {
      this.trouble = wordsOf(failure);
    } finally {
      this.busy = false;
    }
    await this.look();
  }

  protected override render() {
    const { rehearsal } = this;
    if (!rehearsal) return nothing;
    return html`<div class="rehearsal-sign" role="status" data-testid="rehearsal">
      <strong class="rehearsal-word">Rehearsal</strong>
      <p>
        ${rehearsal.session} at ${rehearsal.speed === 1 ? 'its own speed' : `${rehearsal.speed} times its speed`}. The outputs are
        held behind the curtain: only the preview and the recording get the picture, and nothing is posted or settled for real.
        <span class="muted">${rehearsal.message}</span>
        ${this.trouble ? html`<span class="bad-text">${this.trouble}</span>` : nothing}
      </p>
      <button type="button" class="quiet" data-testid="rehearsal-end" ?disabled=${this.busy} @click=${() => this.abort(rehearsal)}>
        End it
      </button>
    </div>`;
  }
}
