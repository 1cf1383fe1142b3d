import type Hls from 'hls.js';
import { html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PageElement } from './element';

const RETRY_MILLIS = 4_000;

/** The stream with its sound, over HLS. Starts muted because browsers insist; one button gives the sound. */
@customElement('sothebais-preview')
export class Preview extends PageElement {
  @property() source = '/hls/live.m3u8';
  @property({ type: Boolean, attribute: 'on-air' }) onAir = false;
  @state() private muted = true;
  @state() private playing = false;
  @state() private trouble = '';
  private hls: Hls | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private starting = false;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('onAir')) {
      if (this.onAir) void this.start();
      else this.stop();
    }
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
        ${this.playing
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
