import { Gpu, openGpu } from '../gpu/gpu';
import type { GpuUnavailable } from '../gpu/unavailable';

/** The page's one GPU device: opened when it is needed, closed when nobody looks. */
export class GpuSession {
  private opening: Promise<Gpu | GpuUnavailable> | undefined;

  /** @param onLost called when the device goes without our asking: the driver, or a kernel that did not finish */
  constructor(private readonly onLost: () => void) {}

  /** The open device, or a new one. What was unavailable is tried again. */
  open(): Promise<Gpu | GpuUnavailable> {
    this.opening ??= this.start();
    return this.opening;
  }

  release(): void {
    const opened = this.opening;
    this.opening = undefined;
    void opened?.then((gpu) => {
      if (gpu instanceof Gpu) gpu.destroy();
    });
  }

  private async start(): Promise<Gpu | GpuUnavailable> {
    const gpu = await openGpu();
    if (!(gpu instanceof Gpu)) {
      this.opening = undefined;
      return gpu;
    }
    const mine = this.opening;
    void gpu.lost.then(() => {
      if (this.opening === mine) {
        this.opening = undefined;
        this.onLost();
      }
    });
    return gpu;
  }
}
