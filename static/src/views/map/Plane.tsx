import { useComputed } from "@preact/signals";
import type { ComponentChildren, CSSProperties, RefObject } from "preact";
import { useContext, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";

import type { Note } from "../../board/items";
import type { Area } from "../../board/place";
import { AddButton } from "../../parts/AddButton";
import { after } from "../../parts/after";
import { useDesk } from "../../parts/desk";
import type { Desk } from "../../parts/desk";
import { ofZone } from "../../parts/refused";
import { inWords } from "../../parts/wording";
import { CROWD } from "../../parts/useCrowd";
import { ZoneNotes } from "../../parts/ZoneNotes";
import type { Rect } from "./arrows/shapes";
import { LaidNotes } from "./laid";
import { nearTo, sightOn } from "./near";
import { NoteBatches } from "./NoteBatches";
import { layPlane } from "./plane-layout";
import type { Lying, PlaneBox } from "./plane-layout";
import { Unplaced } from "./Unplaced";
import { guessed, useSizes } from "./useSizes";
import type { Size } from "./useSizes";
import { whenScrolled } from "./when-scrolled";
import { ZoneHead } from "./ZoneHead";

const PointedComposer = after("PointedComposer");
const RefusedStrip = after("RefusedStrip");

const LEAST = { width: 1000, height: 620 };
/** Room for one more note, so that a full plane grows instead of covering. */
const NOTE_PIXELS = 24_000;
/** As wide as the button of a ballot. */
const LEAST_WIDTH = 120;
/** What the buttons of a ballot take under a note. It is kept for them always, so that opening a ballot moves nothing. */
const VOTES_PIXELS = 40;
const NOWHERE: Rect = { left: 0, top: 0, width: 0, height: 0 };

/** Planes whose two axes mean something, with the zones that lie beside them. */
export function Plane() {
  const { zones, unplaced } = useDesk().arrangement.value;
  const planes = zones.filter(({ sort }) => sort === "plane");
  const others = zones.filter(({ sort }) => sort !== "plane");
  return (
    <div class="plane-sheet">
      <div class="planes">
        {planes.map((area) => (
          <OnePlane key={area.id} area={area} />
        ))}
      </div>
      <aside class="beside">
        {[...others, unplaced].map((area) => (
          <Unplaced key={area.id} area={area} />
        ))}
      </aside>
    </div>
  );
}

function OnePlane({ area }: { readonly area: Area }) {
  const desk = useDesk();
  const ground = useRef<HTMLDivElement>(null);
  const { size, placed, near } = useLayout(area, desk, ground);
  return (
    <section class="plane-zone">
      <div class="plane-head">
        <ZoneHead area={area} />
        <AddButton area={area} worded />
      </div>
      {ofZone(desk.store.refusals.value, area.id).map((refused) => (
        <RefusedStrip key={refused.op} refused={refused} />
      ))}
      <div class="plane-frame">
        <Axis area={area} direction="y" />
        <Ground area={area} frame={ground} size={size} crowded={near !== undefined}>
          {area.zone.quadrants && <QuarterNames area={area} />}
          <ZoneNotes area={area} placed={placed} near={near} Batches={NoteBatches} />
          <PointedComposer areas={[area]} />
        </Ground>
        <Axis area={area} direction="x" />
      </div>
    </section>
  );
}

interface GroundProps {
  readonly area: Area;
  readonly frame: RefObject<HTMLDivElement | null>;
  readonly size: Size;
  readonly crowded: boolean;
  readonly children: ComponentChildren;
}

/** Lit while a note is dragged over it, which draws nothing anew of what lies on it. */
function Ground({ area, frame, size, crowded, children }: GroundProps) {
  const { over } = useDesk();
  const lit = useComputed(() => over.value?.zone === area.id).value;
  const pictured = area.notes.some((note) => note.ground);
  return (
    <div
      ref={frame}
      class={classes({ lit, pictured, crowded })}
      data-plane
      data-zone={area.id}
      style={{ width: `${size.width}px`, height: `${size.height}px` }}
    >
      {children}
    </div>
  );
}

/** Where each note is drawn; and in a crowd, which of them are near what is in sight. */
function useLayout(area: Area, desk: Desk, ground: RefObject<HTMLElement | null>) {
  // A crowd is laid by what its notes are likely to need: those out of sight are not drawn, and so not measured.
  const [isCrowded] = useState(() => area.notes.length > CROWD);
  const { sizes } = useSizes(ground, desk, !isCrowded);
  const size = sizeFor(area.notes.length);
  const before = useRef<Layout>({ width: 0, lying: new Map(), places: new Map() });
  const layout = useMemo(() => laid(area.notes, sizes, size, before.current), [area.notes, sizes, size.width]);
  before.current = layout;
  const { places } = layout;
  const laidNotes = useContext(LaidNotes);
  useLayoutEffect(() => {
    if (isCrowded) laidNotes.value = new Map(laidNotes.peek()).set(area.id, places);
  }, [places]);
  const placed = ({ id }: Note, rests: boolean) => {
    const place = places.get(id) ?? NOWHERE;
    const { left, top, width } = place;
    return isCrowded ? inCrowd(place, rests) : { left: `${left + width / 2}px`, top: `${top}px`, translate: "-50% 0" };
  };
  const within = (pixels: number) => {
    const sight = sightOn(ground.current, desk.zoom.peek());
    const pictured = area.notes.filter((note) => note.ground).map(({ id }) => id);
    return sight ? [...pictured, ...nearTo(sight, places, pixels)] : pictured;
  };
  return { size, placed, near: isCrowded ? { within, whenScrolled } : undefined };
}

/** What a note of a crowd is drawn at, by its place. */
const looks = new WeakMap<Rect, Readonly<Record<"rests" | "inFull", CSSProperties>>>();

function inCrowd(place: Rect, rests: boolean): CSSProperties {
  const { left, top, width, height } = place;
  const lies = () => ({ margin: `${top}px 0 0 ${left}px`, width: `${width}px` });
  // A note is no lower than it was thought to be: so it lies the same whether it rests or not.
  const look = looks.get(place) ?? {
    rests: { ...lies(), height: `${height}px` },
    inFull: { ...lies(), minHeight: `${height}px` },
  };
  looks.set(place, look);
  return rests ? look.rests : look.inFull;
}

/** What the quarters are called, each in its outer corner; the list has them as headings. */
function QuarterNames({ area }: { readonly area: Area }) {
  return (
    <div aria-hidden="true">
      {area.quarters.map(({ key, x, y, title }) => (
        <span key={key} class={`quarter-name x-${x} y-${y}`}>
          {title}
        </span>
      ))}
    </div>
  );
}

/** The name of an axis between its two ends in words. */
function Axis({ area, direction }: { readonly area: Area; readonly direction: "x" | "y" }) {
  const desk = useDesk();
  const axis = area.zone.axes?.[direction];
  if (!axis) return <div class={`axis ${direction}`} />;
  return (
    <div class={`axis ${direction}`}>
      <span>{inWords(desk, axis.low)}</span>
      <b>{inWords(desk, axis.title)}</b>
      <span>{inWords(desk, axis.high)}</span>
    </div>
  );
}

interface Layout {
  /** Of the plane. */
  readonly width: number;
  readonly lying: ReadonlyMap<string, Lying>;
  readonly places: ReadonlyMap<string, Rect>;
}

/** `before`: as it was laid last; of a note that lies as it lay, the place stays the same object. */
function laid(notes: readonly Note[], sizes: ReadonlyMap<string, Size>, plane: Size, before: Layout): Layout {
  const boxes = notes.flatMap((note): readonly PlaneBox[] => {
    if (note.ground) return [];
    const { width, height, votes = 0 } = sizes.get(note.id) ?? guessed(note.text);
    const box = { width: Math.max(LEAST_WIDTH, width), height: height - votes + VOTES_PIXELS };
    return [{ id: note.id, x: note.x ?? 0, y: note.y ?? 0, ...box }];
  });
  const isAsLarge = before.width === plane.width;
  const lying = layPlane(boxes, plane.width, plane.height, isAsLarge ? before.lying : undefined);
  const placeOf = ([id, lies]: readonly [string, Lying]) => {
    const place = before.lying.get(id) === lies ? before.places.get(id) : undefined;
    return [id, place ?? withoutVotes(lies)] as const;
  };
  return { width: plane.width, lying, places: new Map([...lying].map(placeOf)) };
}

function classes(states: Readonly<Record<string, boolean>>): string {
  return ["plane-ground", ...Object.keys(states).filter((name) => states[name])].join(" ");
}

/** The room that is kept under it for a ballot is not the note's. */
function withoutVotes({ left, top, width, height }: Lying): Rect {
  return { left: left - width / 2, top: top - height / 2, width, height: height - VOTES_PIXELS };
}

function sizeFor(count: number) {
  const factor = Math.max(1, Math.sqrt((count * NOTE_PIXELS) / (LEAST.width * LEAST.height)));
  return { width: Math.round(LEAST.width * factor), height: Math.round(LEAST.height * factor) };
}
