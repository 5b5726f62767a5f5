import { ask } from "../ask";
import { codeInGroups } from "../code";
import { useDesk } from "../desk";
import type { Desk } from "../desk";
import { Asked } from "./Asked";
import { workshopUrl } from "./everybody";
import type { Everybody } from "./everybody";

interface DoorProps {
  readonly all: Everybody;
  readonly again: () => Promise<void>;
}

/** What lets new people in: the door, and the code when it has come to the wrong hands. */
export function Door({ all, again }: DoorProps) {
  const desk = useDesk();
  const { say } = desk;
  if (desk.invitation.value === null) return null;
  return (
    <section class="door">
      <p>
        <b>{say("door.title")}</b> {say(all.is_door_open ? "door.open" : "door.closed")}
      </p>
      <button type="button" class="button small" onClick={() => void turn(desk, !all.is_door_open).then(again)}>
        {say(all.is_door_open ? "door.close.do" : "door.open.do")}
      </button>
      <p>
        <b>{say("invite.code")}</b> <span class="figures">{codeInGroups(all.code)}</span>
      </p>
      <Asked
        question={say("door.code.sure")}
        what={say("door.code.what")}
        word={say("door.code.change")}
        onSure={() => changeCode(desk).then(again)}
      >
        {(question) => (
          <button type="button" class="button small" onClick={question}>
            {say("door.code.change")}
          </button>
        )}
      </Asked>
    </section>
  );
}

async function turn({ boot, tell, say }: Desk, is_open: boolean): Promise<void> {
  const answer = await ask<unknown>(boot, "PUT", workshopUrl(boot, "door"), { is_open });
  if ("got" in answer) tell(say(is_open ? "door.open" : "door.closed"));
  else tell(answer.message || say("people.failed"), true);
}

/** The link and its picture follow the code. */
async function changeCode({ boot, tell, say, invitation }: Desk): Promise<void> {
  const url = workshopUrl(boot, "code");
  const answer = await ask<{ readonly code: string; readonly link: string; readonly qr: string }>(boot, "POST", url);
  if (!("got" in answer)) return tell(answer.message || say("people.failed"), true);
  const { code, link, qr } = answer.got;
  invitation.value = { code, join: link, qr };
  tell(say("door.code.changed", { code: codeInGroups(code) }));
}
