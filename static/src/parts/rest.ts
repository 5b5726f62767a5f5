/** What comes after the board stands, in a file of its own: see `after.ts`. */

export { Alternatives } from "./Alternatives";
export { castVote, withdrawVote } from "./acts";
export { Coming } from "./Coming";
export { Composer } from "./Composer";
export { Dialogs } from "./dialogs/Dialogs";
export { grip } from "./drag";
export { FindBar } from "./find/FindBar";
export { Lead } from "./floor/Lead";
export { Summons } from "./floor/Summons";
export { goToZone } from "./go-to";
export { Hands } from "./Hands";
export { LeftNote } from "./LeftNote";
export { Meanwhile } from "./Meanwhile";
export { MovedStrip } from "./MovedStrip";
export { NoteActions } from "./NoteActions";
export { NoteEditor } from "./NoteEditor";
export { NoticeStrip } from "./NoticeStrip";
export { onNoteKey } from "./note-keys";
export { PointedComposer } from "./PointedComposer";
export { Refusals } from "./Refusals";
export { RefusedStrip } from "./RefusedStrip";
export { Relations } from "./Relations";
export { lasso } from "./several/lasso";
export { letGo } from "./several/useChooseKeys";
export { NamerForm } from "./shape/NamerForm";
export { AdderForm } from "./shape/AdderForm";
export { ToolsInHand } from "./ToolsInHand";
