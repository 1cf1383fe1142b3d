import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { ApiError, get, post } from './api';
import { follow } from './feed';
import { clock, words, zoneName } from './format';
import type { Session } from './model';
import './pages/assets';
import './pages/clips';
import './pages/control';
import './parts/bids';
import { PageElement } from './parts/element';
import './parts/host';
import './parts/login';
import type { Login } from './parts/login';
import './parts/lot';
import './parts/lots';
import './parts/outputs';
import './parts/preview';
import './parts/rehearsal';
import './parts/vitals';
import { VIEWS, viewOf, type View } from './route';
import { EMPTY, withBid, withLine, withLot, withPost, withSession, withShow, type State } from './state';
import { apply, choose, theme, type Theme } from './theme';

const TICK_MILLIS = 250;

apply(theme());

/** The page: holds the state, follows the feed and hands each part what it shows. */
@customElement('sothebais-dashboard')
export class Dashboard extends PageElement {
  @state() private page: State = EMPTY;
  @state() private nowMillis = Date.now();
  @state() private theme: Theme = theme();
  @state() private view: View = viewOf(location.hash) ?? 'show';
  private readonly routed = () => (this.view = viewOf(location.hash) ?? this.view);
  private close: (() => void) | undefined;
  private ticker: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.ticker = setInterval(() => (this.nowMillis = Date.now()), TICK_MILLIS);
    this.close = follow('/api/live', {
      opened: () => (this.page = { ...this.page, connection: 'open' }),
      lost: () => (this.page = { ...this.page, connection: 'lost' }),
      show: (show) => (this.page = withShow(this.page, show, Date.now())),
      bid: (bid) => (this.page = withBid(this.page, bid)),
      lot: (parts) => (this.page = withLot(this.page, parts)),
      session: (move) => (this.page = withSession(this.page, move)),
      line: (line) => (this.page = withLine(this.page, line)),
      post: (one) => (this.page = withPost(this.page, one)),
      vitals: (vitals) => (this.page = { ...this.page, vitals }),
    });
    window.addEventListener('hashchange', this.routed);
    void this.whoAmI();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.ticker);
    window.removeEventListener('hashchange', this.routed);
    this.close?.();
  }

  protected override render() {
    const zone = this.page.show?.campaign?.zone ?? 'UTC';
    return html`${this.header(zone)} ${this.lost()}
      <sothebais-rehearsal .loggedIn=${this.page.session !== null}></sothebais-rehearsal>
      ${this.body(zone)}
      <sothebais-login
        @logged-in=${(event: CustomEvent<Session>) => (this.page = { ...this.page, session: event.detail })}
      ></sothebais-login>`;
  }

  private body(zone: string) {
    const loggedIn = this.page.session !== null;
    if (this.view === 'control') {
      return html`<main class="one" id="main" @login-wanted=${this.openLogin}>
        <sothebais-control
          .loggedIn=${loggedIn}
          .onAir=${Boolean(this.page.vitals?.stream)}
          .now=${this.nowMillis + this.page.offsetMillis}
        ></sothebais-control>
      </main>`;
    }
    if (this.view === 'clips') {
      return html`<main class="one" id="main" @login-wanted=${this.openLogin}>
        <sothebais-clips .loggedIn=${loggedIn} .zone=${zone}></sothebais-clips>
      </main>`;
    }
    if (this.view === 'assets') {
      return html`<main class="one" id="main" @login-wanted=${this.openLogin}>
        <sothebais-assets .loggedIn=${loggedIn} .zone=${zone}></sothebais-assets>
      </main>`;
    }
    return this.live(zone);
  }

  private live(zone: string) {
    const { show, vitals, session } = this.page;
    return html`<main id="main" @login-wanted=${this.openLogin}>
        <div class="column wide">
          <sothebais-lot .show=${show} .now=${this.nowMillis + this.page.offsetMillis}></sothebais-lot>
          <sothebais-bids .bids=${this.page.bids} .zone=${zone}></sothebais-bids>
          <sothebais-lots .lots=${show?.lots ?? []} .zone=${zone}></sothebais-lots>
        </div>
        <div class="column">
          <sothebais-preview .onAir=${Boolean(vitals?.stream)} .loggedIn=${session !== null}></sothebais-preview>
          <sothebais-stream .stream=${vitals?.stream ?? null}></sothebais-stream>
          <sothebais-outputs
            .outputs=${vitals?.stream?.outputs ?? []}
            .now=${this.nowMillis + this.page.offsetMillis}
            .loggedIn=${session !== null}
          ></sothebais-outputs>
          <sothebais-host .lines=${this.page.lines} .posts=${this.page.posts} .zone=${zone}></sothebais-host>
          <sothebais-director .vitals=${vitals} .loggedIn=${session !== null}></sothebais-director>
          <sothebais-health .vitals=${vitals}></sothebais-health>
        </div>
      </main>`;
  }

  private header(zone: string) {
    const { show, session } = this.page;
    const now = this.nowMillis + this.page.offsetMillis;
    const phase = show?.session?.phase;
    return html`<header class="top">
      <p class="brand"><img src="./gavel.svg" alt="" width="28" height="28" /><span>Sotheb<b>AI</b>s</span></p>
      <h1>
        ${show?.campaign?.name ?? 'No campaign'}
        <span class=${phase === 'LIVE' ? 'badge live' : 'badge'} data-testid="phase">${words(phase ?? 'idle')}</span>
      </h1>
      <nav class="views" aria-label="Pages">
        ${VIEWS.map(
          (one) =>
            html`<a href=${one.hash} aria-current=${one.view === this.view ? 'page' : 'false'} data-testid=${`view-${one.view}`}
              >${one.name}</a
            >`,
        )}
      </nav>
      <p class="clocks">
        <span><time>${clock(now, zone)}</time> ${zoneName(zone)}</span>
        ${zone === 'UTC' ? nothing : html`<span class="muted"><time>${clock(now, 'UTC')}</time> UTC</span>`}
      </p>
      <p class="actions">
        ${this.connection()}
        <button class="quiet" type="button" @click=${this.switchTheme}>
          ${this.theme === 'dark' ? 'Light' : 'Dark'}<span class="visually-hidden"> colours</span>
        </button>
        ${session
          ? html`<button class="quiet" type="button" data-testid="logout" @click=${this.logout}>
              Log out ${session.name}
            </button>`
          : html`<button type="button" data-testid="login" @click=${this.openLogin}>Log in</button>`}
      </p>
    </header>`;
  }

  private connection() {
    const text = { connecting: 'connecting', open: 'live', lost: 'reconnecting' }[this.page.connection];
    const kind = { connecting: 'warn', open: 'good', lost: 'bad' }[this.page.connection];
    return html`<span class="connection" data-testid="connection"><span class=${`dot ${kind}`}></span>${text}</span>`;
  }

  private lost() {
    return html`<div role="status">
      ${this.page.connection === 'lost'
        ? html`<p class="banner">The connection is lost. What you see may be old; trying again…</p>`
        : nothing}
    </div>`;
  }

  private openLogin(): void {
    this.querySelector<Login>('sothebais-login')?.open();
    // A session may have ended without this page; whoever looks at what needs one must not ask again and again.
    if (this.page.session) void this.whoAmI();
  }

  private switchTheme(): void {
    this.theme = this.theme === 'dark' ? 'light' : 'dark';
    choose(this.theme);
  }

  private async logout(): Promise<void> {
    await post('/api/logout').catch(() => undefined);
    await this.whoAmI();
  }

  private async whoAmI(): Promise<void> {
    try {
      const session = await get<Session>('/api/session');
      this.page = { ...this.page, session: session.loggedIn ? session : null };
    } catch (failure) {
      if (!(failure instanceof ApiError)) throw failure;
      this.page = { ...this.page, session: null };
    }
  }
}
