/** Stands in for the native module `@vscode/deviceid`: no identifier is stored or sent. */
export function getDeviceId(): Promise<string> {
  return Promise.resolve('00000000-0000-0000-0000-000000000000');
}
