/** The icons of the board and of the methods’ kinds: Lucide’s drawings, inlined at build. Always beside a word. */

import arrowDown from "lucide-static/icons/arrow-down.svg?raw";
import arrowLeft from "lucide-static/icons/arrow-left.svg?raw";
import arrowRight from "lucide-static/icons/arrow-right.svg?raw";
import arrowRightLeft from "lucide-static/icons/arrow-right-left.svg?raw";
import arrowUp from "lucide-static/icons/arrow-up.svg?raw";
import badgeCheck from "lucide-static/icons/badge-check.svg?raw";
import ban from "lucide-static/icons/ban.svg?raw";
import bookOpen from "lucide-static/icons/book-open.svg?raw";
import briefcase from "lucide-static/icons/briefcase.svg?raw";
import building from "lucide-static/icons/building.svg?raw";
import building2 from "lucide-static/icons/building-2.svg?raw";
import calendar from "lucide-static/icons/calendar.svg?raw";
import check from "lucide-static/icons/check.svg?raw";
import chevronDown from "lucide-static/icons/chevron-down.svg?raw";
import chevronRight from "lucide-static/icons/chevron-right.svg?raw";
import chevronUp from "lucide-static/icons/chevron-up.svg?raw";
import circle from "lucide-static/icons/circle.svg?raw";
import circleAlert from "lucide-static/icons/circle-alert.svg?raw";
import circleDot from "lucide-static/icons/circle-dot.svg?raw";
import circleHelp from "lucide-static/icons/circle-help.svg?raw";
import circleQuestionMark from "lucide-static/icons/circle-question-mark.svg?raw";
import clock from "lucide-static/icons/clock.svg?raw";
import cloudOff from "lucide-static/icons/cloud-off.svg?raw";
import columns3 from "lucide-static/icons/columns-3.svg?raw";
import combine from "lucide-static/icons/combine.svg?raw";
import copy from "lucide-static/icons/copy.svg?raw";
import database from "lucide-static/icons/database.svg?raw";
import diamond from "lucide-static/icons/diamond.svg?raw";
import doorOpen from "lucide-static/icons/door-open.svg?raw";
import eyeOff from "lucide-static/icons/eye-off.svg?raw";
import eye from "lucide-static/icons/eye.svg?raw";
import fileText from "lucide-static/icons/file-text.svg?raw";
import flag from "lucide-static/icons/flag.svg?raw";
import footprints from "lucide-static/icons/footprints.svg?raw";
import frown from "lucide-static/icons/frown.svg?raw";
import gavel from "lucide-static/icons/gavel.svg?raw";
import gitBranch from "lucide-static/icons/git-branch.svg?raw";
import globe from "lucide-static/icons/globe.svg?raw";
import graduationCap from "lucide-static/icons/graduation-cap.svg?raw";
import group from "lucide-static/icons/group.svg?raw";
import handHeart from "lucide-static/icons/hand-heart.svg?raw";
import handshake from "lucide-static/icons/handshake.svg?raw";
import heart from "lucide-static/icons/heart.svg?raw";
import heartHandshake from "lucide-static/icons/heart-handshake.svg?raw";
import heartPulse from "lucide-static/icons/heart-pulse.svg?raw";
import hexagon from "lucide-static/icons/hexagon.svg?raw";
import hospital from "lucide-static/icons/hospital.svg?raw";
import house from "lucide-static/icons/house.svg?raw";
import image from "lucide-static/icons/image.svg?raw";
import inbox from "lucide-static/icons/inbox.svg?raw";
import info from "lucide-static/icons/info.svg?raw";
import keyRound from "lucide-static/icons/key-round.svg?raw";
import landmark from "lucide-static/icons/landmark.svg?raw";
import languages from "lucide-static/icons/languages.svg?raw";
import layers from "lucide-static/icons/layers.svg?raw";
import library from "lucide-static/icons/library.svg?raw";
import lightbulb from "lucide-static/icons/lightbulb.svg?raw";
import link from "lucide-static/icons/link.svg?raw";
import list from "lucide-static/icons/list.svg?raw";
import loaderCircle from "lucide-static/icons/loader-circle.svg?raw";
import lock from "lucide-static/icons/lock.svg?raw";
import logOut from "lucide-static/icons/log-out.svg?raw";
import mail from "lucide-static/icons/mail.svg?raw";
import map from "lucide-static/icons/map.svg?raw";
import eraser from "lucide-static/icons/eraser.svg?raw";
import listChecks from "lucide-static/icons/list-checks.svg?raw";
import listOrdered from "lucide-static/icons/list-ordered.svg?raw";
import maximize from "lucide-static/icons/maximize.svg?raw";
import menu from "lucide-static/icons/menu.svg?raw";
import messageCircle from "lucide-static/icons/message-circle.svg?raw";
import minus from "lucide-static/icons/minus.svg?raw";
import monitor from "lucide-static/icons/monitor.svg?raw";
import messageSquare from "lucide-static/icons/message-square.svg?raw";
import move from "lucide-static/icons/move.svg?raw";
import network from "lucide-static/icons/network.svg?raw";
import pause from "lucide-static/icons/pause.svg?raw";
import pencil from "lucide-static/icons/pencil.svg?raw";
import phone from "lucide-static/icons/phone.svg?raw";
import play from "lucide-static/icons/play.svg?raw";
import plus from "lucide-static/icons/plus.svg?raw";
import presentation from "lucide-static/icons/presentation.svg?raw";
import puzzle from "lucide-static/icons/puzzle.svg?raw";
import quote from "lucide-static/icons/quote.svg?raw";
import redo2 from "lucide-static/icons/redo-2.svg?raw";
import refreshCw from "lucide-static/icons/refresh-cw.svg?raw";
import rotateCcw from "lucide-static/icons/rotate-ccw.svg?raw";
import route from "lucide-static/icons/route.svg?raw";
import scale from "lucide-static/icons/scale.svg?raw";
import school from "lucide-static/icons/school.svg?raw";
import search from "lucide-static/icons/search.svg?raw";
import settings2 from "lucide-static/icons/settings-2.svg?raw";
import shapes from "lucide-static/icons/shapes.svg?raw";
import smartphone from "lucide-static/icons/smartphone.svg?raw";
import smile from "lucide-static/icons/smile.svg?raw";
import sparkles from "lucide-static/icons/sparkles.svg?raw";
import spline from "lucide-static/icons/spline.svg?raw";
import square from "lucide-static/icons/square.svg?raw";
import star from "lucide-static/icons/star.svg?raw";
import stickyNote from "lucide-static/icons/sticky-note.svg?raw";
import store from "lucide-static/icons/store.svg?raw";
import tag from "lucide-static/icons/tag.svg?raw";
import target from "lucide-static/icons/target.svg?raw";
import text from "lucide-static/icons/text.svg?raw";
import thumbsUp from "lucide-static/icons/thumbs-up.svg?raw";
import timer from "lucide-static/icons/timer.svg?raw";
import trash2 from "lucide-static/icons/trash-2.svg?raw";
import triangle from "lucide-static/icons/triangle.svg?raw";
import triangleAlert from "lucide-static/icons/triangle-alert.svg?raw";
import undo2 from "lucide-static/icons/undo-2.svg?raw";
import unlink from "lucide-static/icons/unlink.svg?raw";
import user from "lucide-static/icons/user.svg?raw";
import userMinus from "lucide-static/icons/user-minus.svg?raw";
import userPlus from "lucide-static/icons/user-plus.svg?raw";
import userRound from "lucide-static/icons/user-round.svg?raw";
import users from "lucide-static/icons/users.svg?raw";
import usersRound from "lucide-static/icons/users-round.svg?raw";
import vote from "lucide-static/icons/vote.svg?raw";
import waypoints from "lucide-static/icons/waypoints.svg?raw";
import workflow from "lucide-static/icons/workflow.svg?raw";
import wrench from "lucide-static/icons/wrench.svg?raw";
import x from "lucide-static/icons/x.svg?raw";
import zap from "lucide-static/icons/zap.svg?raw";

const DRAWN: Readonly<Record<string, string>> = {
  "arrow-down": arrowDown,
  "arrow-left": arrowLeft,
  "arrow-right": arrowRight,
  "arrow-right-left": arrowRightLeft,
  "arrow-up": arrowUp,
  "badge-check": badgeCheck,
  ban,
  "book-open": bookOpen,
  briefcase,
  building,
  "building-2": building2,
  calendar,
  check,
  "chevron-down": chevronDown,
  "chevron-right": chevronRight,
  "chevron-up": chevronUp,
  circle,
  "circle-alert": circleAlert,
  "circle-dot": circleDot,
  "circle-help": circleHelp,
  "circle-question-mark": circleQuestionMark,
  clock,
  "cloud-off": cloudOff,
  "columns-3": columns3,
  combine,
  copy,
  database,
  diamond,
  "door-open": doorOpen,
  eye,
  "eye-off": eyeOff,
  "file-text": fileText,
  flag,
  footprints,
  frown,
  gavel,
  "git-branch": gitBranch,
  globe,
  "graduation-cap": graduationCap,
  group,
  "hand-heart": handHeart,
  handshake,
  heart,
  "heart-handshake": heartHandshake,
  "heart-pulse": heartPulse,
  hexagon,
  hospital,
  house,
  image,
  inbox,
  info,
  "key-round": keyRound,
  landmark,
  languages,
  layers,
  library,
  lightbulb,
  link,
  list,
  "loader-circle": loaderCircle,
  lock,
  "log-out": logOut,
  mail,
  map,
  eraser,
  "list-checks": listChecks,
  "list-ordered": listOrdered,
  maximize,
  menu,
  "message-circle": messageCircle,
  minus,
  "message-square": messageSquare,
  monitor,
  move,
  network,
  pause,
  pencil,
  phone,
  play,
  plus,
  presentation,
  puzzle,
  quote,
  "redo-2": redo2,
  "refresh-cw": refreshCw,
  "rotate-ccw": rotateCcw,
  route,
  scale,
  school,
  search,
  "settings-2": settings2,
  shapes,
  smartphone,
  smile,
  sparkles,
  spline,
  square,
  star,
  "sticky-note": stickyNote,
  store,
  tag,
  target,
  text,
  "thumbs-up": thumbsUp,
  timer,
  "trash-2": trash2,
  triangle,
  "triangle-alert": triangleAlert,
  "undo-2": undo2,
  unlink,
  user,
  "user-minus": userMinus,
  "user-plus": userPlus,
  "user-round": userRound,
  users,
  "users-round": usersRound,
  vote,
  waypoints,
  workflow,
  wrench,
  x,
  zap,
};

/** What stands for a kind whose drawing is not here. */
const OTHERWISE = "sticky-note";

export function isDrawn(name: string): boolean {
  return name in DRAWN;
}

/** The drawing as SVG markup, without its size: the stylesheet gives that. */
export function drawing(name: string): string {
  const svg = DRAWN[name] ?? DRAWN[OTHERWISE] ?? "";
  return svg
    .slice(svg.indexOf("<svg"))
    .replace(/\s(?:width|height)="24"/g, "")
    .replace(/\s+/g, " ")
    .replace(/> </g, "><")
    .trim();
}
