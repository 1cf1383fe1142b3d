import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { post } from '../api';
import { bytes, doing } from '../format';
import type { Output } from '../model';
import { ActingElement } from './element';

const DOT: Record<Output['state'], string> = { UP: 'good', CONNECTING: 'warn', WAITING: 'warn', FAILED: 'bad' };

/** Where the stream goes, output by output, with the button for one that waits. */
@customElement('sothebais-outputs')
export class Outputs extends ActingElement {
  @property({ attribute: false }) outputs: Output[] = [];
  /** The server's clock, milliseconds since 1970. */
  @property({ attribute: false }) now = Date.now();
  @property({ type: Boolean, attribute: 'logged-in' }) loggedIn = false;
  @state() private asked: ReadonlySet<string> = new Set();

  protected override render() {
    return html`<section class="card outputs-card" aria-labelledby="outputs-title">
      <header class="card-head">
        <h2 id="outputs-title">Outputs</h2>
        ${this.outputs.length > 0 ? html`<span class="muted">${this.upCount()}</span>` : nothing}
      </header>
      ${this.outputs.length === 0
        ? html`<p class="empty-note">The stream goes nowhere while it is off the air.</p>`
        : html`<ul class="output-list">
            ${this.outputs.map((output) => this.row(output))}
          </ul>`}
      <p class=${this.failed ? 'note bad-text' : 'note'} role="status">${this.message}</p>
    </section>`;
  }

  private upCount(): string {
    const up = this.outputs.filter((output) => output.state === 'UP').length;
    return up === this.outputs.length ? 'all up' : `${up} of ${this.outputs.length} up`;
  }

  private row(output: Output) {
    const { traffic } = output;
    return html`<li data-testid="output-row" data-state=${output.state}>
      <span class=${`dot ${DOT[output.state]}`}></span>
      <div class="output-body">
        <p class="output-head">
          <strong>${output.name}</strong> <span class="output-doing">${doing(output, this.now)}</span>
          ${output.state === 'WAITING' ? this.button(output) : nothing}
        </p>
        <p class="output-target muted" title=${output.target}>${output.target}</p>
        ${output.failure ? html`<p class="output-failure">${output.failure}</p>` : nothing}
        <dl class="output-figures">
          ${this.figure('sent', bytes(traffic.bytes))}
          ${this.figure('queue', `${traffic.queued} of ${traffic.queueMax}`)}
          ${this.figure('dropped', traffic.droppedPackets)} ${this.figure('reconnects', traffic.reconnects)}
        </dl>
      </div>
    </li>`;
  }

  private button(output: Output) {
    return html`<button
      type="button"
      class="quiet"
      data-testid="output-retry"
      ?disabled=${this.asked.has(output.name)}
      @click=${() => this.retry(output.name)}
    >
      Retry now<span class="visually-hidden"> ${output.name}</span>
    </button>`;
  }

  private figure(name: string, value: string | number) {
    return html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  }

  private async retry(name: string): Promise<void> {
    if (!this.loggedIn) {
      this.askForLogin();
      return;
    }
    this.asked = new Set([...this.asked, name]);
    await this.act(`${name} tries again.`, () => post(`/api/stream/outputs/${encodeURIComponent(name)}/retry`));
    this.asked = new Set([...this.asked].filter((one) => one !== name));
  }
}
