// The light build has the same types as the full one and does not say so.
declare module 'hls.js/light' {
  export { default } from 'hls.js';
}
