import { useEffect, useState } from "preact/hooks";

import { ask } from "../ask";
import { codeInGroups } from "../code";
import { useDesk } from "../desk";
import { Modal } from "../Modal";
import { QrCode } from "../QrCode";

interface DeviceCode {
  readonly code: string;
  readonly address: string;
  readonly qr: string;
}

/** As long as the server takes it. */
const LIFE_MILLISECONDS = 120_000;

/** The same person on another device: a picture for its camera, and a code to type; once, within two minutes. */
export function DevicePanel() {
  const { boot, say, tell } = useDesk();
  const [made, setMade] = useState<DeviceCode | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const [isOld, setOld] = useState(false);
  const make = async () => {
    const answer = await ask<DeviceCode>(boot, "POST", "/api/v1/device-codes");
    setRefused("got" in answer ? null : answer.message || say("device.failed"));
    setMade("got" in answer ? answer.got : null);
    setOld(false);
  };
  useEffect(() => void make(), []);
  useEffect(() => {
    if (made === null) return undefined;
    const age = () => {
      setOld(true);
      tell(say("device.old"));
    };
    const timer = setTimeout(age, LIFE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [made]);
  return (
    <Modal title={say("device.title")}>
      <div class="invite">
        <p>{say("device.lead")}</p>
        {refused !== null && (
          <p class="notice warn" role="alert">
            {refused}
          </p>
        )}
        {made && !isOld && (
          <>
            <QrCode svg={made.qr} label={say("device.qr")} />
            <p>{say("device.type", { address: made.address })}</p>
            <p class="invite-code code">{codeInGroups(made.code)}</p>
            <p class="hint">{say("device.once")}</p>
          </>
        )}
        {isOld && <p class="notice warn">{say("device.old")}</p>}
        {(isOld || refused !== null) && (
          <button type="button" class="button main" onClick={() => void make()}>
            {say("device.again")}
          </button>
        )}
      </div>
    </Modal>
  );
}
