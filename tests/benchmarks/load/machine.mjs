/** What a process and its children have used, from /proc. */
import fs from "node:fs";

const TICKS_A_SECOND = 100;

/** The process and all below it. */
export function family(pid) {
  const all = [pid];
  for (const each of all) all.push(...childrenOf(each)); // grows while it is walked
  return all;
}

function childrenOf(pid) {
  try {
    return tasksOf(pid).flatMap((task) => {
      const text = fs.readFileSync(`/proc/${pid}/task/${task}/children`, "utf8").trim();
      return text ? text.split(/\s+/).map(Number) : [];
    });
  } catch {
    return []; // it has ended
  }
}

function tasksOf(pid) {
  return fs.readdirSync(`/proc/${pid}/task`);
}

/** Seconds of CPU, user and kernel. */
export function cpuSeconds(pids) {
  return sum(pids, (pid) => {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    const after = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const ticks = (Number(after[11]) + Number(after[12])) / TICKS_A_SECOND;
    return Math.max(ticks, nanoseconds(pid) / 1e9); // the finer one lacks threads that have ended
  });
}

function nanoseconds(pid) {
  try {
    return tasksOf(pid).reduce(
      (total, task) => total + Number(fs.readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ")[0]),
      0,
    );
  } catch {
    return 0; // a kernel without schedstat
  }
}

/** KiB of memory in use. */
export function memory(pids) {
  return sum(pids, (pid) => Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))[1]));
}

function sum(pids, of) {
  return pids.reduce((total, pid) => {
    try {
      return total + of(pid);
    } catch {
      return total; // it has ended
    }
  }, 0);
}
