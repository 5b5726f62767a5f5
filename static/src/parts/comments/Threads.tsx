import { useRef, useState } from "preact/hooks";

import type { Comment } from "../../board/items";
import type { Thread } from "../../board/threads";
import { clock } from "../clock";
import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { Icon } from "../Icon";
import { mayAdd, mayErase } from "../may";
import { WebText } from "../web/WebText";
import { excerpt, nameOfPerson } from "../wording";
import { CommentField } from "./CommentField";
import { addComment, mayRemove, mayRewrite, mayTouch, removeComment, settleComment, writeComment } from "./commenting";

/** Comments with their answers; one that was dealt with says so in words. */
export function Threads({ threads }: { readonly threads: readonly Thread[] }) {
  return (
    <ul class="threads">
      {threads.map((thread) => (
        <ThreadLine key={thread.head.id} {...thread} />
      ))}
    </ul>
  );
}

function ThreadLine({ head, answers }: Thread) {
  const desk = useDesk();
  const { say } = desk;
  const [isAnswered, setAnswered] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const end = () => {
    setAnswered(false);
    setTimeout(() => opener.current?.focus());
  };
  return (
    <li class={head.resolved ? "thread resolved" : "thread"}>
      <Talk head={head} answers={answers} />
      {isAnswered && (
        <CommentField
          of={head.id}
          label={say("comment.answer")}
          send={say("comment.answer")}
          onSend={(text) => addComment(desk, head.id, text)}
          onEnd={end}
        />
      )}
      <p class="row">
        {!isAnswered && mayAdd(desk) && (
          <button
            type="button"
            ref={opener}
            class="button small"
            aria-label={`${say("comment.answer")}: ${excerpt(head.text)}`}
            onClick={() => setAnswered(true)}
          >
            {say("comment.answer")}
          </button>
        )}
        {mayTouch(desk, head) && (
          <button
            type="button"
            class="button small quiet"
            aria-label={`${say(head.resolved ? "comment.reopen" : "comment.resolve")}: ${excerpt(head.text)}`}
            onClick={() => settleComment(desk, head)}
          >
            {say(head.resolved ? "comment.reopen" : "comment.resolve")}
          </button>
        )}
      </p>
    </li>
  );
}

function Talk({ head, answers }: Thread) {
  const { say } = useDesk();
  return (
    <>
      {head.resolved && (
        <p class="fact">
          <Icon name="check" />
          {say("comment.is.resolved")}
        </p>
      )}
      <Said comment={head} />
      {answers.length > 0 && (
        <ul class="answers">
          {answers.map((answer) => (
            <li key={answer.id}>
              <Said comment={answer} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** One comment: who and when as far as the board shows it, and what was said. */
function Said({ comment }: { readonly comment: Comment }) {
  const desk = useDesk();
  const { say, dialog } = desk;
  const [isWritten, setWritten] = useState(false);
  const told = [byOf(desk, comment), whenOf(desk, comment), comment.edited ? say("comment.edited") : ""];
  if (isWritten) {
    return (
      <CommentField
        of={`${comment.id}/text`}
        label={say("comment.label")}
        send={say("app.save")}
        text={comment.text}
        onSend={(text) => writeComment(desk, comment, text)}
        onEnd={() => setWritten(false)}
      />
    );
  }
  const deeds = [
    { word: say("tool.write"), icon: "pencil", may: mayRewrite(desk, comment), act: () => setWritten(true) },
    {
      word: say("tool.remove"),
      icon: "trash-2",
      may: mayRemove(desk, comment),
      act: () => removeComment(desk, comment),
    },
    {
      word: say("tool.erase"),
      icon: "eraser",
      may: mayErase(desk, comment),
      act: () => (dialog.value = { name: "erase", note: comment.id, text: comment.text }),
    },
  ];
  return (
    <div class="said">
      <p class="said-by">{told.filter(Boolean).join(" · ")}</p>
      <div class="said-deeds">
        {deeds
          .filter(({ may }) => may)
          .map(({ word, icon, act }) => (
            <button
              key={icon}
              type="button"
              class="button quiet icon-only"
              aria-label={`${word}: ${excerpt(comment.text)}`}
              title={word}
              onClick={act}
            >
              <Icon name={icon} />
            </button>
          ))}
      </div>
      <p class={comment.erased ? "said-text erased" : "said-text"}>
        {comment.erased ? say("note.erased") : <WebText text={comment.text} lang={desk.language} />}
      </p>
    </div>
  );
}

function byOf(desk: Desk, { author, organisation, brought, private: isPrivate }: Comment): string {
  if (isPrivate) return desk.say("silence.own");
  if (brought) return desk.say("comment.brought");
  const { authors } = desk.board.value ?? {};
  return (authors === "organisations" ? organisation : authors === "names" && nameOfPerson(desk, author)) || "";
}

function whenOf(desk: Desk, { at, brought, private: isPrivate }: Comment): string {
  if (at !== undefined) return clock(desk, at);
  return isPrivate || brought ? "" : desk.say("note.pending");
}
