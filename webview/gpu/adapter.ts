import type { AdapterFacts } from '../../src/core/runs/result';

/** Used when present, never required. */
const WELCOME_FEATURES: readonly GPUFeatureName[] = ['timestamp-query', 'shader-f16', 'subgroups'];

/**
 * The most that any demo asks for. Every one of them has to run within the WebGPU defaults at its
 * `quick` preset; larger buffers only allow larger sizes.
 */
const WANTED_LIMITS = {
  maxBufferSize: 2 ** 30,
  maxStorageBufferBindingSize: 2 ** 30,
  maxComputeWorkgroupStorageSize: 32_768,
  maxComputeInvocationsPerWorkgroup: 256,
  maxComputeWorkgroupSizeX: 256,
  maxComputeWorkgroupsPerDimension: 65_535,
  maxStorageBuffersPerShaderStage: 8,
} as const;

type LimitName = keyof typeof WANTED_LIMITS;
const LIMIT_NAMES = Object.keys(WANTED_LIMITS) as readonly LimitName[];

const SOFTWARE = /swiftshader|llvmpipe|lavapipe|basic render|\bwarp\b/i;

type AdapterNames = Pick<GPUAdapterInfo, 'vendor' | 'architecture' | 'device' | 'description'> & {
  readonly isFallbackAdapter?: boolean;
};

/** Features and limits to ask the adapter for: what Lectern can use and the adapter has. */
export function deviceRequest(adapter: GPUAdapter): GPUDeviceDescriptor {
  return {
    label: 'Lectern',
    requiredFeatures: WELCOME_FEATURES.filter((feature) => adapter.features.has(feature)),
    requiredLimits: Object.fromEntries(
      LIMIT_NAMES.map((name) => [name, Math.min(WANTED_LIMITS[name], adapter.limits[name])]),
    ),
  };
}

/** The adapter as runs record it, with the limits and features that the device really has. */
export function adapterFacts(info: AdapterNames, device: GPUDevice): AdapterFacts {
  return {
    vendor: info.vendor,
    architecture: info.architecture,
    device: info.device,
    description: info.description,
    software: isSoftware(info),
    features: [...device.features].sort(),
    limits: Object.fromEntries(LIMIT_NAMES.map((name) => [name, device.limits[name]])),
  };
}

/** Whether an adapter computes on the CPU, so that its times say nothing about hardware. */
export function isSoftware(info: AdapterNames): boolean {
  return (
    info.isFallbackAdapter === true ||
    [info.vendor, info.architecture, info.device, info.description].some((text) => SOFTWARE.test(text))
  );
}
