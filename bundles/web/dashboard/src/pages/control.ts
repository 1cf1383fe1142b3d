import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get, post } from '../api';
import { deed, holdAll, keyAct, nextCue, type Order } from '../control';
import { ownZone } from '../format';
import type { Control, Rundown } from '../model';
import '../parts/desk';
import type { Desk } from '../parts/desk';
import { ActingElement } from '../parts/element';
import '../parts/rundown';

const LOOK_MILLIS = 1_000;

const KEYS: [string, string][] = [
  ['Space', 'cut'],
  ['Enter', 'take with the chosen transition'],
  ['1 to 9', 'put that source on preview'],
  ['F  W  S', 'choose fade, wipe or stinger'],
  ['N', 'fire the next cue'],
  ['H', 'hold the rundown, or let it go on'],
  ['?', 'this help'],
];

/** Show control: program, preview and the rundown, with buttons and with keys. */
@customElement('sothebais-control')
export class ControlPage extends ActingElement {
  @property({ type: Boolean, attribute: 'logged-in' }) loggedIn = false;
  @property({ type: Boolean }) onAir = false;
  /** The server's clock, milliseconds since 1970. */
  @property({ attribute: false }) now = Date.now();
  @state() private control: Control | null = null;
  @state() private rundown: Rundown | null = null;
  @state() private trouble = '';
  @state() private busy = false;
  @state() private keys = true;
  private readonly zone = ownZone();
  private timer: ReturnType<typeof setInterval> | undefined;
  private looking = 0;
  /** Looks whose answers have not come. */
  private awaited = 0;
  private readonly pressed = (event: KeyboardEvent) => this.onKey(event);

  override connectedCallback(): void {
    super.connectedCallback();
    this.timer = setInterval(() => !document.hidden && !this.busy && this.awaited === 0 && void this.look(), LOOK_MILLIS);
    window.addEventListener('keydown', this.pressed);
    void this.look();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
    window.removeEventListener('keydown', this.pressed);
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (!changed.has('loggedIn')) return;
    if (this.loggedIn) void this.look();
    else {
      this.looking++;
      this.control = null;
      this.rundown = null;
    }
  }

  /** Answers that a newer look, or an order, has overtaken are dropped. */
  private async look(): Promise<void> {
    if (!this.loggedIn) return;
    const look = ++this.looking;
    this.awaited++;
    try {
      const [control, rundown] = await Promise.all([
        get<Control>('/api/stream/control'),
        get<Rundown>('/api/stream/rundown'),
      ]);
      if (look !== this.looking) return;
      this.control = control;
      this.rundown = rundown;
      this.trouble = '';
    } catch (failure) {
      if (look !== this.looking) return;
      this.trouble = this.explain(failure);
    } finally {
      this.awaited--;
    }
  }

  private async carryOut(order: Order): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.looking++;
    await this.act(order.done, async () => {
      for (const call of order.calls) await post(call.path, call.body);
    });
    this.busy = false;
    await this.look();
  }

  private onKey(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const typing = target.closest?.('input, select, textarea, dialog, summary, a, button, video');
    const meaning = this.keys && this.control && !typing ? keyAct(event) : undefined;
    if (!meaning) return;
    event.preventDefault();
    const desk = this.querySelector<Desk>('sothebais-desk');
    switch (meaning.act) {
      case 'cut':
        return desk?.cut();
      case 'take':
        return desk?.take();
      case 'kind':
        return desk?.choose(meaning.kind);
      case 'source':
        return desk?.source(meaning.index);
      case 'hold':
        return void this.carryOut(holdAll(!this.rundown?.held));
      case 'help':
        return void this.querySelector('.keys-help')?.toggleAttribute('open');
      case 'next': {
        const cue = nextCue(this.rundown);
        if (cue) void this.carryOut(deed(cue, 'fire'));
      }
    }
  }

  /** What was clicked with a pointer gives the keyboard back, so that Space cuts and does not press the button again. */
  private released(event: MouseEvent): void {
    if (event.detail > 0) (event.target as HTMLElement).closest('button')?.blur();
  }

  protected override render() {
    return html`<section
      class="page control"
      aria-labelledby="control-title"
      @order=${(event: CustomEvent<Order>) => this.carryOut(event.detail)}
      @click=${this.released}
    >
      <header class="page-head">
        <h2 id="control-title">Show control</h2>
        <p class="muted">What is on the stream now, and what comes next.</p>
        ${this.control ? this.keySwitch() : nothing}
      </header>
      ${this.instead() ?? this.desk(this.control!)}
    </section>`;
  }

  private instead() {
    if (!this.loggedIn) {
      return html`<div class="empty-page">
        <p>Log in to see this page.</p>
        <button type="button" @click=${this.askForLogin}>Log in</button>
      </div>`;
    }
    if (this.control) return null;
    return this.trouble
      ? html`<div class="empty-page" role="alert">
          <p class="bad-text">${this.trouble}</p>
          <p class="muted">Trying again…</p>
        </div>`
      : html`<p class="empty-page" role="status">Loading…</p>`;
  }

  private keySwitch() {
    return html`<button
      type="button"
      class="quiet keys-switch"
      aria-pressed=${this.keys}
      data-testid="keys"
      @click=${() => (this.keys = !this.keys)}
    >
      Keys ${this.keys ? 'on' : 'off'}
    </button>`;
  }

  private desk(control: Control) {
    return html`${this.trouble
        ? html`<p class="notice bad" role="alert">${this.trouble} What you see may be old; trying again…</p>`
        : nothing}
      <p class=${this.failed ? 'note bad-text' : 'note'} role="status" data-testid="told">${this.message}</p>
      <div class="control-grid">
        <sothebais-desk
          .control=${control}
          .now=${this.now}
          .zone=${this.zone}
          .onAir=${this.onAir}
          .busy=${this.busy}
        ></sothebais-desk>
        <sothebais-rundown
          .rundown=${this.rundown}
          .sources=${control.sources}
          .now=${this.now}
          .zone=${this.zone}
          .busy=${this.busy}
        ></sothebais-rundown>
      </div>
      ${this.help()}`;
  }

  private help() {
    return html`<details class="card keys-help" data-testid="help">
      <summary>Keys</summary>
      <dl>
        ${KEYS.map(([key, what]) => html`<div><dt><kbd>${key}</kbd></dt><dd>${what}</dd></div>`)}
      </dl>
      <p class="muted">
        They act while no field or button has the focus, and only on this page; switch them off at the top when somebody else may
        come near the keyboard.
      </p>
    </details>`;
  }
}
