// The official Socket.IO client, driven by a test: reads its orders from standard input, tells what came, one JSON a line.
import { createInterface } from "node:readline";
import { io } from "socket.io-client";

const [url, transport, auth] = [process.argv[2], process.argv[3], JSON.parse(process.argv[4])];
const tell = (name, data) => console.log(JSON.stringify([name, data ?? null]));

const socket = io(`${url}/live`, {
  transports: [transport],
  upgrade: false,
  auth: (give) => give(auth),
  reconnectionDelay: 100,
  reconnectionDelayMax: 500,
});
socket.on("connect", () => tell("connect", { transport: socket.io.engine.transport.name }));
socket.on("connect_error", (error) => tell("connect_error", { message: error.message, data: error.data ?? null }));
socket.on("disconnect", (reason) => tell("disconnect", { reason }));
socket.onAny((name, data) => {
  // What is missing follows the welcome, and may be lost with the line: only its events say that they are here.
  if (name === "welcome") Object.assign(auth, { epoch: data.epoch, since: auth.since ?? data.seq });
  if (name === "events") auth.since = data.at(-1).seq;
  tell(name, data);
});

createInterface({ input: process.stdin }).on("line", (line) => {
  const [name, data] = JSON.parse(line);
  if (name === "exit") process.exit(0);
  socket.emit(name, data);
});
