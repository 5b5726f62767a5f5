"""How the tests' browser is started: Debian's Chromium, without what only a person at its window would miss."""

from __future__ import annotations

# Suggestions under the address bar are two pages of their own in every window, and a renderer is kept in reserve:
# more than half of what a window costs, and no test looks there.
_OF_THE_WINDOW = (
    "SpareRendererForSitePerProcess",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxPopup",
)

# What Playwright turns off itself. Of two lists Chromium takes the later one, ours; so it must name these too.
_OF_PLAYWRIGHT = (
    "AimEnabled",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsFirstBalancedModeAutoEnable",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "NetworkTimeServiceQuerying",
    "OptimizationHints",
    "PaintHolding",
    "PreconnectToSearch",
    "ThirdPartyStoragePartitioning",
)

SWITCHES = [
    "--no-sandbox",  # it cannot make its sandbox when started by root
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",  # it talks to nobody but us
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join((*_OF_THE_WINDOW, *_OF_PLAYWRIGHT))}",
]
