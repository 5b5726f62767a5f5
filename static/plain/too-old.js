/* Whether this browser can run the board. In the words of 2009, so that any browser understands the question. */
(function () {
  var root = document.documentElement;
  var has =
    "noModule" in document.createElement("script") &&
    typeof Object.hasOwn === "function" &&
    typeof Array.prototype.findLast === "function" &&
    typeof window.ResizeObserver === "function" &&
    typeof window.HTMLDialogElement === "function" &&
    typeof HTMLDialogElement.prototype.showModal === "function";
  if (!has) root.className += " too-old";
})();
