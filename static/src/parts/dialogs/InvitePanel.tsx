import { useState } from "preact/hooks";

import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { Modal } from "../Modal";
import { codeInGroups } from "../code";
import { QrCode } from "../QrCode";

/** The code, the link and the picture that let people in, large enough to be read from across a room. */
export function InvitePanel() {
  const { invitation, say } = useDesk();
  const { code, join, qr } = invitation.value ?? { code: "", join: null, qr: null };
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(join ?? "");
    setCopied(true);
  };
  return (
    <Modal title={say("invite.title")}>
      <div class="invite">
        <p>{say("invite.lead")}</p>
        {code && (
          <>
            <h3>{say("invite.code")}</h3>
            <p class="invite-code code">{codeInGroups(code)}</p>
          </>
        )}
        {qr && <QrCode svg={qr} label={say("invite.qr")} />}
        {join && (
          <>
            <h3>{say("invite.link")}</h3>
            <p class="invite-link">{join}</p>
            <button type="button" class="button" onClick={() => void copy()}>
              <Icon name={copied ? "check" : "copy"} />
              {say(copied ? "app.copied" : "app.copy")}
            </button>
          </>
        )}
      </div>
    </Modal>
  );
}
