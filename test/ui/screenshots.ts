import path from 'node:path';
import { SCREENSHOTS } from '../host/paths';
import { PICTURED_THEMES, type Release } from '../host/releases';
import type { Workbench } from './workbench';

/** Numbered pictures of the steps of a walk in several themes, `<theme>/01-name.png` and on, for people to look at. */
export class Screenshots {
  private count = 0;

  constructor(
    private readonly workspace: string,
    private readonly release: Release,
  ) {}

  /** Pictures of the window as it stands; afterwards it is in the last theme of the list. */
  async take(workbench: Workbench, name: string): Promise<void> {
    this.count += 1;
    await workbench.page.mouse.move(0, 0); // a tooltip would cover what the picture is of
    const file = `${String(this.count).padStart(2, '0')}-${name}.png`;
    for (const kind of PICTURED_THEMES) {
      await workbench.useTheme(this.workspace, kind, this.release.themes[kind]);
      await workbench.page.screenshot({ path: path.join(SCREENSHOTS, kind, file) });
    }
  }
}
