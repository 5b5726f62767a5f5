/** What a person does with comments, as operations, and what they may do. */

import { newId } from "../../board/id";
import { isLink, isNote } from "../../board/items";
import type { Comment } from "../../board/items";
import { threadsOf, commentsIn } from "../../board/threads";
import type { Thread } from "../../board/threads";
import { act } from "../acts";
import type { Desk } from "../desk";
import { isLeading, mayAdd } from "../may";
import { excerpt, sentenceOf } from "../wording";

export function addComment(desk: Desk, on: string, text: string): void {
  act(desk, { type: "comment.add", comment: newId("comment"), on, text }, "undo.add");
  desk.tell(desk.say("comment.added"));
}

export function writeComment(desk: Desk, { id, text: before }: Comment, text: string): void {
  if (text !== before) act(desk, { type: "comment.write", comment: id, text }, "undo.write");
}

export function removeComment(desk: Desk, { id }: Comment): void {
  act(desk, { type: "comment.remove", comment: id }, "undo.remove");
  desk.tell(desk.say("comment.removed"));
}

export function settleComment(desk: Desk, { id, resolved }: Comment): void {
  act(desk, { type: resolved ? "comment.reopen" : "comment.resolve", comment: id }, "undo.write");
  if (!resolved) desk.tell(desk.say("comment.is.resolved"));
}

/** In silence only what was said in it by oneself; those who lead may touch all that they see. */
export function mayTouch(desk: Desk, { private: isPrivate, author }: Comment): boolean {
  const isOwn = isPrivate === true && author === desk.boot.you;
  return mayAdd(desk) && (isLeading(desk) || desk.store.mode.value !== "silent" || isOwn);
}

export function mayRewrite(desk: Desk, comment: Comment): boolean {
  return mayTouch(desk, comment) && isMine(desk, comment) && comment.erased !== true;
}

/** Whether I said it; what I only brought from another board, I did not. */
export function isMine({ boot }: Desk, { author, brought }: Comment): boolean {
  return author === boot.you && brought !== true;
}

export function mayRemove(desk: Desk, comment: Comment): boolean {
  return mayTouch(desk, comment) && (isLeading(desk) || comment.author === desk.boot.you);
}

export function openComments({ dialog }: Desk, on: string): void {
  dialog.value = { name: "comments", on };
}

/** What a comment is about, in words. */
export function aboutOf(desk: Desk, on: string): string {
  const item = desk.store.items.value.get(on);
  if (isLink(item)) return sentenceOf(desk, item);
  return isNote(item) ? excerpt(item.text, 90) : "";
}

export interface About {
  readonly on: string;
  readonly threads: readonly Thread[];
}

/** Everything that was said, in the order in which the board is read; the arrows' after the notes'. */
export function allThreads({ store, latest, links }: Desk): readonly About[] {
  const threads = threadsOf(commentsIn(store.items.value));
  const notes = latest.value.areas.flatMap((area) => area.notes.map(({ id }) => id));
  const order = [...notes, ...links.value.map(({ id }) => id)];
  return order.flatMap((on) => {
    const found = threads.get(on);
    return found ? [{ on, threads: found }] : [];
  });
}

export function threadsOn({ store }: Desk, on: string): readonly Thread[] {
  return threadsOf(commentsIn(store.items.value)).get(on) ?? [];
}
