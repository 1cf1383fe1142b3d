import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { lufs, meter, millis } from '../format';
import type { Status, Stream, Vitals } from '../model';
import { PageElement } from './element';

const STATUS_TEXT: Record<Status, string> = { WELL: 'well', DEGRADED: 'degraded', DOWN: 'down' };
const STATUS_CLASS: Record<Status, string> = { WELL: 'good', DEGRADED: 'warn', DOWN: 'bad' };

/** Figures of the stream under the preview. */
@customElement('sothebais-stream')
export class StreamFigures extends PageElement {
  @property({ attribute: false }) stream: Stream | null = null;

  protected override render() {
    const stream = this.stream;
    return html`<section class="card stream" aria-labelledby="stream-title">
      <header class="card-head">
        <h2 id="stream-title">Stream</h2>
        ${stream ? html`<span class="muted">${stream.renderer}, ${stream.picture.encoder}</span>` : nothing}
      </header>
      ${stream ? this.figures(stream) : html`<p class="empty-note">The stream is not running.</p>`}
    </section>`;
  }

  private figures(stream: Stream) {
    return html`<dl class="figures">
        ${this.figure('fps', stream.picture.fps.toFixed(1))} ${this.figure('late', stream.picture.late)}
        ${this.figure('dropped', stream.picture.dropped)} ${this.figure('kbit/s', stream.picture.kbps)}
        ${this.figure('state to frame p95', millis(stream.stateToFrame.p95Millis))}
        ${this.figure('post to frame p95', millis(stream.postToFrame.p95Millis))}
        ${this.figure('loudness now', lufs(stream.sound.loudness.momentaryLufs))}
        ${this.figure('of 3 s', lufs(stream.sound.loudness.shortTermLufs))}
        ${this.figure('of the show', lufs(stream.sound.loudness.integratedLufs))}
        ${this.figure('true peak', `${stream.sound.loudness.truePeakDb.toFixed(1)} dBTP`)}
        ${this.figure('compose p95', millis(stream.compose.p95Millis))}
        ${this.figure('encode p95', millis(stream.encode.p95Millis))}
        ${this.figure('sound ahead', millis(stream.drift.soundMillis))}
        ${this.figure('behind the clock', millis(stream.drift.clockMillis))}
      </dl>
      <div class="sound">
        <label for="sound-meter">Sound</label>
        <meter id="sound-meter" min="0" max="100" high="92" .value=${meter(stream.sound.rmsDb)}></meter>
        <span class="muted">${stream.sound.rmsDb.toFixed(0)} dB</span>
        ${stream.sound.silentSeconds > 0
          ? html`<span class="badge warn" data-testid="silence">silent for ${stream.sound.silentSeconds} s</span>`
          : nothing}
      </div>`;
  }

  private figure(name: string, value: string | number) {
    return html`<div>
      <dt>${name}</dt>
      <dd>${value}</dd>
    </div>`;
  }
}

/** How each part is, and whether the books balance. */
@customElement('sothebais-health')
export class HealthList extends PageElement {
  @property({ attribute: false }) vitals: Vitals | null = null;

  protected override render() {
    const parts = this.vitals?.health.parts ?? [];
    return html`<section class="card health" aria-labelledby="health-title">
      <header class="card-head">
        <h2 id="health-title">Health</h2>
        ${this.balance()}
      </header>
      ${parts.length === 0
        ? html`<p class="empty-note">Waiting for the first report.</p>`
        : html`<ul class="health-list">
            ${parts.map(
              (part) =>
                html`<li data-testid="health-row" data-status=${part.status}>
                  <span class=${`dot ${STATUS_CLASS[part.status]}`}></span>
                  <strong>${part.part}</strong>
                  <span class="visually-hidden">${STATUS_TEXT[part.status]}.</span>
                  <span class="health-message">${part.message}</span>
                </li>`,
            )}
          </ul>`}
    </section>`;
  }

  private balance() {
    const balanced = this.vitals?.escrowBalanced;
    if (balanced === null || balanced === undefined) {
      return html`<span class="badge" data-testid="escrow">Escrow not compared yet</span>`;
    }
    return balanced
      ? html`<span class="badge good" data-testid="escrow">Escrow balanced</span>`
      : html`<span class="badge bad" data-testid="escrow">Escrow does not balance</span>`;
  }
}
