import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, post } from '../api';
import { taking } from '../format';
import type { Taken, Taking } from '../model';
import { PageElement } from './element';

/** How often a call that runs is asked how far it is. */
const ASKED_EVERY_MILLIS = 1_000;

const URI_MAX = 524_288;

/** The call for an address, of those that run; the server shortens long ones. */
export function mine(calls: Taking[], uri: string): Taking | null {
  const isMine = (told: string): boolean => {
    const [, start, length] = /^(.*)\.\.\. \((\d+) characters\)$/s.exec(told) ?? [];
    return told === uri || (start !== undefined && uri.startsWith(start) && uri.length === Number(length));
  };
  return calls.find((call) => isMine(call.uri)) ?? null;
}

/** Takes the picture of a token from the token's address; says `uploaded` when it is kept. */
@customElement('sothebais-token')
export class Token extends PageElement {
  @state() private running = false;
  @state() private call: Taking | null = null;
  @state() private taken: Taken | null = null;
  @state() private failure = '';
  private asking: ReturnType<typeof setTimeout> | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.asking);
  }

  protected override render() {
    return html`<form class="token-form" aria-labelledby="token-title" data-testid="token" @submit=${this.submitted}>
        <h3 id="token-title">Take from a token's address</h3>
        <div class="token-fields">
          <label class="token-uri"
            >What its tokenURI says
            <input name="uri" required maxlength=${URI_MAX} autocomplete="off" spellcheck="false" placeholder="ipfs://… or https://…" />
          </label>
          <label class="token-id"
            >Token number <input name="tokenId" inputmode="numeric" pattern="[0-9]{1,78}" autocomplete="off" placeholder="for {id}" />
          </label>
          <label class="token-medium"
            >Medium
            <select name="medium">
              <option value="IMAGE">Picture</option>
              <option value="ANIMATION">Film</option>
            </select>
          </label>
          <button type="submit" data-testid="token-take" ?disabled=${this.running}>Take</button>
        </div>
      </form>
      <div role="status" class="token-state">
        ${this.running ? this.progress() : nothing} ${this.taken ? this.result(this.taken) : nothing}
      </div>
      <p class="note bad-text" role="alert" data-testid="token-failure">${this.failure}</p>`;
  }

  private progress() {
    const total = this.call?.step === 'PICTURE' ? this.call.total : null;
    return html`<p data-testid="token-progress">
      ${total === null
        ? html`<progress aria-label="Taking the token's picture"></progress>`
        : html`<progress max=${total} .value=${this.call!.bytes} aria-label="Taking the token's picture"></progress>`}
      ${taking(this.call)}
    </p>`;
  }

  private result({ asset, token }: Taken) {
    return html`<div class="token-result" data-testid="token-result">
      <p><span class="good-text">Kept as ${asset.name}.</span></p>
      <p>
        <strong>${token.name ?? 'Without a name'}</strong>${token.artist ? html` by ${token.artist}` : nothing}
        ${token.description ? html`<br /><span class="muted">${token.description}</span>` : nothing}
      </p>
      ${token.traits.length > 0
        ? html`<ul class="trait-list">
            ${token.traits.map((trait) => html`<li class="badge">${trait.name ? `${trait.name}: ` : ''}${trait.value}</li>`)}
          </ul>`
        : nothing}
    </div>`;
  }

  private async submitted(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = new FormData(form);
    const uri = String(given.get('uri')).trim();
    const tokenId = String(given.get('tokenId')).trim();
    this.running = true;
    this.call = null;
    this.taken = null;
    this.failure = '';
    this.ask(uri);
    try {
      this.taken = await post<Taken>('/api/assets/token', {
        uri,
        ...(tokenId ? { tokenId } : {}),
        medium: String(given.get('medium')),
      });
      form.reset();
      this.dispatchEvent(new CustomEvent('uploaded', { detail: this.taken.asset, bubbles: true }));
    } catch (failure) {
      this.failure = this.explain(failure);
    } finally {
      this.running = false;
      clearTimeout(this.asking);
    }
  }

  /** How far it is; an answer that does not come is asked for again, and the call itself goes on. */
  private ask(uri: string): void {
    this.asking = setTimeout(() => {
      void get<{ items: Taking[] }>('/api/assets/token')
        .then((page) => (this.call = mine(page.items, uri) ?? this.call))
        .catch(() => undefined)
        .finally(() => this.running && this.isConnected && this.ask(uri));
    }, ASKED_EVERY_MILLIS);
  }
}
