import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import net from 'node:net';
import { StartProblem } from './problem';

/**
 * Holds a data folder for this process alone. The lock is a socket name that the kernel releases even after kill -9, so no
 * stale lock file has to be judged: an abstract socket on Linux, a named pipe on Windows, elsewhere a port of the folder's own.
 */
export async function lockFolder(folder: string): Promise<() => void> {
  const digest = createHash('sha256').update(realpathSync(folder)).digest();
  const server = net.createServer((socket) => socket.destroy());
  await new Promise<void>((locked, refused) => {
    server.once('error', (failure: NodeJS.ErrnoException) => refused(failure.code === 'EADDRINUSE'
      ? new StartProblem(`数据目录 ${folder} 正被另一个挂图进程使用；多实例请设置 DATABASE_URL`, 'another process uses this data folder')
      : failure));
    server.listen(addressOf(digest), () => locked());
  });
  server.unref();
  return () => server.close();
}

function addressOf(digest: Buffer): net.ListenOptions {
  const name = `guatu-${digest.toString('hex').slice(0, 32)}`;
  if (process.platform === 'linux') return { path: `\0${name}` };
  if (process.platform === 'win32') return { path: `\\\\?\\pipe\\${name}` };
  return { host: '127.0.0.1', port: 20_000 + (digest.readUInt16BE(0) % 20_000) };
}
