/* The floor: a WebSocket fan-out on epoll that stores nothing. Usage: fan PORT [TICK_MS]
 *
 * Whoever sends "J" joins; what anybody sends goes to all who have joined: at once, or every TICK_MS as one JSON list.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum { MOST = 8192, INBOX = 16384, BATCH = 1 << 20, EVENTS = 512, MASKED = 4, TEXT = 1, CLOSING = 8 };

/* The answer to the example key of RFC 6455, 1.3, the only one that the load generator sends. */
static const char HELLO[] = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n";

typedef struct {
  int is_open;
  size_t length;
  unsigned char inbox[INBOX];
  unsigned char *outbox;
  size_t waiting, room;
} Client;

static Client *clients[MOST];
static int members[MOST], member_count;
static int epoll, tick_ms;
static unsigned char batch[BATCH];
static size_t batch_length;
static double due;

static double now_ms(void) {
  struct timespec at;
  clock_gettime(CLOCK_MONOTONIC, &at);
  return at.tv_sec * 1e3 + at.tv_nsec / 1e6;
}

static void watch(int fd, uint32_t events, int how) {
  struct epoll_event event = {events, {.fd = fd}};
  epoll_ctl(epoll, how, fd, &event);
}

static void leave(int fd) {
  for (int i = 0; i < member_count; i++) {
    if (members[i] == fd) {
      members[i] = members[--member_count];
      break;
    }
  }
  free(clients[fd]->outbox);
  free(clients[fd]);
  clients[fd] = NULL;
  close(fd);
}

static void send_all(int fd, const unsigned char *data, size_t length) {
  Client *client = clients[fd];
  if (client->waiting == 0) {
    ssize_t sent = send(fd, data, length, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent > 0) data += sent, length -= (size_t)sent;
    if (length == 0) return;
  }
  if (client->waiting + length > client->room) {
    client->room = (client->waiting + length) * 2;
    client->outbox = realloc(client->outbox, client->room);
    if (!client->outbox) abort();
  }
  memcpy(client->outbox + client->waiting, data, length);
  client->waiting += length;
  watch(fd, EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD);
}

static void send_waiting(int fd) {
  Client *client = clients[fd];
  ssize_t sent = send(fd, client->outbox, client->waiting, MSG_NOSIGNAL | MSG_DONTWAIT);
  if (sent > 0) {
    client->waiting -= (size_t)sent;
    memmove(client->outbox, client->outbox + sent, client->waiting);
  }
  if (client->waiting == 0) watch(fd, EPOLLIN, EPOLL_CTL_MOD);
}

static void tell_members(const unsigned char *payload, size_t length) {
  static unsigned char frame[BATCH + 16];
  size_t head = 2;
  frame[0] = 0x80 | TEXT;
  if (length < 126) {
    frame[1] = (unsigned char)length;
  } else if (length < 65536) {
    head = 4, frame[1] = 126, frame[2] = (unsigned char)(length >> 8), frame[3] = (unsigned char)length;
  } else {
    head = 10, frame[1] = 127;
    for (int i = 0; i < 8; i++) frame[2 + i] = (unsigned char)((uint64_t)length >> (56 - 8 * i));
  }
  memcpy(frame + head, payload, length);
  for (int i = 0; i < member_count; i++) send_all(members[i], frame, head + length);
}

static void tell_batch(void) {
  batch[batch_length++] = ']';
  tell_members(batch, batch_length);
  batch_length = 0;
}

static void take(int fd, const unsigned char *payload, size_t length) {
  if (length && payload[0] == 'J') {
    members[member_count++] = fd;
    send_all(fd, (const unsigned char *)"\x81\x02ok", 4);
  } else if (!tick_ms) {
    tell_members(payload, length);
  } else {
    if (!batch_length) due = now_ms() + tick_ms;
    if (batch_length + length + 2 > BATCH) tell_batch();
    batch[batch_length] = batch_length ? ',' : '[';
    memcpy(batch + batch_length + 1, payload, length);
    batch_length += length + 1;
  }
}

/* Takes the frames that are whole; 0 when the client has said farewell. */
static int take_frames(int fd, Client *client) {
  size_t at = 0;
  while (client->length - at >= 2 + MASKED) {
    unsigned char *frame = client->inbox + at;
    size_t length = frame[1] & 127, head = 2;
    if (length == 126) length = (size_t)(frame[2] << 8 | frame[3]), head = 4;
    if (client->length - at < head + MASKED + length) break;
    unsigned char *mask = frame + head, *payload = mask + MASKED;
    for (size_t i = 0; i < length; i++) payload[i] ^= mask[i & 3];
    if ((frame[0] & 15) == CLOSING) return 0;
    if ((frame[0] & 15) == TEXT) take(fd, payload, length);
    at += head + MASKED + length;
  }
  client->length -= at;
  memmove(client->inbox, client->inbox + at, client->length);
  return 1;
}

static void read_from(int fd) {
  Client *client = clients[fd];
  ssize_t got = recv(fd, client->inbox + client->length, INBOX - client->length, 0);
  if (got < 0 && errno == EAGAIN) return;
  if (got <= 0) {
    leave(fd);
    return;
  }
  client->length += (size_t)got;
  if (!client->is_open) {
    if (client->length < 4 || memcmp(client->inbox + client->length - 4, "\r\n\r\n", 4) != 0) return;
    client->is_open = 1;
    client->length = 0;
    send_all(fd, (const unsigned char *)HELLO, sizeof HELLO - 1);
  } else if (!take_frames(fd, client)) {
    leave(fd);
  }
}

static void welcome(int listener) {
  int fd = accept4(listener, NULL, NULL, SOCK_NONBLOCK), one = 1;
  if (fd < 0) return;
  if (fd >= MOST) {
    close(fd);
    return;
  }
  setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  clients[fd] = calloc(1, sizeof(Client));
  if (!clients[fd]) abort();
  watch(fd, EPOLLIN, EPOLL_CTL_ADD);
}

static int listen_on(int port) {
  int listener = socket(AF_INET, SOCK_STREAM, 0), one = 1;
  struct sockaddr_in address = {
      .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr = {htonl(INADDR_LOOPBACK)}};
  setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
  if (bind(listener, (void *)&address, sizeof address) || listen(listener, 2000)) return -1;
  return listener;
}

static int patience(void) {
  if (!batch_length) return -1;
  double left = due - now_ms();
  return left > 0 ? (int)left + (left > (int)left) : 0;
}

int main(int count, char **words) {
  struct epoll_event events[EVENTS];
  int listener = count > 1 ? listen_on(atoi(words[1])) : -1;
  if (listener < 0) {
    perror("fan PORT [TICK_MS]");
    return 1;
  }
  tick_ms = count > 2 ? atoi(words[2]) : 0;
  epoll = epoll_create1(0);
  watch(listener, EPOLLIN, EPOLL_CTL_ADD);
  for (;;) {
    int found = epoll_wait(epoll, events, EVENTS, patience());
    for (int i = 0; i < found; i++) {
      int fd = events[i].data.fd;
      if (fd == listener) {
        welcome(fd);
        continue;
      }
      if (clients[fd] && events[i].events & EPOLLOUT) send_waiting(fd);
      if (clients[fd] && events[i].events & (EPOLLIN | EPOLLHUP | EPOLLERR)) read_from(fd);
    }
    if (batch_length && now_ms() >= due) tell_batch();
  }
}
