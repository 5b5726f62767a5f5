import { useState } from "preact/hooks";

import { useDesk } from "../desk";
import { Icon } from "../Icon";
import { Modal } from "../Modal";
import { codeInGroups } from "../code";

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
        {qr && (
          <div
            class="invite-qr"
            role="img"
            aria-label={say("invite.qr")}
            dangerouslySetInnerHTML={{ __html: scalable(qr) }}
          />
        )}
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

/** A drawing of a fixed size as one that fills its place. */
function scalable(svg: string): string {
  if (svg.includes("viewBox")) return svg;
  return svg.replace(/\bwidth="(\d+)" height="(\d+)"/, 'viewBox="0 0 $1 $2"');
}
