import { GpuError, withErrorScopes, type CompileMessage } from './errors';
import { sha256 } from './sha256';

/** What a binding of group 0 is: `read` and `write` are storage buffers, `write` may be read too. */
export type BindingKind = 'uniform' | 'read' | 'write';

/** One compute pipeline to build. Bindings are numbered in order from 0, all in group 0. */
export interface PipelineRequest {
  readonly kernel: string;
  readonly source: string;
  readonly entryPoint: string;
  /** Values of the kernel's `override`s; a switch is 0 or 1. */
  readonly constants: Readonly<Record<string, number>>;
  readonly bindings: readonly BindingKind[];
}

/** A kernel ready to be dispatched. */
export interface ComputeKernel {
  readonly name: string;
  readonly pipeline: GPUComputePipeline;
  readonly layout: GPUBindGroupLayout;
}

const BUFFER_TYPES: Readonly<Record<BindingKind, GPUBufferBindingType>> = {
  uniform: 'uniform',
  read: 'read-only-storage',
  write: 'storage',
};

/** Builds each pipeline of a device once, however often it is asked for. */
export class PipelineCache {
  private readonly modules = new Map<string, Promise<GPUShaderModule>>();
  private readonly kernels = new Map<string, Promise<ComputeKernel>>();

  constructor(private readonly device: GPUDevice) {}

  /** @throws GpuError with the kernel's name, line and column when it does not compile */
  async get(request: PipelineRequest): Promise<ComputeKernel> {
    const hash = await sha256(request.source);
    const module = remember(this.modules, hash, () => compile(this.device, request));
    const key = JSON.stringify([hash, request.entryPoint, sorted(request.constants), request.bindings]);
    return remember(this.kernels, key, async () => build(this.device, request, await module));
  }
}

function sorted(constants: Readonly<Record<string, number>>): readonly (readonly [string, number])[] {
  return Object.entries(constants).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Keeps a promise until it fails, so that a repaired driver or a transient failure gets another try. */
function remember<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = cache.get(key);
  if (known !== undefined) return known;
  const made = make();
  cache.set(key, made);
  made.catch(() => cache.delete(key));
  return made;
}

async function compile(device: GPUDevice, { kernel, source }: PipelineRequest): Promise<GPUShaderModule> {
  device.pushErrorScope('validation');
  const module = device.createShaderModule({ label: kernel, code: source });
  // A scope that cannot be popped means a lost device, which is reported by its own promise.
  const popped = device.popErrorScope().catch(() => null);
  const messages = (await module.getCompilationInfo()).messages.map(compileMessage);
  const first = messages.find((message) => message.severity === 'error');
  if (first !== undefined) {
    throw new GpuError(
      `Kernel “${kernel}” does not compile: line ${String(first.line)}, column ${String(first.column)}: ${first.text}`,
      kernel,
      messages,
    );
  }
  const rejected = await popped;
  if (rejected !== null) throw new GpuError(`The GPU rejected “${kernel}”: ${rejected.message}`, kernel, messages);
  return module;
}

function compileMessage(message: GPUCompilationMessage): CompileMessage {
  return { severity: message.type, line: message.lineNum, column: message.linePos, text: message.message };
}

async function build(device: GPUDevice, request: PipelineRequest, module: GPUShaderModule): Promise<ComputeKernel> {
  const { kernel, entryPoint, constants, bindings } = request;
  const layout = await withErrorScopes(device, kernel, () =>
    device.createBindGroupLayout({
      label: kernel,
      entries: bindings.map((kind, binding) => ({
        binding,
        visibility: GPUShaderStage.COMPUTE,
        buffer: { type: BUFFER_TYPES[kind] },
      })),
    }),
  );
  try {
    const pipeline = await device.createComputePipelineAsync({
      label: kernel,
      layout: device.createPipelineLayout({ label: kernel, bindGroupLayouts: [layout] }),
      compute: { module, entryPoint, constants: { ...constants } },
    });
    return { name: kernel, pipeline, layout };
  } catch (error) {
    throw new GpuError(
      `Kernel “${kernel}” compiles but cannot be used with its bindings and constants: ${error instanceof Error ? error.message : String(error)}`,
      kernel,
    );
  }
}
