import { useDesk } from "../desk";
import { Icon } from "../Icon";

/** The way to another device, for whoever came by a code or a link: an account signs in there instead. */
export function DeviceButton() {
  const { boot, say, dialog } = useDesk();
  if (!boot.you.startsWith("p:")) return null;
  return (
    <button type="button" class="button" onClick={() => (dialog.value = { name: "device" })}>
      <Icon name="smartphone" />
      {say("device.title")}
    </button>
  );
}
