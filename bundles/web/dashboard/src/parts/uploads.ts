import { html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { bytes } from '../format';
import { ACCEPTED, upload, type Upload } from '../upload';
import { PageElement } from './element';

/** Most files that are listed; of more the oldest that are done go. */
const LISTED_MAX = 20;

interface Row {
  id: number;
  file: File;
  share: number;
  stage: 'waiting' | 'sending' | 'done' | 'failed';
  message: string;
  running?: Upload;
}

/** Takes files by button and by dropping, and sends them one after the other; says `uploaded` after each. */
@customElement('sothebais-uploads')
export class Uploads extends PageElement {
  @state() private rows: Row[] = [];
  @state() private over = false;
  private ids = 0;
  private busy = false;

  protected override render() {
    return html`<div
        class=${this.over ? 'drop over' : 'drop'}
        data-testid="drop"
        @dragover=${this.dragged}
        @dragleave=${() => (this.over = false)}
        @drop=${this.dropped}
      >
        <p>
          <label class="button" for="upload-file">Upload files</label>
          <input
            id="upload-file"
            data-testid="upload"
            class="visually-hidden"
            type="file"
            multiple
            accept=${ACCEPTED}
            @change=${this.chosen}
          />
          <span class="muted">or drop them here: PNG, JPEG, GIF, WebP, SVG, MP4</span>
        </p>
      </div>
      ${this.rows.length > 0
        ? html`<ul class="upload-list" aria-label="Uploads">
            ${this.rows.map((row) => this.row(row))}
          </ul>`
        : nothing}`;
  }

  private row(row: Row) {
    const moving = row.stage === 'waiting' || row.stage === 'sending';
    return html`<li data-testid="upload-row" data-stage=${row.stage}>
      <span class="upload-name">${row.file.name} <span class="muted">${bytes(row.file.size)}</span></span>
      ${moving
        ? html`<progress max="1" .value=${row.share} aria-label=${`Upload of ${row.file.name}`}></progress>
            <button type="button" class="quiet" @click=${() => this.cancel(row)}>
              Cancel<span class="visually-hidden"> ${row.file.name}</span>
            </button>`
        : html`<span class=${row.stage === 'failed' ? 'bad-text' : 'good-text'} role="status">${row.message}</span>
            <button type="button" class="quiet" @click=${() => this.drop(row)}>
              Dismiss<span class="visually-hidden"> ${row.file.name}</span>
            </button>`}
    </li>`;
  }

  private dragged(event: DragEvent): void {
    event.preventDefault();
    this.over = true;
  }

  private dropped(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    this.add([...(event.dataTransfer?.files ?? [])]);
  }

  private chosen(event: Event): void {
    const input = event.target as HTMLInputElement;
    this.add([...(input.files ?? [])]);
    // The same file can be chosen again after it was refused.
    input.value = '';
  }

  private add(files: File[]): void {
    const fresh = files.map((file): Row => ({ id: ++this.ids, file, share: 0, stage: 'waiting', message: '' }));
    const over = Math.max(0, this.rows.length + fresh.length - LISTED_MAX);
    const old = this.rows.filter((row) => row.stage === 'done' || row.stage === 'failed').slice(0, over);
    this.rows = [...this.rows.filter((row) => !old.includes(row)), ...fresh];
    void this.run();
  }

  private async run(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    for (let row = this.waiting(); row; row = this.waiting()) {
      await this.send(row.id, row.file);
    }
    this.busy = false;
  }

  private waiting(): Row | undefined {
    return this.rows.find((row) => row.stage === 'waiting');
  }

  private async send(id: number, file: File): Promise<void> {
    const running = upload(file, (share) => this.change(id, { share }));
    this.change(id, { stage: 'sending', running });
    try {
      const asset = await running.done;
      const message = asset.versions > 1 ? `Stored as version ${asset.newest.version}.` : 'Stored.';
      this.change(id, { stage: 'done', message });
      this.dispatchEvent(new CustomEvent('uploaded', { detail: asset, bubbles: true }));
    } catch (failure) {
      this.change(id, { stage: 'failed', message: this.explain(failure) });
    }
  }

  private cancel(row: Row): void {
    if (row.running) row.running.cancel();
    else this.change(row.id, { stage: 'failed', message: 'Cancelled.' });
  }

  private drop(row: Row): void {
    this.rows = this.rows.filter((one) => one.id !== row.id);
  }

  private change(id: number, change: Partial<Row>): void {
    this.rows = this.rows.map((row) => (row.id === id ? { ...row, ...change } : row));
  }
}
