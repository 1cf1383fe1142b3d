import { html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { post, wordsOf } from '../api';
import type { Session } from '../model';
import { PageElement } from './element';

/** The login as a dialog; tells the page who is logged in. */
@customElement('sothebais-login')
export class Login extends PageElement {
  @state() private message = '';
  @state() private busy = false;

  open(): void {
    if (this.dialog.open) return;
    this.message = '';
    this.dialog.showModal();
  }

  protected override render() {
    return html`<dialog aria-labelledby="login-title">
      <form @submit=${this.submit}>
        <h2 id="login-title">Log in</h2>
        <label>Name <input name="name" autocomplete="username" required autofocus /></label>
        <label>Password <input name="password" type="password" autocomplete="current-password" required /></label>
        <p class="note bad-text" role="alert">${this.message}</p>
        <p class="buttons">
          <button type="button" class="quiet" @click=${() => this.dialog.close()}>Cancel</button>
          <button type="submit" data-testid="login-submit" ?disabled=${this.busy}>Log in</button>
        </p>
      </form>
    </dialog>`;
  }

  private get dialog(): HTMLDialogElement {
    return this.querySelector('dialog')!;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const data = new FormData(form);
    this.busy = true;
    try {
      const session = await post<Session>('/api/login', {
        name: String(data.get('name')),
        password: String(data.get('password')),
      });
      form.reset();
      this.dialog.close();
      this.dispatchEvent(new CustomEvent<Session>('logged-in', { detail: session, bubbles: true }));
    } catch (failure) {
      this.message = wordsOf(failure);
    } finally {
      this.busy = false;
    }
  }
}
