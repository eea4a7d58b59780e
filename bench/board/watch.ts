import { connect, type Socket } from 'node:net';

/** What `board.ts` asks this process to do: be so many viewers of a board. */
export interface Watch {
  address: string;
  viewers: number;
  /** `stream`: server-sent events; `poll`: the board is asked for again a second after each answer. */
  by: 'stream' | 'poll';
}
export type Watched =
  | { open: number }
  /** When each viewer had the entry, in nanoseconds of the machine's own clock; `lost` are those whose line has ended. */
  | { seq: number; at: number[]; lost: number };

const { address, viewers, by } = JSON.parse(process.argv[2]!) as Watch;
const { hostname, port } = new URL(address);
const say = (told: Watched) => void process.send!(told);
const now = () => Number(process.hrtime.bigint());

let awaited = 0;
let at: number[] = [];
let lost = 0;
const told = () => {
  if (awaited === 0 || at.length + lost < viewers) return;
  say({ seq: awaited, at, lost });
  awaited = 0;
};
process.on('message', (seq: number) => {
  [awaited, at] = [seq, []];
});

const request = (path: string, accept: string) =>
  `GET ${path} HTTP/1.1\r\nhost: ${hostname}:${port}\r\naccept: ${accept}\r\n\r\n`;

/** Looks for the newest number in what arrives: an event's id, or the head in a whole answer. */
const number = by === 'stream' ? /\nid: (\d+)-/g : /"head":\{"seq":(\d+)/g;
const ending = by === 'stream' ? '\n\n' : '0\r\n\r\n';

function open(done: () => void): void {
  const socket: Socket = connect({ host: hostname, port: Number(port), noDelay: true });
  const ask = () =>
    socket.write(
      by === 'stream'
        ? request('/api/v1/board/signing/stream', 'text/event-stream')
        : request('/api/v1/board/signing', 'application/json'),
    );
  let seen = -1;
  let text = '';
  let first = true;
  let length = -1;
  socket.once('connect', ask);
  socket.on('data', (chunk) => {
    text += chunk.toString('latin1');
    if (by === 'poll') {
      // A whole answer has its head and so many bytes.
      const body = text.indexOf('\r\n\r\n') + 4;
      if (body < 4) return;
      length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? -1);
      if (length < 0 || text.length < body + length) return;
    }
    for (const [, seq] of text.matchAll(number)) {
      const got = Number(seq);
      if (got > seen && got === awaited) at.push(now());
      seen = Math.max(seen, got);
    }
    const whole = by === 'poll' || text.endsWith(ending) || text.includes(ending);
    // An id that is cut in two by the network is whole with the next piece.
    text = by === 'poll' ? '' : text.slice(-40).replace(/\nid: \d+-[^]*/, '');
    if (first && whole) {
      first = false;
      done();
    }
    if (by === 'poll') setTimeout(ask, 1000);
    told();
  });
  socket.once('error', () => {});
  socket.once('close', () => {
    lost++;
    if (first) done();
    told();
  });
}

// A few at a time, as a hall comes in.
let opened = 0;
let started = 0;
const next = (): void => {
  if (started === viewers) return;
  started++;
  open(() => {
    if (++opened === viewers) say({ open: viewers - lost });
    next();
  });
};
for (let at = 0; at < 50; at++) next();
