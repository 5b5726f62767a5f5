import { useComputed } from "@preact/signals";
import { useState } from "preact/hooks";

import type { Link } from "../board/items";
import { openOn } from "../board/threads";
import { clustersOf } from "./acts";
import { openComments } from "./comments/commenting";
import { useDesk } from "./desk";
import { Icon } from "./Icon";
import { mayAdd } from "./may";
import { SuggestButton } from "./gather/SuggestButton";
import { SameNotes } from "./merged/SameNotes";
import { RemovedList } from "./RemovedList";
import { VoteDots } from "./VoteDots";
import { VoteRow } from "./VoteRow";
import { excerpt, isBroken, nameOf, sentenceOf, stateWords } from "./wording";

/** What ties the notes together, in words: arrows as sentences, themes with their notes; and what was removed. */
export function Relations({ level }: { readonly level: 2 | 3 }) {
  const desk = useDesk();
  const { say, boot } = desk;
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <>
      {boot.method.links.length > 0 && (
        <section class="relations">
          <Heading>{say("link.list")}</Heading>
          <Links />
        </section>
      )}
      <section class="relations">
        <Heading>{say("cluster.list")}</Heading>
        <Clusters />
      </section>
      <section class="relations">
        <Heading>{say("tool.comment")}</Heading>
        <button type="button" class="button small" onClick={() => (desk.dialog.value = { name: "comments" })}>
          <Icon name="message-square" />
          {say("comments.all")}
        </button>
      </section>
      <section class="relations">
        <Heading>{say("removed.list")}</Heading>
        <RemovedList />
      </section>
    </>
  );
}

/** More than this, and the rest is drawn when it is asked for. */
const FIRST = 60;

function Links() {
  const desk = useDesk();
  const { say, dialog, links } = desk;
  const [isWhole, setWhole] = useState(false);
  const all = links.value;
  return (
    <>
      {all.length === 0 && <p class="soft">{say("link.none")}</p>}
      <ul class="sentences">
        {(isWhole ? all : all.slice(0, FIRST)).map((link) => (
          <Sentence key={link.id} link={link} />
        ))}
      </ul>
      {!isWhole && all.length > FIRST && (
        <button type="button" class="button small" onClick={() => setWhole(true)}>
          {say("link.all", { count: all.length })}
        </button>
      )}
      {mayAdd(desk) && (
        <button type="button" class="button small" onClick={() => (dialog.value = { name: "link" })}>
          <Icon name="spline" />
          {say("tool.link")}
        </button>
      )}
    </>
  );
}

function Sentence({ link }: { readonly link: Link }) {
  const desk = useDesk();
  const { say, dialog } = desk;
  // Not drawn anew whenever anything on the board changes.
  const sentence = useComputed(() => sentenceOf(desk, link)).value;
  const more = [stateWords(desk, link.state), link.label ?? ""].filter(Boolean).join(" · ");
  return (
    <li class={isBroken(link.state) ? "broken" : ""}>
      <p>
        {sentence}
        {more && <span class="soft"> · {more}</span>}
      </p>
      <CommentsButton on={link.id} words={sentence} />
      {mayAdd(desk) && (
        <button
          type="button"
          class="button quiet icon-only"
          aria-label={`${say("link.edit")}: ${sentence}`}
          onClick={() => {
            dialog.value = { name: "link", link: link.id };
          }}
        >
          <Icon name="pencil" />
        </button>
      )}
    </li>
  );
}

/** What was said about an arrow, and how many threads of it are open. */
function CommentsButton({ on, words }: { readonly on: string; readonly words: string }) {
  const desk = useDesk();
  const { say } = desk;
  const count = useComputed(() => openOn(desk.store.items.value).get(on) ?? 0).value;
  const word = count > 0 ? say("note.commented", { count }) : say("tool.comment");
  return (
    <button
      type="button"
      class={count > 0 ? "button quiet" : "button quiet icon-only"}
      aria-label={`${word}: ${words}`}
      onClick={() => openComments(desk, on)}
    >
      <Icon name="message-square" />
      {count > 0 && count}
    </button>
  );
}

function Clusters() {
  const desk = useDesk();
  const { say, dialog, arrangement, store, voting } = desk;
  const clusters = clustersOf(desk);
  const notes = arrangement.value.areas.flatMap((area) => area.notes.map((note) => [note.id, { note, area }] as const));
  const found = new Map(notes);
  const isVoted = voting.value.open?.over === "clusters";
  return (
    <>
      {clusters.length === 0 && <p class="soft">{say("cluster.none")}</p>}
      <ul class="clusters">
        {clusters.map((cluster) => (
          <li key={cluster.id} class={store.waiting.value.has(cluster.id) ? "cluster waiting" : "cluster"}>
            <div class="cluster-head">
              <Icon name="layers" />
              <b>{cluster.title}</b>
              {(voting.value.sums[cluster.id] ?? 0) > 0 && <VoteDots count={voting.value.sums[cluster.id] ?? 0} />}
              {mayAdd(desk) && (
                <button
                  type="button"
                  class="button quiet icon-only"
                  aria-label={`${say("cluster.edit")}: ${cluster.title}`}
                  onClick={() => {
                    dialog.value = { name: "clusterEdit", cluster: cluster.id };
                  }}
                >
                  <Icon name="pencil" />
                </button>
              )}
            </div>
            <ul>
              {cluster.notes
                .flatMap((id) => found.get(id) ?? [])
                .map(({ note, area }) => (
                  <li key={note.id}>
                    <span lang={note.lang}>{excerpt(note.text, 90)}</span>{" "}
                    <span class="soft">· {nameOf(desk, area)}</span>
                  </li>
                ))}
            </ul>
            {isVoted && <VoteRow target={cluster.id} text={cluster.title} reachable />}
          </li>
        ))}
      </ul>
      {mayAdd(desk) && (
        <p class="row">
          <button type="button" class="button small" onClick={() => (dialog.value = { name: "cluster", notes: [] })}>
            <Icon name="layers" />
            {say("tool.cluster")}
          </button>
          <SuggestButton />
        </p>
      )}
      <SameNotes />
    </>
  );
}
