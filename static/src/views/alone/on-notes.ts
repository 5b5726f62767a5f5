/** What a participant does to notes, by keys. */

import { activate, choose, press, toNote, type, untilWriting, write } from "./by-keys";
import type { Deeds } from "./deed";
import { undo } from "./deed";

const PICTURE = { id: "a".repeat(64), width: 3, height: 2 };

export const onNotes: Deeds = {
  "note.add": [
    {
      does: async () => {
        await toNote("Yksi");
        press("n");
        await untilWriting();
        type("Neljäs");
        press("Enter");
      },
      sends: { kind: "pain", text: "Neljäs", zone: "zone:apply/pain" },
    },
    {
      does: async () => {
        await activate("Lisää lappu");
        await write("Lapun teksti", "Neljäs");
        await choose("Kohta", "zone:core");
        await activate("Lisää");
      },
      sends: { text: "Neljäs", zone: "zone:core" },
    },
  ],
  "note.write": {
    does: async () => {
      await toNote("Kaksi");
      press("Enter");
      await untilWriting();
      type("Kaksi ja puoli");
      press("Enter");
    },
    sends: { note: "note:1", was: "Kaksi", text: "Kaksi ja puoli" },
  },
  "note.settle": {
    told: { "note:0": { alternatives: [{ text: "Ykkönen", by: "p:chloe", seq: 9 }] } },
    does: async () => {
      await toNote("Yksi");
      await activate("Pidä tämä: Ykkönen");
    },
    sends: { note: "note:0", keep: 0 },
  },
  "note.move": [
    {
      does: async () => {
        await toNote("Yksi");
        press("m");
        await choose("Kohta", "zone:core");
        await activate("Siirrä");
      },
      sends: { note: "note:0", zone: "zone:core" },
    },
    {
      does: async () => {
        await toNote("Kaksi");
        press("ArrowUp", { altKey: true });
      },
      sends: { note: "note:1", zone: "zone:apply/pain" },
    },
  ],
  "note.set": [
    {
      does: async () => {
        await toNote("Yksi");
        press("i");
        await activate("4", "radio");
      },
      sends: { note: "note:0", fields: { severity: 4 } },
    },
    {
      others: [{ type: "note.move", note: "note:0", zone: "zone:unplaced", order: "a0" }],
      does: async () => {
        await toNote("Yksi");
        press(" ");
        await activate("Laji…");
        await activate("step", "radio");
        await activate("Vaihda laji");
      },
      sends: { note: "note:0", fields: { kind: "step" } },
    },
  ],
  "note.picture": [
    {
      told: { "note:0": { picture: PICTURE } },
      does: async () => {
        await toNote("Yksi");
        await activate(/^Kuva: /);
        await write("Kuvaus", "Jono ovella");
        await activate("Tallenna");
      },
      sends: { note: "note:0", picture: { ...PICTURE, description: "Jono ovella" } },
    },
    {
      told: { "note:0": { picture: PICTURE } },
      does: async () => {
        await toNote("Yksi");
        await activate(/^Kuva: /);
        await activate("Poista kuva lapusta");
      },
      sends: { note: "note:0", picture: null },
    },
  ],
  "note.merge": {
    does: async () => {
      await toNote("Yksi");
      press(" ");
      press("ArrowDown", { shiftKey: true });
      await activate("Yhdistä");
    },
    sends: { note: "note:0", notes: ["note:1"] },
  },
  "note.remove": {
    does: async () => {
      await toNote("Yksi");
      press("Delete");
    },
    sends: { note: "note:0" },
  },
  "note.restore": [
    { mine: [{ type: "note.remove", note: "note:0" }], does: undo, sends: { note: "note:0" } },
    {
      others: [{ type: "note.merge", note: "note:2", notes: ["note:0"] }],
      does: async () => {
        await toNote("Kolme");
        press(" ");
        await activate("Yhdistetyt laput…");
        await activate("Ota erilleen: Yksi");
      },
      sends: { note: "note:0" },
    },
  ],
};
