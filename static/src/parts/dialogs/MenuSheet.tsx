import { Boards } from "../Boards";
import { codeInGroups } from "../code";
import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { isLeading } from "../may";
import { Modal } from "../Modal";
import { DeviceButton } from "../people/DeviceButton";
import { NotesButtons } from "./NotesButtons";
import { downloadNotes } from "../text-file";
import { present } from "../people/present";
import { PictureOpener } from "../pictures/PictureButton";
import { useShortcut } from "../shortcut";
import { ViewSwitch } from "../ViewSwitch";

/** All that the top bar of a wide screen holds, for a narrow one. */
export function MenuSheet() {
  const { boot, say } = useDesk();
  return (
    <Modal title={boot.workshop.title} side>
      <ViewSwitch />
      <TableOpener />
      <section class="control">
        <h3>{say("boards.label")}</h3>
        <Boards />
      </section>
      <MenuButtons />
      <Languages />
      <ul class="plain">
        {(["leave", "read", "bring", "paper", "accessibility", "privacy"] as const).map(
          (name) =>
            boot.urls[name] && (
              <li key={name}>
                <a href={boot.urls[name]}>{say(`menu.${name}`)}</a>
              </li>
            ),
        )}
        {boot.urls["guide"] && (
          <li>
            <a href={boot.urls["guide"]} target="_blank" rel="noopener noreferrer">
              {say("menu.guide")}
            </a>
          </li>
        )}
      </ul>
    </Modal>
  );
}

/** The third view, out of sight until it is wanted. */
function TableOpener() {
  const { say, view, dialog, tabular } = useDesk();
  if (tabular.value) return null;
  return (
    <button
      type="button"
      class="button"
      onClick={() => {
        tabular.value = true;
        view.value = "table";
        dialog.value = null;
      }}
    >
      <Icon name="list-ordered" />
      {say("table.open")}
    </button>
  );
}

/** The video call, in a tab of its own: the board stays open. */
function CallLink() {
  const { boot, say } = useDesk();
  const link = boot.urls["call"];
  if (!link) return null;
  return (
    <a class="button" href={link} target="_blank" rel="noopener noreferrer">
      <Icon name="phone" />
      {say("menu.call")}
    </a>
  );
}

function Languages() {
  const { boot, say } = useDesk();
  const others = Object.entries(boot.languages).filter(([language]) => language !== boot.language);
  if (others.length === 0) return null;
  return (
    <p class="row">
      <span class="soft">{say("language.label")}:</span>
      {others.map(([language, url]) => (
        <a key={language} href={url} lang={language} hreflang={language}>
          {NAMES[language] ?? language}
        </a>
      ))}
    </p>
  );
}

/** What opens over the board. */
function MenuButtons() {
  const desk = useDesk();
  const { say, dialog, floor } = desk;
  const code = desk.invitation.value?.code;
  type Opened = "people" | "invite" | "control" | "relations" | "comments" | "agenda" | "present" | "shows";
  const open = (name: Opened) => () => {
    dialog.value = { name };
  };
  return (
    <div class="menu-buttons">
      {floor.parts.value.length > 0 && (
        <button type="button" class="button" onClick={open("agenda")}>
          <Icon name="list-ordered" />
          {say("agenda.title")}
        </button>
      )}
      <ChallengeOpener />
      <button type="button" class="button" onClick={open("shows")}>
        <Icon name="lightbulb" />
        {say("shows.title")}
      </button>
      <button type="button" class="button" onClick={open("people")}>
        <Icon name="users" />
        {say("people.here", { count: present(desk).length })}
      </button>
      <NotesButtons />
      <button type="button" class="button" onClick={open("relations")}>
        <Icon name="spline" />
        {say("tool.more")}
      </button>
      <button type="button" class="button" onClick={open("comments")}>
        <Icon name="message-square" />
        {say("comments.all")}
      </button>
      <PictureOpener />
      <TakenAway />
      <DeviceButton />
      <button type="button" class="button" {...useShortcut("P")} onClick={open("present")}>
        <Icon name="presentation" />
        {say("present.title")}
      </button>
      <CallLink />
      {code && (
        <button type="button" class="button" onClick={open("invite")}>
          <Icon name="user-plus" />
          {say("invite.button", { code: codeInGroups(code) })}
        </button>
      )}
      {isLeading(desk) && (
        <button type="button" class="button" onClick={open("control")}>
          <Icon name="settings-2" />
          {say("control.button")}
        </button>
      )}
    </div>
  );
}

/** What the project applied with. */
function ChallengeOpener() {
  const { boot, dialog, say } = useDesk();
  if (!boot.challenge) return null;
  return (
    <button type="button" class="button" onClick={() => (dialog.value = { name: "challenge" })}>
      <Icon name="target" />
      {say("challenge.title")}
    </button>
  );
}

/** What came of it so far: the last ballot, and all notes as a file. */
function TakenAway() {
  const desk = useDesk();
  const { say, dialog, voting } = desk;
  return (
    <>
      {voting.value.ended.length > 0 && (
        <button type="button" class="button" onClick={() => (dialog.value = { name: "results" })}>
          <Icon name="vote" />
          {say("results.title")}
        </button>
      )}
      <button type="button" class="button" onClick={() => downloadNotes(desk)}>
        <Icon name="file-text" />
        {say("text.download")}
      </button>
    </>
  );
}

/** Languages are called by their own names. */
const NAMES: Readonly<Record<string, string>> = { fi: "Suomi", sv: "Svenska", en: "English" };
