import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import { get } from '../api';
import type { Page } from '../model';
import { ActingElement } from '../parts/element';

/** A page that shows a list which only those who are logged in may read, piece by piece. */
export abstract class PagedElement<T> extends ActingElement {
  @property({ type: Boolean, attribute: 'logged-in' }) loggedIn = false;
  @state() protected items: T[] | null = null;
  @state() protected next: string | null = null;
  @state() protected trouble = '';
  @state() protected loading = false;
  private asking = 0;

  /** Address of the first piece, with its query. */
  protected abstract source(): string;

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.loggedIn) void this.reload();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('loggedIn') && changed.get('loggedIn') !== undefined) {
      if (this.loggedIn) void this.reload();
      else this.items = null;
    }
  }

  protected async reload(): Promise<void> {
    await this.load(null);
  }

  protected async more(): Promise<void> {
    await this.load(this.next);
  }

  /** Answers that a newer question has overtaken are dropped. */
  private async load(cursor: string | null): Promise<void> {
    const question = ++this.asking;
    this.loading = true;
    try {
      const piece = await get<Page<T>>(this.source() + (cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''));
      if (question !== this.asking) return;
      this.items = cursor ? [...(this.items ?? []), ...piece.items] : piece.items;
      this.next = piece.next;
      this.trouble = '';
    } catch (failure) {
      if (question !== this.asking) return;
      this.trouble = this.explain(failure);
    } finally {
      if (question === this.asking) this.loading = false;
    }
  }

  /** Why there is no list; nothing when there is one. */
  protected instead() {
    if (!this.loggedIn) {
      return html`<div class="empty-page">
        <p>Log in to see this page.</p>
        <button type="button" @click=${this.askForLogin}>Log in</button>
      </div>`;
    }
    if (this.trouble) {
      return html`<div class="empty-page" role="alert">
        <p class="bad-text">${this.trouble}</p>
        <button type="button" class="quiet" @click=${() => this.reload()}>Try again</button>
      </div>`;
    }
    return this.items === null ? html`<p class="empty-page" role="status">Loading…</p>` : null;
  }

  protected moreButton() {
    return this.next
      ? html`<p class="more">
          <button type="button" class="quiet" ?disabled=${this.loading} @click=${() => this.more()}>Show more</button>
        </p>`
      : nothing;
  }
}
