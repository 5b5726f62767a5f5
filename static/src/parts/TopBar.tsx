import { useState } from "preact/hooks";

import { Avatar } from "./Avatar";
import { Boards } from "./Boards";
import { ChallengeButton } from "./challenge/ChallengeButton";
import { codeInGroups } from "./code";
import { useDesk } from "./desk";
import { Icon } from "./Icon";
import { Logo } from "./Logo";
import { isLeading } from "./may";
import { present } from "./people/present";
import { SaveMark } from "./SaveMark";
import { ShowsButton } from "./shows/ShowsButton";
import { Told } from "./Told";
import { ViewSwitch } from "./ViewSwitch";

/** Where am I, how do I see it, is it saved, who is here. A narrow screen keeps the title, the mark and a menu. */
export function TopBar() {
  const desk = useDesk();
  const { boot, say, dialog } = desk;
  const code = desk.invitation.value?.code;
  return (
    <header class="top">
      <a class="logo" href={boot.urls.leave ?? "/"} aria-label={say("app.back")}>
        <Logo />
      </a>
      <div class="where">
        <p class="crumb">{boot.workshop.crumb}</p>
        <h1>
          <span class="board-name">
            <Told text={boot.board.title} language={boot.board.tongues?.title} />
          </span>
          <Variant />
        </h1>
      </div>
      <BoardSwitch />
      <div class="wide">
        <ViewSwitch />
      </div>
      <ChallengeButton />
      <ShowsButton />
      <div class="space" />
      <SaveMark />
      <People />
      {code && (
        <button type="button" class="button wide" onClick={() => (dialog.value = { name: "invite" })}>
          {say("invite.button", { code: codeInGroups(code) })}
        </button>
      )}
      {isLeading(desk) && (
        <button type="button" class="button leading" onClick={() => (dialog.value = { name: "control" })}>
          {say("control.button")}
        </button>
      )}
      <button
        type="button"
        class="button quiet icon-only menu-button"
        aria-label={say("menu.button")}
        onClick={() => (dialog.value = { name: "menu" })}
      >
        <Icon name="menu" />
      </button>
    </header>
  );
}

/** The other boards of the workshop, in a list that opens under the title. */
function BoardSwitch() {
  const { boot, say } = useDesk();
  const [open, setOpen] = useState(false);
  if (boot.boards.length < 2) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape closes what the button inside opened
    <div
      class="board-switch wide"
      onKeyDown={(event) => {
        if (event.key === "Escape") setOpen(false);
      }}
      onFocusOut={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOpen(false);
      }}
    >
      <button
        type="button"
        class="button quiet icon-only"
        aria-expanded={open}
        aria-label={say("boards.switch")}
        onClick={() => setOpen(!open)}
      >
        <Icon name="chevron-down" />
      </button>
      {open && (
        <nav aria-label={say("boards.label")} class="board-menu">
          <Boards />
        </nav>
      )}
    </div>
  );
}

const FACES = 4;

/** Which of its method's variants the board shows, where somebody said. */
function Variant() {
  const { board, boot, language } = useDesk();
  const found = boot.method.variants?.find(({ key }) => key === board.value?.variant);
  return found ? <span class="variant"> · {found.title[language]}</span> : null;
}

function People() {
  const desk = useDesk();
  const people = present(desk);
  const more = people.length - FACES;
  return (
    <button type="button" class="faces wide" onClick={() => (desk.dialog.value = { name: "people" })}>
      <span class="unseen">{desk.say("people.open", { count: people.length })}</span>
      {people.slice(0, FACES).map((person) => (
        <Avatar key={person.id} person={person} />
      ))}
      {more > 0 && (
        <span class="avatar more-people figures" aria-hidden="true">
          +{more}
        </span>
      )}
    </button>
  );
}
