import { once } from 'node:events';
import http from 'node:http';
import type net from 'node:net';

/** Which instance shall answer: for a test that has to know. Without it they take turns. */
export const INSTANCE = 'x-instance';

/** A proxy before several instances, as an operator would set one up: it passes the host on and streams what comes back. */
export async function startProxy(ports: readonly number[]): Promise<{ url: string; stop: () => Promise<void> }> {
  let turn = 0;
  const server = http.createServer((request, response) => {
    const asked = request.headers[INSTANCE];
    const port = ports[(typeof asked === 'string' ? Number(asked) : turn++) % ports.length];
    const headers = { ...request.headers, 'x-forwarded-host': request.headers.host, 'x-forwarded-for': request.socket.remoteAddress };
    const onward = http.request({ host: '127.0.0.1', port, method: request.method, path: request.url, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      response.flushHeaders();
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    response.on('close', () => onward.destroy());
    request.pipe(onward);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
