import { createServer } from 'node:net';
import { ReaderError } from './reader-error';

/** A port of the loopback interface that is free now: the wanted one, or any. A wanted port that is taken is a `ReaderError`. */
export function freePort(wanted = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, wanted)));
    probe.listen(wanted, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') return new ReaderError(`Port ${port} is taken. Choose another with --port, or leave it out to get a free one.`);
  if (error.code === 'EACCES') return new ReaderError(`Port ${port} needs administrator rights. Choose one above 1023 with --port.`);
  return error;
}
