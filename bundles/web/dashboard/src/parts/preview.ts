import type Hls from 'hls.js';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { canDecode, direct, socketUrl } from '../direct';
import { PageElement } from './element';

const RETRY_MILLIS = 4_000;
/** The player goes on meanwhile, so that nobody has to hurry. */
const DIRECT_RETRY_MILLIS = 5_000;

/**
 * The stream. Whoever is logged in sees it at once, silent, over a WebSocket; with sound, or where that does not work, it is
 * played over HLS some seconds later. The player starts muted because browsers insist; one button gives the sound.
 */
@customElement('sothebais-preview')
export class Preview extends PageElement {
  @property() source = '/hls/live.m3u8';
  @property() directSource = '/api/stream/preview';
  @property({ type: Boolean, attribute: 'on-air' }) onAir = false;
  @property({ type: Boolean, attribute: 'logged-in' }) loggedIn = false;
  @state() private muted = true;
  @state() private playing = false;
  @state() private trouble = '';
  /** Whether pictures are painted as they come. */
  @state() private painting = false;
  private endDirect: (() => void) | null = null;
  private directRetry: ReturnType<typeof setTimeout> | undefined;
  private hls: Hls | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private starting = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
    this.stopDirect();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (!changed.has('onAir') && !changed.has('loggedIn')) return;
    if (this.wantsDirect()) this.startDirect();
    else this.stopDirect();
    if (this.onAir && !this.painting) void this.start();
    if (!this.onAir) this.stop();
  }

  private wantsDirect(): boolean {
    return this.onAir && this.loggedIn && this.muted && canDecode();
  }

  private startDirect(): void {
    if (this.endDirect) return;
    const canvas = this.querySelector('canvas')!;
    this.endDirect = direct(socketUrl(this.directSource, location), canvas, {
      painted: () => {
        if (this.painting) return;
        this.painting = true;
        this.stop();
      },
      ended: () => {
        this.stopDirect();
        if (this.onAir) void this.start();
        this.directRetry = setTimeout(() => this.wantsDirect() && this.startDirect(), DIRECT_RETRY_MILLIS);
      },
    });
  }

  private stopDirect(): void {
    clearTimeout(this.directRetry);
    this.endDirect?.();
    this.endDirect = null;
    this.painting = false;
  }

  protected override render() {
    return html`<section class="card preview" aria-label="Stream preview">
      <div class="screen">
        <video
          data-testid="preview"
          playsinline
          autoplay
          .muted=${this.muted}
          aria-label="Live stream of the auction"
          @playing=${() => {
            this.playing = true;
            this.trouble = '';
          }}
        ></video>
        <canvas
          data-testid="preview-direct"
          role="img"
          aria-label="Live pictures of the auction, without sound"
          ?hidden=${!this.painting}
        ></canvas>
        ${this.playing || this.painting
          ? nothing
          : html`<p class="screen-note" role="status">
              ${this.trouble || (this.onAir ? 'Connecting to the stream…' : 'The stream is off the air.')}
            </p>`}
        <button class="unmute" type="button" aria-pressed=${!this.muted} @click=${this.toggle}>
          ${this.muted ? 'Sound on' : 'Mute'}
        </button>
      </div>
    </section>`;
  }

  private get video(): HTMLVideoElement {
    return this.querySelector('video')!;
  }

  private toggle(): void {
    this.muted = !this.muted;
    this.video.muted = this.muted;
    if (this.wantsDirect()) {
      this.startDirect();
      return;
    }
    // Only the player has sound.
    this.stopDirect();
    if (this.onAir) void this.start();
    void this.video.play().catch(() => {
      this.trouble = 'The browser did not start the player; press the button again.';
    });
  }

  private async start(): Promise<void> {
    if (this.starting || this.hls) return;
    this.starting = true;
    try {
      const { default: HlsPlayer } = await import('hls.js/light');
      if (!this.onAir) return;
      if (HlsPlayer.isSupported()) {
        // Without a worker, which would need an exception in the page's content security policy.
        this.hls = new HlsPlayer({ enableWorker: false, liveSyncDurationCount: 2, backBufferLength: 10 });
        this.hls.on(HlsPlayer.Events.ERROR, (_event, data) => {
          if (data.fatal) this.again('The stream cannot be played right now; trying again…');
        });
        this.hls.attachMedia(this.video);
        this.hls.loadSource(this.source);
      } else if (this.video.canPlayType('application/vnd.apple.mpegurl')) {
        this.video.src = this.source;
      } else {
        this.trouble = `This browser cannot play the preview; open ${this.source} in a media player.`;
      }
    } catch {
      this.again('The player could not be loaded; trying again…');
    } finally {
      this.starting = false;
    }
  }

  private again(message: string): void {
    this.stop();
    this.trouble = message;
    this.retry = setTimeout(() => {
      if (this.onAir) void this.start();
    }, RETRY_MILLIS);
  }

  private stop(): void {
    clearTimeout(this.retry);
    this.hls?.destroy();
    this.hls = null;
    this.playing = false;
    this.trouble = '';
  }
}
