import type { Bid, HostPost, Line, LotParts, SessionMove, Show, Vitals } from './model';

/** What happens on the live feed. */
export interface Listener {
  opened(): void;
  lost(): void;
  /** The whole state; everything known before is out of date. */
  show(show: Show): void;
  bid(bid: Bid): void;
  lot(parts: LotParts): void;
  session(move: SessionMove): void;
  line(line: Line): void;
  post(post: HostPost): void;
  vitals(vitals: Vitals): void;
}

/** Messages come at least every two seconds; after this silence the connection is dead even if nobody said so. */
const SILENCE_MAX_MILLIS = 20_000;
const RETRY_MILLIS = 3_000;

/**
 * Follows /api/live until closed. The browser reconnects by itself and says where it was; after an answer other than 200, or a
 * long silence, it does not, so we do.
 */
export function follow(url: string, listener: Listener): () => void {
  let source: EventSource;
  let lastId = '';
  let heard = Date.now();
  let retry: ReturnType<typeof setTimeout> | undefined;

  function connect(): void {
    source = new EventSource(lastId ? `${url}?after=${lastId}` : url);
    heard = Date.now();
    source.onopen = () => {
      heard = Date.now();
      listener.opened();
    };
    source.onerror = () => {
      listener.lost();
      if (source.readyState === EventSource.CLOSED) again();
    };
    on<Show>('show', (show) => listener.show(show));
    on<Bid>('bid', (bid) => listener.bid(bid));
    on<LotParts>('lot', (parts) => listener.lot(parts));
    on<SessionMove>('session', (move) => listener.session(move));
    on<Vitals>('vitals', (vitals) => listener.vitals(vitals));
    on<{ line?: Line; post?: HostPost }>('host', (host) => {
      if (host.line) listener.line(host.line);
      if (host.post) listener.post(host.post);
    });
  }

  function on<T>(name: string, take: (data: T) => void): void {
    source.addEventListener(name, (event) => {
      const message = event as MessageEvent<string>;
      heard = Date.now();
      if (message.lastEventId) lastId = message.lastEventId;
      take(JSON.parse(message.data) as T);
    });
  }

  function again(): void {
    source.close();
    clearTimeout(retry);
    retry = setTimeout(connect, RETRY_MILLIS);
  }

  const watchdog = setInterval(() => {
    if (Date.now() - heard > SILENCE_MAX_MILLIS) {
      listener.lost();
      heard = Date.now();
      again();
    }
  }, 1000);

  connect();
  return () => {
    clearInterval(watchdog);
    clearTimeout(retry);
    source.close();
  };
}
