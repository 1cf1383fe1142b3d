import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ApiError, get } from '../api';
import type { Lot, Show } from '../model';
import { PageElement } from '../parts/element';
import { apply, choose, theme, type Theme } from '../theme';
import './entries';
import './result';
import { rootOf, verify, type Finding } from './verify';

type Lots = Lot[] | 'asking' | 'unreachable';

apply(theme());

/** The page: takes a ledger from a file or from the server and checks it here; the server is asked for the file and for nothing else. */
@customElement('sothebais-verify')
export class VerifyPage extends PageElement {
  @state() private lots: Lots = 'asking';
  @state() private finding: Finding | null = null;
  /** Where the ledger at hand came from, in words. */
  @state() private source = '';
  @state() private trouble = '';
  @state() private busy = false;
  @state() private over = false;
  @state() private pasted = '';
  @state() private theme: Theme = theme();
  private bytes: Uint8Array | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.askForLots();
    const lot = new URLSearchParams(location.search).get('lot');
    if (lot) void this.fetchLot(lot);
  }

  protected override render() {
    return html`<header class="top">
        <p class="brand"><img src="./gavel.svg" alt="" width="28" height="28" /><span>Sotheb<b>AI</b>s</span></p>
        <h1>Verify a ledger</h1>
        <p class="actions">
          <a href="/dashboard/">Dashboard</a>
          <button class="quiet" type="button" @click=${this.switchTheme}>
            ${this.theme === 'dark' ? 'Light' : 'Dark'}<span class="visually-hidden"> colours</span>
          </button>
        </p>
      </header>
      <main class="verify">
        ${this.chooser()}
        <div id="result" tabindex="-1" aria-live="polite" aria-busy=${this.busy ? 'true' : 'false'}>
          ${this.busy ? html`<p class="card empty-note" data-testid="busy">Computing hashes…</p>` : nothing}
          ${this.trouble
            ? html`<p class="card verdict-card bad" role="alert" data-testid="trouble">${this.trouble}</p>`
            : nothing}
          ${this.finding && !this.busy
            ? html`<sothebais-finding
                .finding=${this.finding}
                .source=${this.source}
                .pasted=${this.pasted}
                @pasted=${(event: CustomEvent<string>) => this.compare(event.detail)}
              ></sothebais-finding>`
            : nothing}
        </div>
        ${this.finding?.file && !this.busy
          ? html`<sothebais-entries .finding=${this.finding}></sothebais-entries>`
          : nothing}
        ${this.finding || this.busy || this.trouble ? nothing : this.explanation()}
      </main>`;
  }

  private chooser() {
    return html`<section class="card chooser" aria-labelledby="choose-title">
      <div>
        <h2 id="choose-title">A ledger file</h2>
        <label
          class=${this.over ? 'drop over' : 'drop'}
          data-testid="drop"
          @dragover=${this.dragged}
          @dragleave=${() => (this.over = false)}
          @drop=${this.dropped}
        >
          <input type="file" accept=".json,application/json" data-testid="file" @change=${this.chosen} />
          <span><b>Choose a file</b> or drop it here</span>
          <span class="muted">It stays in this browser.</span>
        </label>
      </div>
      <div>
        <h2 id="lots-title">A lot of this server</h2>
        ${this.lotList()}
        <p class="muted">The ledger is downloaded, then checked here like any file.</p>
      </div>
    </section>`;
  }

  private lotList() {
    if (this.lots === 'asking') return html`<p class="empty-note">Asking for the lots…</p>`;
    if (this.lots === 'unreachable') {
      return html`<p class="empty-note" data-testid="lots-trouble">The server does not say its lots; files work all the same.</p>
        <button class="quiet" type="button" @click=${this.askForLots}>Ask again</button>`;
    }
    if (this.lots.length === 0) return html`<p class="empty-note" data-testid="no-lots">No lot is planned.</p>`;
    return html`<form class="lot-choice" @submit=${this.fetched}>
      <select name="lot" aria-labelledby="lots-title" data-testid="lot">
        ${this.lots.map(
          (lot) =>
            html`<option value=${lot.auction}>
              ${lot.work.number}. ${lot.work.title} (${(lot.result.outcome ?? lot.times.status).toLowerCase()})
            </option>`,
        )}
      </select>
      <button type="submit" data-testid="fetch" ?disabled=${this.busy}>Fetch and verify</button>
    </form>`;
  }

  private explanation() {
    return html`<section class="card explanation" aria-labelledby="what-title">
      <h2 id="what-title">What is checked</h2>
      <p>
        Every bid on a lot gets a verdict, and every verdict is a line of the lot's ledger. Each line carries a hash over itself and
        over the line before. Nobody can change, add or take away a line later without changing every hash behind it, up to the last
        one: the root.
      </p>
      <p>
        The root is published when the lot closes and goes on the chain with the settlement. This page computes all hashes again in your
        browser. Compare the root it finds with one that the server cannot change any more; only then do you know that this is
        the ledger that was closed.
      </p>
    </section>`;
  }

  private dragged(event: DragEvent): void {
    event.preventDefault();
    this.over = true;
  }

  private dropped(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    const file = event.dataTransfer?.files[0];
    if (file) void this.read(file);
  }

  private chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) void this.read(file);
    // The same file may be chosen again after it changed.
    input.value = '';
  }

  private async read(file: File): Promise<void> {
    await this.take(file.name, async () => new Uint8Array(await file.arrayBuffer()));
  }

  private async fetched(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    await this.fetchLot(String(new FormData(event.target as HTMLFormElement).get('lot')));
  }

  private async fetchLot(lot: string): Promise<void> {
    await this.take(`lot ${lot} of this server`, async () => {
      const answer = await fetch(`/api/lots/${encodeURIComponent(lot)}/ledger`, { cache: 'no-store' }).catch(() => null);
      if (!answer) throw new ApiError('UNREACHABLE', 'The server does not answer; check that it runs and try again.');
      if (!answer.ok) throw new ApiError('REFUSED', `The server has no ledger of this lot (it answered ${answer.status}).`);
      return new Uint8Array(await answer.arrayBuffer());
    });
  }

  private async take(source: string, bring: () => Promise<Uint8Array>): Promise<void> {
    this.busy = true;
    this.trouble = '';
    this.finding = null;
    this.bytes = null;
    try {
      this.bytes = await bring();
      this.source = source;
      await this.check();
    } catch (failure) {
      this.trouble = failure instanceof ApiError ? failure.message : `${source} cannot be read: ${String(failure)}`;
    } finally {
      this.busy = false;
    }
    await this.updateComplete;
    this.querySelector<HTMLElement>('#result')?.focus({ preventScroll: true });
  }

  private async check(): Promise<void> {
    if (!('subtle' in crypto)) {
      throw new ApiError(
        'NO_HASHES',
        'This browser computes hashes only on pages that come by https or from this machine; open the page so, or use ./sothebais verify.',
      );
    }
    if (this.bytes) this.finding = await verify(this.bytes, rootOf(this.pasted));
  }

  private async compare(pasted: string): Promise<void> {
    this.pasted = pasted;
    await this.check();
  }

  private switchTheme(): void {
    this.theme = this.theme === 'dark' ? 'light' : 'dark';
    choose(this.theme);
  }

  private async askForLots(): Promise<void> {
    this.lots = 'asking';
    try {
      this.lots = (await get<Show>('/api/show')).lots;
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      this.lots = 'unreachable';
    }
  }
}
