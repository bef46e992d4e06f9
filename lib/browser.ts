import polyfill from 'webextension-polyfill';

/** The only way to the browser's API: one name, promises in every browser. */
export const browser = polyfill;
