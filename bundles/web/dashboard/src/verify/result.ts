import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PageElement } from '../parts/element';
import { amount } from './amount';
import { rootOf, type Finding } from './verify';

const HEADLINES = { INTACT: 'Intact', BROKEN: 'Broken', UNREADABLE: 'Not a ledger' };

/** The verdict, the root that was computed, and the comparison with one from elsewhere. */
@customElement('sothebais-finding')
export class FindingCard extends PageElement {
  @property({ attribute: false }) finding: Finding | null = null;
  @property() source = '';
  @property() pasted = '';
  @state() private copied = false;

  protected override render() {
    const finding = this.finding;
    if (!finding) return nothing;
    const kind = finding.verdict === 'INTACT' ? 'good' : 'bad';
    return html`<section class=${`card verdict-card ${kind}`} aria-labelledby="verdict-title" data-testid="finding">
      <h2 id="verdict-title" data-testid="verdict" data-verdict=${finding.verdict}>
        <span aria-hidden="true">${kind === 'good' ? '✓' : '✗'}</span> ${HEADLINES[finding.verdict]}
      </h2>
      <p data-testid="sentence">${sentence(finding)}</p>
      <p class="muted">${this.source}${finding.file ? html` · auction <b>${finding.file.auction}</b>` : nothing}</p>
      ${finding.note ? html`<p class="warn-text" data-testid="note">Note: ${finding.note}.</p>` : nothing}
      ${finding.file ? this.facts(finding) : nothing} ${finding.root ? this.roots(finding) : nothing}
    </section>`;
  }

  private facts(finding: Finding) {
    return html`<dl class="facts">
      <div>
        <dt>Entries</dt>
        <dd data-testid="count">${finding.file?.entries.length}</dd>
      </div>
      ${finding.verdict === 'INTACT'
        ? html`<div>
            <dt>Highest bid that stands</dt>
            <dd data-testid="highest">
              ${finding.highest ? html`${amount(finding.highest)} by ${finding.highest.bidder}` : 'none'}
            </dd>
          </div>`
        : nothing}
    </dl>`;
  }

  private roots(finding: Finding) {
    const wanted = rootOf(this.pasted);
    const odd = this.pasted.trim() !== '' && wanted === null;
    return html`<div class="roots">
      <p>
        <span class="label">Root computed here</span>
        <code data-testid="root">${finding.root}</code>
        <button class="quiet" type="button" @click=${this.copy}>${this.copied ? 'Copied' : 'Copy'}</button>
      </p>
      <label>
        <span class="label">Root published elsewhere: closing post, chain</span>
        <input
          type="text"
          inputmode="text"
          spellcheck="false"
          autocomplete="off"
          placeholder="paste 64 hexadecimal digits"
          data-testid="wanted"
          aria-describedby="comparison"
          aria-invalid=${odd ? 'true' : 'false'}
          .value=${this.pasted}
          @input=${this.pastedNow}
        />
      </label>
      <p id="comparison" data-testid="comparison" class=${comparisonKind(finding, wanted, odd)}>
        ${comparison(finding, wanted, odd)}
      </p>
    </div>`;
  }

  private pastedNow(event: Event): void {
    const detail = (event.target as HTMLInputElement).value;
    this.dispatchEvent(new CustomEvent('pasted', { detail }));
  }

  private async copy(): Promise<void> {
    await navigator.clipboard?.writeText(this.finding?.root ?? '');
    this.copied = true;
    setTimeout(() => (this.copied = false), 2000);
  }
}

function sentence(finding: Finding): string {
  const text = finding.sentence;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function comparison(finding: Finding, wanted: string | null, odd: boolean): string {
  if (odd) return 'This is not a root; it has 64 digits from 0 to f.';
  if (wanted === null) return 'Not compared yet: without a root from elsewhere, this shows only that the file fits together.';
  return wanted === finding.root ? '✓ The roots are the same.' : '✗ The roots differ: this is not the ledger that was closed.';
}

function comparisonKind(finding: Finding, wanted: string | null, odd: boolean): string {
  if (odd || (wanted !== null && wanted !== finding.root)) return 'bad-text';
  return wanted === null ? 'muted' : 'good-text';
}
