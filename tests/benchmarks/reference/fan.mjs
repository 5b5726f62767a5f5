/**
 * The same fan-out as fan.c on Node and `ws`. Usage: node fan.mjs PORT [TICK_MS]
 *
 * It stores nothing: what a server of this kind costs that is written in a fast dynamic language.
 */
import { WebSocketServer } from "ws";

const JOIN = "J".charCodeAt(0);
const [port, tick = 0] = process.argv.slice(2).map(Number);
const server = new WebSocketServer({ host: "127.0.0.1", port, perMessageDeflate: false });
const members = new Set();
let batch = [];

server.on("connection", (socket) => {
  socket.on("message", (data) => take(socket, data));
  socket.on("close", () => members.delete(socket));
  socket.on("error", () => members.delete(socket));
});

function take(socket, data) {
  if (data[0] === JOIN) {
    members.add(socket);
    socket.send("ok");
  } else if (tick) {
    batch.push(data);
    if (batch.length === 1) setTimeout(tellBatch, tick);
  } else {
    tell(data);
  }
}

function tellBatch() {
  const payload = Buffer.from(`[${batch.join(",")}]`);
  batch = [];
  tell(payload);
}

function tell(payload) {
  for (const member of members) member.send(payload, { binary: false });
}
