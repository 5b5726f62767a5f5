/** Every page but the live board: type, colours and the pages' own parts. Nothing on them needs a script. */
import "@fontsource-variable/source-sans-3/index.css";
import "../css/suomifi.css";
import "../css/base.css";
import "../css/pages.css";
