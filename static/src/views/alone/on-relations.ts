/** What a participant does to arrows, themes and comments, by keys. */

import type { View } from "../../parts/desk";
import { activate, choose, press, toNote, type, untilWriting, write } from "./by-keys";
import { ASKED, FORMS, LINK, QUEUES, relations, undo } from "./deed";
import type { Deeds } from "./deed";

async function comments(): Promise<void> {
  await toNote("Yksi");
  press("k");
}

async function editLink(view: View): Promise<void> {
  await relations(view);
  await activate(/^Muokkaa nuolta: /);
}

async function editTheme(view: View): Promise<void> {
  await relations(view);
  await activate("Muokkaa teemaa: Jonot");
}

export const onRelations: Deeds = {
  "link.add": {
    does: async () => {
      await toNote("Yksi");
      press("l");
      await choose("Mihin", "note:2");
      await activate("Lisää nuoli");
    },
    sends: { from: "note:0", to: "note:2", kind: "data" },
  },
  "link.set": {
    others: [LINK],
    does: async (view) => {
      await editLink(view);
      await write("Tarkennus", "sähköpostilla");
      await activate("Tallenna");
    },
    sends: { link: "link:1", fields: { label: "sähköpostilla" } },
  },
  "link.remove": {
    others: [LINK],
    does: async (view) => {
      await editLink(view);
      await activate("Poista");
    },
    sends: { link: "link:1" },
  },
  "link.restore": {
    others: [LINK],
    mine: [{ type: "link.remove", link: "link:1" }],
    does: undo,
    sends: { link: "link:1" },
  },
  "cluster.add": {
    does: async () => {
      await toNote("Yksi");
      press("t");
      await write("Teeman nimi", "Jonot");
      await activate("Kokoa");
    },
    sends: { title: "Jonot", notes: ["note:0"] },
  },
  "cluster.set": [
    {
      others: [QUEUES],
      does: async (view) => {
        await editTheme(view);
        await write("Teeman nimi", "Jonottaminen");
        await activate("Tallenna");
      },
      sends: { cluster: "cluster:1", fields: { title: "Jonottaminen" } },
    },
    {
      others: [QUEUES],
      does: async () => {
        await toNote("Kolme");
        press("t");
        await choose("Mihin teemaan", "cluster:1");
        await activate("Kokoa");
      },
      sends: { cluster: "cluster:1", fields: { notes: ["note:0", "note:1", "note:2"] } },
    },
  ],
  "cluster.merge": {
    others: [QUEUES, FORMS],
    does: async (view) => {
      await editTheme(view);
      await activate("Yhdistä toisiin…");
      await activate(/^Lomakkeet/, "checkbox");
      await activate("Yhdistä");
    },
    sends: { cluster: "cluster:1", clusters: ["cluster:2"] },
  },
  "cluster.split": {
    others: [QUEUES],
    does: async (view) => {
      await editTheme(view);
      await activate("Jaa kahdeksi…");
      await write("Uuden teeman nimi", "Oma");
      await activate("Kaksi", "checkbox");
      await activate("Jaa");
    },
    sends: { cluster: "cluster:1", title: "Oma", notes: ["note:1"] },
  },
  "cluster.remove": {
    others: [QUEUES],
    does: async (view) => {
      await editTheme(view);
      await activate("Poista");
    },
    sends: { cluster: "cluster:1" },
  },
  "cluster.restore": {
    others: [QUEUES],
    mine: [{ type: "cluster.remove", cluster: "cluster:1" }],
    does: undo,
    sends: { cluster: "cluster:1" },
  },
  "comment.add": [
    {
      does: async () => {
        await comments();
        await write("Kommentti", "Missä?");
        press("Enter");
      },
      sends: { on: "note:0", text: "Missä?" },
    },
    {
      others: [LINK],
      does: async (view) => {
        await relations(view);
        await activate(/^Kommentit: Yksi/);
        await write("Kommentti", "Aina?");
        await activate("Kommentoi");
      },
      sends: { on: "link:1", text: "Aina?" },
    },
    {
      others: [ASKED],
      does: async () => {
        await comments();
        await activate("Vastaa: Missä?");
        await write("Vastaa", "Torilla");
        press("Enter");
      },
      sends: { on: "comment:1", text: "Torilla" },
    },
  ],
  "comment.write": {
    mine: [ASKED],
    does: async () => {
      await comments();
      await activate("Kirjoita: Missä?");
      await untilWriting();
      type("Missä päin?");
      press("Enter");
    },
    sends: { comment: "comment:1", text: "Missä päin?" },
  },
  "comment.remove": {
    mine: [ASKED],
    does: async () => {
      await comments();
      await activate("Poista: Missä?");
    },
    sends: { comment: "comment:1" },
  },
  "comment.restore": {
    others: [],
    mine: [ASKED, { type: "comment.remove", comment: "comment:1" }],
    does: undo,
    sends: { comment: "comment:1" },
  },
  "comment.resolve": {
    others: [ASKED],
    does: async () => {
      await comments();
      await activate("Merkitse käsitellyksi: Missä?");
    },
    sends: { comment: "comment:1" },
  },
  "comment.reopen": {
    others: [ASKED, { type: "comment.resolve", comment: "comment:1" }],
    does: async () => {
      await comments();
      await activate("Avaa uudelleen: Missä?");
    },
    sends: { comment: "comment:1" },
  },
};
