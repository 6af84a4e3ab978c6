// Loaded into every Node process of a VS Code server under test, its extension hosts included. Writes
// the host of each connection that one of them opens, one a line, to the file that the environment names,
// and a line `# …` with its kind for each process, so that a reader knows who was watched.
const childProcess = require('node:child_process');
const { appendFileSync } = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');

const file = process.env.LECTERN_TEST_CONNECTIONS;
const { connect } = net.Socket.prototype;
const kind = process.argv.find((argument) => argument.startsWith('--type=')) ?? 'server';

if (file !== undefined) appendFileSync(file, `# ${kind}\n`);

/** Node calls it with its arguments in an array, or with options, or with a port and a host. */
function hostOf([first, second]) {
  const options = Array.isArray(first) ? first[0] : first;
  if (typeof options === 'object' && options !== null) return options.path === undefined || options.path === null ? (options.host ?? 'localhost') : undefined;
  return typeof second === 'string' ? second : 'localhost';
}

net.Socket.prototype.connect = function (...args) {
  const host = hostOf(args);
  if (file !== undefined && host !== undefined) appendFileSync(file, `${host}\n`);
  return connect.apply(this, args);
};

// The server takes NODE_OPTIONS out of the environment of its extension hosts.
const { fork } = childProcess;
childProcess.fork = (module, args, options) =>
  fork(module, args, { ...options, env: { ...options?.env, NODE_OPTIONS: process.env.NODE_OPTIONS, LECTERN_TEST_CONNECTIONS: file } });
syncBuiltinESMExports();
