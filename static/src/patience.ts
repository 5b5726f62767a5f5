/** For tests alone: how long they wait for what is drawn. A loaded machine is slow, not wrong. */

import { configure } from "@testing-library/preact";

configure({ asyncUtilTimeout: 10_000 });
