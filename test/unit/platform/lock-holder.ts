// Takes the lock on a file, says so and keeps it until it is ended.
import { lockOnDisk } from '../../../src/platform/disk-lock';

const [, , file = ''] = process.argv;
await lockOnDisk(file);
console.log('held');
setInterval(() => undefined, 1_000);
