import { ApiError, key } from './api';
import type { Asset } from './model';

/** What the file picker offers; the server looks at the content itself. */
export const ACCEPTED = 'image/png,image/jpeg,image/gif,image/webp,image/svg+xml,video/mp4';

/** One file on its way. */
export interface Upload {
  done: Promise<Asset>;
  cancel: () => void;
}

/** Sends a file; `progress` hears the share that has left, 0 to 1. By XMLHttpRequest, because fetch tells no progress. */
export function upload(file: File, progress: (share: number) => void): Upload {
  const request = new XMLHttpRequest();
  const done = new Promise<Asset>((resolve, reject) => {
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onload = () => {
      try {
        resolve(answer(request.status, request.responseText));
      } catch (failure) {
        reject(failure as Error);
      }
    };
    request.onerror = () =>
      reject(new ApiError('UNREACHABLE', 'The connection broke; check the server and send the file again.'));
    request.onabort = () => reject(new ApiError('CANCELLED', 'Cancelled.'));
  });
  request.open('POST', `/api/assets?name=${encodeURIComponent(file.name.trim())}`);
  request.setRequestHeader('Content-Type', mediaType(file.type));
  request.setRequestHeader('Idempotency-Key', key());
  request.send(file);
  return { done, cancel: () => request.abort() };
}

/** A type that the server would refuse unread is not claimed, so that its answer is about the content. */
export function mediaType(claimed: string): string {
  return claimed.startsWith('image/') || claimed === 'video/mp4' ? claimed : 'application/octet-stream';
}

/** Reads the server's answer to an upload. */
export function answer(status: number, text: string): Asset {
  let envelope: { success: boolean; data: Asset; error: { code: string; message: string } | null };
  try {
    envelope = JSON.parse(text) as typeof envelope;
  } catch {
    throw new ApiError('UNREADABLE', `The server answered ${status} without an explanation.`);
  }
  if (!envelope.success) {
    throw new ApiError(envelope.error?.code ?? 'INTERNAL', envelope.error?.message ?? 'The upload failed.');
  }
  return envelope.data;
}
