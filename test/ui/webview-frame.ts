import type { Frame, Page } from 'playwright-core';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 100;

/**
 * The inner frame of the visible webview whose document holds the marker. The order of webviews in the page
 * is not stable and reloading one replaces its frames, so each use looks anew.
 */
export async function webviewFrame(page: Page, marker: string, limitMs = 20_000): Promise<Frame> {
  const limit = Date.now() + limitMs;
  for (;;) {
    for (const frame of page.frames()) {
      if (frame.parentFrame() !== null && (await holds(frame, marker))) return frame;
    }
    if (Date.now() > limit) throw new Error(`No webview holds ${marker} after ${limitMs / 1000} s.`);
    await sleep(POLL_MS);
  }
}

async function holds(frame: Frame, marker: string): Promise<boolean> {
  try {
    return await frame.locator(marker).first().isVisible();
  } catch {
    return false; // the frame went away while it was looked at
  }
}

/** Selector of the element that a page marks for tests. */
export function testId(id: string): string {
  return `[data-testid="${id}"]`;
}
