import { useDesk } from "./desk";
import { Icon } from "./Icon";
import { isLeading } from "./may";

/** The server has no room to store anything: whoever leads is told what to do, the others that nothing of theirs is lost. */
export function NoRoomStrip() {
  const desk = useDesk();
  const { store, say } = desk;
  if (store.hasRoom.value) return null;
  const isKept = store.keeping.value?.isAble ?? false;
  const leading = isLeading(desk);
  return (
    <div class={leading ? "no-room leading" : "no-room"} role={leading ? "alert" : "status"}>
      <Icon name="triangle-alert" />
      {leading ? (
        <p>
          <strong>{say("save.full.title")}</strong> {say("save.full.leading")}
        </p>
      ) : (
        <p>{say(isKept ? "save.full" : "save.full.loose")}</p>
      )}
    </div>
  );
}
