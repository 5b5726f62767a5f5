/** The same patience for what is drawn: `waitFor` and `findBy…`. */

import { configure } from "@testing-library/preact";

import { PATIENCE_MS } from "./patience";

configure({ asyncUtilTimeout: PATIENCE_MS });
