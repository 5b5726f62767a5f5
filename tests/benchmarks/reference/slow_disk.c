/* Loaded before a server (LD_PRELOAD): every STALL_EVERY-th time that it asks for data to be durable, the disk takes
 * STALL_MS longer.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

typedef int Sync(int fd);

static int chosen(const char *name, int otherwise) {
  const char *text = getenv(name);
  return text ? atoi(text) : otherwise;
}

static void stall(void) {
  static atomic_int asked;
  if (++asked % chosen("STALL_EVERY", 50)) return;
  long ms = chosen("STALL_MS", 100);
  struct timespec time = {ms / 1000, ms % 1000 * 1000000};
  nanosleep(&time, NULL);
}

int fsync(int fd) {
  stall();
  return ((Sync *)dlsym(RTLD_NEXT, "fsync"))(fd);
}

int fdatasync(int fd) {
  stall();
  return ((Sync *)dlsym(RTLD_NEXT, "fdatasync"))(fd);
}
