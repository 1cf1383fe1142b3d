import { LitElement } from 'lit';
import { state } from 'lit/decorators.js';
import { ApiError, wordsOf } from '../api';

/** Parts of the page live in the page itself, so one style sheet and one set of test ids serve all. */
export class PageElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** The words of a failure; whoever is not logged in any more is asked to. */
  protected explain(failure: unknown): string {
    if (failure instanceof ApiError && failure.code === 'NOT_LOGGED_IN') this.askForLogin();
    return wordsOf(failure);
  }

  protected askForLogin(): void {
    this.dispatchEvent(new CustomEvent('login-wanted', { bubbles: true }));
  }
}

/** A part that does what somebody orders and says what became of it. */
export class ActingElement extends PageElement {
  @state() protected message = '';
  @state() protected failed = false;

  /** Says `done` when the work is done, and why when it is not. @returns whether it is */
  protected async act(done: string, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      this.say(done);
    } catch (failure) {
      this.say(this.explain(failure), true);
    }
    return !this.failed;
  }

  protected say(message: string, failed = false): void {
    this.message = message;
    this.failed = failed;
  }
}
