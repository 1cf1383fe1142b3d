/** A call that the server refused, with its code and its words. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

interface Envelope<T> {
  success: boolean;
  data: T;
  error: { code: string; message: string } | null;
}

/** After so long a question is given up: whoever asks again and again must come to its turn. */
const ANSWER_MAX_MILLIS = 20_000;

export function get<T>(path: string): Promise<T> {
  return call<T>(path, { method: 'GET', signal: AbortSignal.timeout(ANSWER_MAX_MILLIS) });
}

export function post<T>(path: string, body: object = {}): Promise<T> {
  return call<T>(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key() },
    body: JSON.stringify(body),
  });
}

/** What a failure says, for people. */
export function wordsOf(failure: unknown): string {
  return failure instanceof Error ? failure.message : String(failure);
}

/** The words of a refusal whose answer is no envelope otherwise. */
export async function failureOf(answer: Response): Promise<string> {
  const envelope = (await answer.json().catch(() => null)) as Envelope<unknown> | null;
  return envelope?.error?.message ?? `The server answered ${answer.status} without an explanation.`;
}

/** randomUUID exists on secure pages only; the dashboard also runs on plain http in a local network. */
export function key(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function call<T>(path: string, init: RequestInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, { ...init, credentials: 'same-origin', cache: 'no-store' });
  } catch {
    throw new ApiError('UNREACHABLE', 'The server does not answer; check that it runs and try again.');
  }
  let envelope: Envelope<T>;
  try {
    envelope = (await answer.json()) as Envelope<T>;
  } catch {
    throw new ApiError('UNREADABLE', `The server answered ${answer.status} without an explanation.`);
  }
  if (!envelope.success) {
    throw new ApiError(envelope.error?.code ?? 'INTERNAL', envelope.error?.message ?? 'The call failed.');
  }
  return envelope.data;
}
