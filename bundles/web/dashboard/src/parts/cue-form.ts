import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { sourceName, TRANSITIONS, type Order } from '../control';
import { moment, words } from '../format';
import { PageElement } from './element';
import { MOODS } from './host';

type Kind = 'say' | 'source' | 'mood' | 'mark';

const KINDS: { kind: Kind; name: string }[] = [
  { kind: 'say', name: 'Host says' },
  { kind: 'source', name: 'Source' },
  { kind: 'mood', name: 'Mood' },
  { kind: 'mark', name: 'Mark' },
];
const LABEL_MAX = 60;
const TEXT_MAX = 280;
const MINUTES_MAX = 7 * 24 * 60;
const MINUTE_MILLIS = 60_000;

/** Adds a cue some minutes from now. */
@customElement('sothebais-cue-form')
export class CueForm extends PageElement {
  @property({ attribute: false }) sources: string[] = [];
  @property({ attribute: false }) now = Date.now();
  @property() zone = 'UTC';
  @property({ type: Boolean }) busy = false;
  @state() private kind: Kind = 'say';
  @state() private minutes = 5;

  protected override render() {
    return html`<details class="cue-form">
      <summary data-testid="add-cue">Add a cue</summary>
      <form @submit=${this.add}>
        <label>What it is called <input name="label" required maxlength=${LABEL_MAX} autocomplete="off" /></label>
        <label
          >In minutes
          <input
            name="minutes"
            type="number"
            inputmode="decimal"
            required
            min="0"
            max=${MINUTES_MAX}
            step="any"
            .value=${String(this.minutes)}
            @input=${(event: Event) => (this.minutes = Number((event.target as HTMLInputElement).value))}
        /></label>
        <label
          >What happens
          <select name="kind" @change=${(event: Event) => (this.kind = (event.target as HTMLSelectElement).value as Kind)}>
            ${KINDS.map((one) => html`<option value=${one.kind}>${one.name}</option>`)}
          </select></label
        >
        ${this.details()}
        <p class="cue-add">
          <button type="submit" data-testid="cue-submit" ?disabled=${this.busy}>Add</button>
          <span class="muted">at ${moment(this.at(), this.now, this.zone)}</span>
        </p>
      </form>
    </details>`;
  }

  private at(): number {
    return this.now + (Number.isFinite(this.minutes) ? this.minutes : 0) * MINUTE_MILLIS;
  }

  private details() {
    const moods = html`<label
      >Mood
      <select name="mood">
        ${MOODS.map((mood) => html`<option value=${mood}>${words(mood)}</option>`)}
      </select></label
    >`;
    switch (this.kind) {
      case 'say':
        return html`<label class="wide"
            >Words <textarea name="say" required maxlength=${TEXT_MAX} rows="2" aria-describedby="say-slots"></textarea></label
          >${moods}
          <p class="muted wide" id="say-slots">
            {lot}, {title}, {artist}, {story}, {price}, {next}, {leader}, {bids}, {seconds} and {campaign} are filled in when it is said;
            without a value for one of them nothing is said. Braces themselves are written twice.
          </p>`;
      case 'source':
        return html`<label
            >Source
            <select name="source">
              ${this.sources.map((source) => html`<option value=${source}>${sourceName(source)}</option>`)}
            </select></label
          >
          <label
            >Transition
            <select name="transition">
              ${TRANSITIONS.map((one) => html`<option value=${one.kind}>${one.name}</option>`)}
            </select></label
          >`;
      case 'mood':
        return moods;
      case 'mark':
        return nothing;
    }
  }

  private add(event: SubmitEvent): void {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const given = Object.fromEntries(new FormData(form)) as Record<string, string>;
    const { minutes: _minutes, kind: _kind, ...fields } = given;
    const order: Order = {
      calls: [{ path: '/api/stream/rundown/cues', body: { ...fields, at: new Date(this.at()).toISOString() } }],
      done: `${given['label']} is in the rundown.`,
    };
    this.dispatchEvent(new CustomEvent<Order>('order', { detail: order, bubbles: true }));
  }
}
