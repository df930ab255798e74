"use strict";

// Shows times in the reader's zone, and keeps an open page as it would be if it was opened now.
(() => {
  const local = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric",
    hour: "2-digit", minute: "2-digit", second: "2-digit", timeZoneName: "short" });

  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });

  // As Times.java says it.
  const amount = (seconds) => {
    if (seconds < 60) return `${seconds} s`;
    if (seconds < 3600) return `${Math.trunc(seconds / 60)} min`;
    return seconds < 172800 ? `${Math.trunc(seconds / 3600)} h` : `${Math.trunc(seconds / 86400)} days`;
  };

  const distance = (at) => {
    const seconds = Math.trunc((at - Date.now()) / 1000);
    if (at >= Date.now()) return `in ${amount(seconds)}`;
    return seconds > -5 ? "just now" : `${amount(-seconds)} ago`;
  };

  const showDistances = () => {
    for (const time of document.querySelectorAll("time[data-distance]")) {
      time.textContent = distance(new Date(time.dateTime));
    }
  };

  const showTimes = () => {
    for (const time of document.querySelectorAll("time[datetime]")) {
      const words = local.format(new Date(time.dateTime));
      if ("distance" in time.dataset || "clock" in time.dataset) time.title = words; else time.textContent = words;
      if ("clock" in time.dataset) time.textContent = clock.format(new Date(time.dateTime));
    }
    showDistances();
  };

  showTimes();
  setInterval(showDistances, 1000);
  document.addEventListener("htmx:oobAfterSwap", showTimes);
  document.addEventListener("htmx:afterSettle", showTimes);

  // What somebody is filling in is left alone; what they have opened stays open, and the focus where it is.
  const inUse = (part) => [...part.querySelectorAll("input:not([type=hidden]), textarea, select")].some((field) =>
    field === document.activeElement ||
    (field.options ? [...field.options].some((option) => option.selected !== option.defaultSelected) : field.value !== field.defaultValue));

  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target, fragment } = event.detail;
    if (inUse(target)) {
      event.detail.shouldSwap = false;
      return;
    }
    for (const opened of target.querySelectorAll("details[open][id]")) {
      fragment.querySelector(`#${CSS.escape(opened.id)}`)?.setAttribute("open", "");
    }
    const focused = target.contains(document.activeElement) && document.activeElement.id;
    if (focused) setTimeout(() => document.getElementById(focused)?.focus({ preventScroll: true }));
  });

  const live = document.getElementById("live");
  if (!live) return;

  live.setAttribute("hx-select-oob", [...document.querySelectorAll("[data-refresh]")]
    .map((part) => `#${part.id}${part.dataset.refresh && `:${part.dataset.refresh}`}`).join());
  let missed = false;
  const refresh = () => {
    missed = document.hidden;
    if (!missed) htmx.trigger(live, "changed");
  };
  const say = (words, lost) => {
    if (live.textContent === words) return;
    live.textContent = words;
    live.classList.toggle("is-lost", lost);
    live.hidden = false;
  };

  // Right after connecting the server says that something has changed, so nothing is missed in between.
  const connect = () => {
    const source = new EventSource(live.dataset.live ? `/live?person=${live.dataset.live}` : "/live");
    source.addEventListener("changed", refresh);
    source.onopen = () => say("Live", false);
    source.onerror = () => {
      say("Not live, trying again", true);
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, 5000);
    };
  };

  document.addEventListener("visibilitychange", () => missed && refresh());
  connect();
})();
