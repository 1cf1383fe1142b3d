import { html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { post } from '../api';
import { clock, words } from '../format';
import type { HostPost, Line, Vitals } from '../model';
import { ActingElement, PageElement } from './element';

export const MOODS = ['CALM', 'CURIOUS', 'EXCITED', 'AMUSED', 'SUSPENSE', 'TRIUMPHANT', 'SYMPATHETIC', 'SURPRISED'];
const SHOWN = 12;

/** What the host says on air and on the network. */
@customElement('sothebais-host')
export class HostLines extends PageElement {
  @property({ attribute: false }) lines: Line[] = [];
  @property({ attribute: false }) posts: HostPost[] = [];
  @property() zone = 'UTC';

  protected override render() {
    const said = [
      ...this.lines.map((line) => ({ ...line, how: words(line.mood) })),
      ...this.posts.map((one) => ({ ...one, how: one.replyTo ? 'reply' : 'post' })),
    ]
      .sort((a, b) => b.position - a.position)
      .slice(0, SHOWN);
    return html`<section class="card host" aria-labelledby="host-title">
      <header class="card-head"><h2 id="host-title">Host</h2></header>
      ${said.length === 0
        ? html`<p class="empty-note">The host has not spoken yet.</p>`
        : html`<ol class="host-list" tabindex="0" aria-labelledby="host-title">
            ${said.map(
              (one) =>
                html`<li data-testid="host-line">
                  <p>${one.text}</p>
                  <p class="muted">
                    <time datetime=${one.at}>${clock(Date.parse(one.at), this.zone)}</time> · ${one.how}
                  </p>
                </li>`,
            )}
          </ol>`}
    </section>`;
  }
}

/** What a director may do. The buttons are always there; without a login they ask for it. */
@customElement('sothebais-director')
export class Director extends ActingElement {
  @property({ attribute: false }) vitals: Vitals | null = null;
  @property({ type: Boolean, attribute: 'logged-in' }) loggedIn = false;
  @state() private busy = false;

  protected override render() {
    const rehearsal = this.vitals?.rehearsal;
    const playing = rehearsal?.stage === 'PLAYING' || rehearsal?.stage === 'PREPARING';
    return html`<section class="card director" aria-labelledby="director-title">
      <header class="card-head">
        <h2 id="director-title">Director</h2>
        <button type="button" data-testid="start-demo" ?disabled=${this.busy || playing} @click=${this.rehearse}>
          ${playing ? 'Demo show is on' : 'Start demo show'}
        </button>
      </header>
      ${rehearsal ? html`<p class="muted">${rehearsal.message}</p>` : ''}
      <form class="say" @submit=${this.speak}>
        <label class="visually-hidden" for="say-text">What the host shall say</label>
        <input id="say-text" name="text" maxlength="280" required placeholder="Let the host say…" autocomplete="off" />
        <label class="visually-hidden" for="say-mood">Mood</label>
        <select id="say-mood" name="mood">
          ${MOODS.map((mood) => html`<option value=${mood}>${words(mood)}</option>`)}
        </select>
        <button type="submit" data-testid="say" ?disabled=${this.busy}>Say</button>
      </form>
      <p class=${this.failed ? 'note bad-text' : 'note'} role="status">${this.message}</p>
    </section>`;
  }

  private rehearse(): void {
    void this.order('The demo show starts.', () => post('/api/rehearsal'));
  }

  private speak(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    void this.order('The host will say it.', async () => {
      await post('/api/host/say', { text: String(data.get('text')), mood: String(data.get('mood')) });
      form.reset();
    });
  }

  private async order(done: string, work: () => Promise<unknown>): Promise<void> {
    if (!this.loggedIn) {
      this.askForLogin();
      return;
    }
    this.busy = true;
    await this.act(done, work);
    this.busy = false;
  }
}
