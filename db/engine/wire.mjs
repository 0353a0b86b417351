/** The parts of PostgreSQL's wire protocol that PGlite leaves to a socket server. */

const TERMINATE = 0x58;

function message(type, body) {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

function int32(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(number);
  return bytes;
}

/** What a server says after a start-up packet: authenticated, its parameters, a key, ready. */
export function greeting(version) {
  const parameters = {
    server_version: version, server_encoding: 'UTF8', client_encoding: 'UTF8', DateStyle: 'ISO, MDY', integer_datetimes: 'on', standard_conforming_strings: 'on',
  };
  return Buffer.concat([
    message('R', int32(0)),
    ...Object.entries(parameters).map(([name, value]) => message('S', Buffer.from(`${name}\0${value}\0`))),
    message('K', Buffer.concat([int32(1), int32(1)])),
    message('Z', Buffer.from('I')),
  ]);
}

/** The start-up packet has no type byte: its length comes first. */
export const afterStartUp = (bytes) => bytes.subarray(Buffer.from(bytes.buffer, bytes.byteOffset).readInt32BE(0));

/** Splits bytes into complete frontend messages. The driver always sends whole ones. */
export function* messagesIn(bytes) {
  for (let at = 0; at + 5 <= bytes.length;) {
    const length = Buffer.from(bytes.buffer, bytes.byteOffset + at + 1, 4).readInt32BE(0) + 1;
    yield bytes.subarray(at, at + length);
    at += length;
  }
}

export const isTerminate = (bytes) => bytes[0] === TERMINATE;
