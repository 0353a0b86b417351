// Outside Next's bundles nothing keeps server code from a browser, and nothing needs to: `server-only` is nothing here.
// (The condition react-server would do, but takes React's client half from the parts of Next that the queries import.)
import { createRequire, Module } from 'node:module';

const require = createRequire(import.meta.url);
const file = require.resolve('server-only');
const empty = new Module(file);
Object.assign(empty, { filename: file, loaded: true, exports: {} });
require.cache[file] = empty;
