import { LitElement } from 'lit';

/** Parts of the page live in the page itself, so one style sheet and one set of test ids serve all. */
export class PageElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
