/** Every dialog and panel. */

import type { Dialog, ThemeDialog } from "../desk";
import { ChallengePanel } from "../challenge/ChallengePanel";
import { SuggestedPanel } from "../gather/SuggestedPanel";
import { ShowsPanel } from "../shows/ShowsPanel";
import { CommentsPanel } from "../comments/CommentsPanel";
import { LatePanel } from "../late/LatePanel";
import { ActsPanel } from "./ActsPanel";
import { DevicePanel } from "../people/DevicePanel";
import { AddDialog } from "./AddDialog";
import { AgendaPanel } from "./AgendaPanel";
import { Presentation } from "../present/Presentation";
import { ClusterDialog, ClusterEdit } from "./ClusterDialog";
import { ClusterMerge, ClusterSplit } from "./ClusterParts";
import { ControlPanel } from "./ControlPanel";
import { EraseDialog } from "./EraseDialog";
import { FieldsCard } from "../fields/FieldsCard";
import { NewPictures } from "../pictures/NewPictures";
import { PictureDialog } from "../pictures/PictureDialog";
import { TieDialog } from "../register/TieDialog";
import { RowsDialog } from "../rows/RowsDialog";
import { InvitePanel } from "./InvitePanel";
import { KindDialog } from "./KindDialog";
import { KindsDialog } from "./KindsDialog";
import { LinkDialog } from "./LinkDialog";
import { MenuSheet } from "./MenuSheet";
import { MergedPanel } from "../merged/MergedPanel";
import { MoveDialog } from "./MoveDialog";
import { PeoplePanel } from "./PeoplePanel";
import { RelationsPanel } from "./RelationsPanel";
import { ResultsPanel } from "./ResultsPanel";
import { ZoneAdd, ZoneEdit } from "./ZoneDialog";

export function drawn(open: Dialog) {
  switch (open.name) {
    case "people":
      return <PeoplePanel />;
    case "device":
      return <DevicePanel />;
    case "invite":
      return <InvitePanel />;
    case "acts":
      return <ActsPanel />;
    case "control":
      return <ControlPanel />;
    case "kinds":
      return <KindsDialog />;
    case "challenge":
      return <ChallengePanel />;
    case "shows":
      return <ShowsPanel />;
    case "menu":
      return <MenuSheet />;
    case "relations":
      return <RelationsPanel />;
    case "late":
      return <LatePanel />;
    case "results":
      return <ResultsPanel />;
    case "agenda":
      return <AgendaPanel part={open.part} />;
    case "add":
      return <AddDialog zone={open.zone} />;
    case "present":
      return <Presentation zone={open.zone} />;
    case "move":
      return <MoveDialog notes={open.notes} />;
    case "erase":
      return <EraseDialog note={open.note} text={open.text} />;
    case "picture":
      return <PictureDialog note={open.note} />;
    case "newPicture":
      return <NewPictures files={open.files} spot={open.spot} />;
    case "rows":
      return <RowsDialog text={open.text} />;
    case "fields":
      return <FieldsCard notes={open.notes} />;
    case "kind":
      return <KindDialog notes={open.notes} />;
    case "comments":
      return <CommentsPanel on={open.on} />;
    case "cluster":
    case "clusterEdit":
    case "clusterMerge":
    case "clusterSplit":
    case "suggested":
    case "merged":
      return themes(open);
    default:
      return drawnOf(open);
  }
}

/** Those about a note, an arrow or a zone. */
function drawnOf(open: Extract<Dialog, { name: "tie" | "link" | "zone" | "zoneAdd" }>) {
  switch (open.name) {
    case "tie":
      return <TieDialog note={open.note} />;
    case "link":
      return <LinkDialog from={open.from} to={open.to} link={open.link} />;
    case "zone":
      return <ZoneEdit zone={open.zone} />;
    case "zoneAdd":
      return <ZoneAdd axis={open.axis} />;
  }
}

function themes(open: ThemeDialog) {
  switch (open.name) {
    case "cluster":
      return <ClusterDialog notes={open.notes} />;
    case "clusterEdit":
      return <ClusterEdit cluster={open.cluster} />;
    case "clusterMerge":
      return <ClusterMerge cluster={open.cluster} />;
    case "clusterSplit":
      return <ClusterSplit cluster={open.cluster} />;
    case "suggested":
      return <SuggestedPanel />;
    case "merged":
      return <MergedPanel note={open.note} />;
  }
}
