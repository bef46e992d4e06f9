import type { Browser, Page } from 'playwright';

export function bundle(name: string): Promise<string>;
export function launch(): Promise<Browser>;
export function servedPage(
  browser: Browser,
): Promise<{ readonly page: Page; show(text: string, fragment?: string): Promise<void> }>;
