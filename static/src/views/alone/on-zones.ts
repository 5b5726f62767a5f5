/** What a participant does to phases, lanes and other zones, and in a ballot, by keys. */

import type { Wish } from "../../board/operations";
import { activate, press, toNote, type, untilWriting } from "./by-keys";
import { QUEUES, relations, undo } from "./deed";
import type { Deeds } from "./deed";

const BALLOT = { type: "ballot.open", ballot: "ballot:1", title: "Mikä ensin?", each: 3, per_note: 2 } as const;
const OVER_NOTES: Wish = { ...BALLOT, over: "notes" };
const OVER_THEMES: Wish = { ...BALLOT, over: "clusters" };
const VOTE: Wish = { type: "vote.cast", vote: "vote:1", ballot: "ballot:1", note: "note:0" };

async function namePhase(): Promise<void> {
  await activate("Muokkaa: Haku");
  await untilWriting();
}

export const onZones: Deeds = {
  "zone.add": {
    does: async () => {
      await activate("Lisää vaihe");
      await untilWriting();
      type("Päätös");
      await activate("Lisää");
    },
    sends: { title: "Päätös", axis: "phase" },
  },
  "zone.set": {
    does: async () => {
      await namePhase();
      type("Hakeminen");
      await activate("Tallenna");
    },
    sends: { zone: "zone:apply", fields: { title: "Hakeminen" } },
  },
  "zone.move": {
    does: async () => {
      await namePhase();
      await activate("Siirrä myöhemmäksi: Haku");
    },
    sends: { zone: "zone:apply", after: "zone:wait" },
  },
  "zone.remove": {
    does: async () => {
      await namePhase();
      await activate("Poista Haku");
    },
    sends: { zone: "zone:apply" },
  },
  "zone.restore": { mine: [{ type: "zone.remove", zone: "zone:wait" }], does: undo, sends: { zone: "zone:wait" } },
  "vote.cast": [
    {
      others: [OVER_NOTES],
      does: async () => {
        await toNote("Yksi");
        press("v");
      },
      sends: { ballot: "ballot:1", note: "note:0" },
    },
    {
      others: [QUEUES, OVER_THEMES],
      does: async (view) => {
        await relations(view);
        await activate("Anna ääni: Jonot");
      },
      sends: { ballot: "ballot:1", note: "cluster:1" },
    },
  ],
  "vote.withdraw": {
    others: [OVER_NOTES],
    mine: [VOTE],
    does: async () => {
      await toNote("Yksi");
      press("V", { shiftKey: true });
    },
    sends: { vote: "vote:1" },
  },
};
