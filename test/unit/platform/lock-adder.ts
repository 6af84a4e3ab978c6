// Adds one to the number in a file, so many times.
import { addOneTo } from './add-one';

const [, , file = '', times = ''] = process.argv;
for (let time = 0; time < Number(times); time++) {
  await addOneTo(file);
}
