/** The bare fan-outs in reference/: a WebSocket, no Socket.IO, nothing stored, nobody asked who they are. */
const KEY = Buffer.from('"op":"');
const [ZERO, NINE] = ["0", "9"].map((digit) => digit.charCodeAt(0));

export class Protocol {
  path = "/";

  opened(client) {
    client.send("J"); // joins; it is answered by "ok"
  }

  isNews(client) {
    if (client.isWelcome) return true;
    client.welcomed();
    return false;
  }

  /** About as long as an event of the product's that moves a note. */
  operation(client, number) {
    const set = `{"zone":"zone:phase-1/lane-${number % 7}","order":"a${number % 9}"}`;
    const changes = `[{"id":"note:0193b5a0-0000-7000-8000-${String(client.index).padStart(12, "0")}","set":${set}}]`;
    return `{"op":"${number}","seq":${number},"by":"p:0193b5a0","at":"2026-01-01T12:00:00.000Z","changes":${changes}}`;
  }

  scan(buffer, start, end, found) {
    for (let at = buffer.indexOf(KEY, start); at >= 0 && at < end; at = buffer.indexOf(KEY, at)) {
      let number = 0;
      for (at += KEY.length; buffer[at] >= ZERO && buffer[at] <= NINE; at += 1) {
        number = number * 10 + buffer[at] - ZERO;
      }
      found(number);
    }
  }

  idOf(number) {
    return String(number);
  }
}
