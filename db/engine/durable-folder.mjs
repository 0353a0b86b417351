import { fsyncSync } from 'node:fs';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** PGlite's folder with real fsync: as shipped, its fsync does nothing and a power cut loses acknowledged writes. */
export class DurableFolder extends NodeFS {
  synced = 0;

  async init(...args) {
    const result = await super.init(...args);
    result.emscriptenOpts.preRun.push((module) => {
      const nodefs = module.NODEFS ?? module.FS.filesystems.NODEFS;
      nodefs.stream_ops.fsync = (stream) => {
        if (typeof stream.nfd === 'number') {
          fsyncSync(stream.nfd);
          this.synced++;
        }
        return 0;
      };
    });
    return result;
  }
}
