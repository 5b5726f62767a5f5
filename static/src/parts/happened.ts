/** An act in words: *siirsi lapun ”Lupa viipyy” kohtaan Haen luvan*. */

import { mainOf, saysOf } from "../board/happened";
import type { ActTold, ChangeTold } from "../board/happened";
import type { Mode, Words } from "../board/items";
import { title } from "../board/title";
import type { Key } from "../words";
import type { Desk } from "./desk";
import { excerpt, nameOf } from "./wording";

/** Who did it: a name, *Ohjelma* for what the agenda did, or somebody where the board shows no names. */
export function whoDid({ store, say }: Desk, { by }: ActTold): string {
  if (by === "system") return say("did.system");
  return (by !== undefined && store.people.value.get(by)?.name) || say("did.somebody");
}

export function whatWasDone(desk: Desk, act: ActTold): string {
  const change = mainOf(act);
  if (change === undefined) return "";
  const { say } = desk;
  switch (change.id.split(":")[0]) {
    case "board":
      return boardWords(desk, act, change);
    case "note":
      return mergedWords(desk, act) ?? noteWords(desk, change);
    case "link":
      return say(`did.link.${change.did}` satisfies Key, {
        from: textOf(desk, change.item["from"]),
        to: textOf(desk, change.item["to"]),
      });
    case "comment":
      if (change.did === "added" && change.item["brought"]) {
        return say("did.comment.brought", { text: excerpt(String(change.item["text"])) });
      }
      return say(`did.comment.${change.did}` satisfies Key, { text: excerpt(String(change.item["text"] ?? "")) });
    case "ballot":
      return say(ballotDid(change), { text: titled(desk, change) });
    case "cluster":
      return partsWords(desk, act) ?? say(`did.cluster.${change.did}` satisfies Key, { text: titled(desk, change) });
    default:
      return say(`did.zone.${change.did}` satisfies Key, { text: titled(desk, change) });
  }
}

/** What an act is about, by its name: *”Lupa viipyy”*, *teema ”Odotus”*. */
export function named(desk: Desk, { id, item }: Pick<ChangeTold, "id" | "item">): string {
  const { say, language } = desk;
  switch (id.split(":")[0]) {
    case "note":
      return say("back.note", { text: excerpt(String(item["text"] ?? ""), 40) });
    case "link":
      return say("back.link", { from: textOf(desk, item["from"]), to: textOf(desk, item["to"]) });
    case "cluster":
      return say("back.cluster", { text: title(item["title"] as string | undefined, language) });
    default:
      return say("back.zone", { text: title(item["title"] as string | Words | undefined, language) });
  }
}

function ballotDid({ did, item }: ChangeTold) {
  if (did === "removed") return "did.ballot.removed";
  if (did === "added") return item["brought"] ? "did.ballot.brought" : "did.ballot.added";
  return "did.ballot.ended";
}

function boardWords({ say }: Desk, { shown }: ActTold, { item, was = {} }: ChangeTold): string {
  if ("kinds" in was) return say("did.kinds");
  if (!("mode" in was)) return say("did.rights");
  const mode = say("did.mode", { mode: say(`mode.${item["mode"] as Mode}`) });
  return shown === undefined ? mode : `${mode} ${say("did.shown", { count: shown })}`;
}

function noteWords(desk: Desk, change: ChangeTold): string {
  const { say } = desk;
  const { item, was = {} } = change;
  const text = excerpt(String(item["text"] ?? ""));
  const zone = zoneName(desk, item["zone"]);
  if ("erased" in was) return say("did.note.erased");
  if (change.did !== "changed") return say(`did.note.${change.did}` satisfies Key, { text, zone });
  switch (saysOf(change)) {
    case "text":
      return say("did.note.text", { was: excerpt(String(was["text"])), text });
    case "place":
      return say("zone" in was ? "did.note.moved" : "did.note.ordered", { text, zone });
    case "clash":
      return say("did.note.clash", { text });
    case "rest":
      return say("did.note.fields", { text });
  }
}

/** Notes that became one; null: none did. */
function mergedWords(desk: Desk, { changes }: ActTold): string | null {
  const kept = changes.find(({ id, did, item }) => did === "changed" && id.startsWith("note:") && item["merged"]);
  const gone = changes.filter(({ id, did }) => did === "removed" && id.startsWith("note:"));
  if (kept === undefined || gone.length === 0) return null;
  return desk.say("did.note.merged", { text: excerpt(String(kept.item["text"])), count: gone.length + 1 });
}

/** Themes that became one, or one that became two; null: neither. */
function partsWords(desk: Desk, { changes }: ActTold): string | null {
  const themes = changes.filter(({ id }) => id.startsWith("cluster:"));
  const kept = themes.find(({ did, was = {} }) => did === "changed" && "notes" in was);
  const added = themes.find(({ did }) => did === "added");
  const removed = themes.filter(({ did }) => did === "removed");
  if (kept === undefined) return null;
  if (removed.length > 0) {
    const others = removed.map((each) => named(desk, each)).join(", ");
    return desk.say("did.cluster.merged", { text: titled(desk, kept), others });
  }
  return added && themes.length === 2
    ? desk.say("did.cluster.split", { text: titled(desk, added), was: titled(desk, kept) })
    : null;
}

function zoneName(desk: Desk, zone: unknown): string {
  const area = desk.arrangement.value.area(String(zone));
  return area ? nameOf(desk, area) : desk.say("place.unplaced");
}

function titled({ language }: Desk, { item }: ChangeTold): string {
  return title(item["title"] as string | Words | undefined, language);
}

function textOf({ store }: Desk, note: unknown): string {
  return excerpt(String(store.items.value.get(String(note))?.["text"] ?? "…"));
}
