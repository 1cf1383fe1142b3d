/** What becomes of a direct view. */
export interface Viewer {
  /** A picture is on the canvas. */
  painted(): void;
  /** No more pictures come; whoever wants them asks again. @param reason for people, empty when there is none */
  ended(reason: string): void;
}

interface Greeting {
  codec: string;
  width: number;
  height: number;
  fps: number;
}

/** Kind, index and instant of composition in front of each picture. */
const HEAD_BYTES = 17;
/** More than this waiting in the decoder and everything up to the next keyframe is left out. */
const DECODING_MAX = 15;
/** Pictures whose instant is remembered while they are decoded. */
const REMEMBERED_MAX = 120;
const NOT_ALLOWED = 1008;

/** Whether this browser decodes video for a page; it does so on secure pages and on the machine itself only. */
export function canDecode(): boolean {
  return 'VideoDecoder' in window;
}

/**
 * Shows the pictures of the stream on a canvas, decoded as they come, a few frames behind the studio. Silent.
 * @returns a function that ends it
 */
export function direct(url: string, canvas: HTMLCanvasElement, viewer: Viewer): () => void {
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  const context = canvas.getContext('2d', { alpha: false, desynchronized: true });
  const composed = new Map<number, number>();
  let decoder: VideoDecoder | null = null;
  let frameMicros = 0;
  let awaitsKey = true;
  let over = false;

  function end(reason: string): void {
    if (over) return;
    over = true;
    if (decoder && decoder.state !== 'closed') decoder.close();
    socket.close();
    viewer.ended(reason);
  }

  function paint(frame: VideoFrame): void {
    const index = Math.round(frame.timestamp / frameMicros);
    context?.drawImage(frame, 0, 0, canvas.width, canvas.height);
    frame.close();
    // For whoever measures, in this order: the index says that the rest is there.
    canvas.dataset.delay = String(Date.now() - (composed.get(index) ?? 0));
    canvas.dataset.index = String(index);
    composed.delete(index);
    viewer.painted();
  }

  function begin(greeting: Greeting): void {
    canvas.width = greeting.width;
    canvas.height = greeting.height;
    frameMicros = 1_000_000 / greeting.fps;
    decoder = new VideoDecoder({
      output: paint,
      error: () => end('The browser could not decode the pictures.'),
    });
    decoder.configure({
      codec: greeting.codec,
      codedWidth: greeting.width,
      codedHeight: greeting.height,
      optimizeForLatency: true,
    });
  }

  function decode(message: ArrayBuffer): void {
    if (!decoder || decoder.state !== 'configured') return;
    const head = new DataView(message);
    const key = head.getUint8(0) === 1;
    if (decoder.decodeQueueSize > DECODING_MAX) awaitsKey = true;
    if (awaitsKey && !key) return;
    awaitsKey = false;
    const index = Number(head.getBigUint64(1));
    if (composed.size > REMEMBERED_MAX) composed.clear();
    composed.set(index, Number(head.getBigUint64(9)));
    decoder.decode(
      new EncodedVideoChunk({
        type: key ? 'key' : 'delta',
        timestamp: Math.round(index * frameMicros),
        data: new Uint8Array(message, HEAD_BYTES),
      }),
    );
  }

  socket.onmessage = (event: MessageEvent<string | ArrayBuffer>) => {
    try {
      if (typeof event.data === 'string') begin(JSON.parse(event.data) as Greeting);
      else decode(event.data);
    } catch {
      end('The browser could not decode the pictures.');
    }
  };
  socket.onclose = (event) => end(event.code === NOT_ALLOWED ? 'Log in again for the direct view.' : event.reason);
  return () => {
    over = true;
    if (decoder && decoder.state !== 'closed') decoder.close();
    socket.close();
  };
}

/** The address of a WebSocket on this server. */
export function socketUrl(path: string, page: Location): string {
  return `${page.protocol === 'https:' ? 'wss:' : 'ws:'}//${page.host}${path}`;
}
