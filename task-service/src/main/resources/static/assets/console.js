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

  const live = document.getElementById("live");
  const refresh = () => htmx.trigger(live, "changed");

  // What somebody is filling in is left alone until they leave it, and a form that was refused until it is sent again; what
  // they have opened stays open, and the focus where it is.
  const inUse = (part) => [...part.querySelectorAll("input:not([type=hidden]), textarea, select")].some((field) =>
    field === document.activeElement || "typed" in field.dataset ||
    (field.options ? [...field.options].some((option) => option.selected !== option.defaultSelected) : field.value !== field.defaultValue));
  let leftAlone = false;

  // A login that nobody has typed follows the name, also where the cursor is in it already.
  const followName = (target, fragment) => {
    const [login, suggested] = ["#new-login", "[name=suggested]"].map((field) => target.querySelector(field));
    if (!login || login.value !== suggested.value) return;
    login.value = fragment.querySelector("#new-login").value;
    suggested.value = login.value;
  };

  document.addEventListener("htmx:oobBeforeSwap", (event) => {
    const { target, fragment } = event.detail;
    if (inUse(target)) {
      event.detail.shouldSwap = false;
      leftAlone = true;
      followName(target, fragment);
      return;
    }
    for (const opened of target.querySelectorAll("details[open][id]")) {
      fragment.querySelector(`#${CSS.escape(opened.id)}`)?.setAttribute("open", "");
    }
    const focused = target.contains(document.activeElement) && document.activeElement.id;
    if (focused) setTimeout(() => document.getElementById(focused)?.focus({ preventScroll: true }));
  });

  if (!live) return;

  // Not at once: a button that they are just pressing must not be replaced under their finger.
  document.addEventListener("focusout", () => {
    if (leftAlone) setTimeout(refresh, 1000);
    leftAlone = false;
  });

  live.setAttribute("hx-select-oob", [...document.querySelectorAll("[data-refresh]")]
    .map((part) => `#${part.id}${part.dataset.refresh && `:${part.dataset.refresh}`}`).join());
  const say = (words, lost) => {
    if (live.textContent === words) return;
    live.textContent = words;
    live.classList.toggle("is-lost", lost);
    live.hidden = false;
  };

  // Each page that is looked at has one connection. The server says at once that something has changed, and every 15 s
  // that it is there. Whatever fails, the connection or a refresh, ends in a new connection, and that in a refresh.
  let source;
  let timer;
  let failures = 0;

  const disconnect = () => {
    clearTimeout(timer);
    source?.close();
  };
  const connectIn = (millis) => {
    clearTimeout(timer);
    timer = setTimeout(connect, millis);
  };
  const heard = () => connectIn(40000);
  const lost = () => {
    disconnect();
    if (document.hidden) return;
    say("Not live, trying again", true);
    connectIn(Math.min(50000, 5000 * 2 ** failures++) * (1 + 0.2 * Math.random()));
  };
  const connect = () => {
    disconnect();
    heard();
    source = new EventSource(live.dataset.live ? `/live?person=${live.dataset.live}` : "/live");
    source.addEventListener("alive", heard);
    source.addEventListener("changed", () => {
      heard();
      refresh();
    });
    source.onerror = (event) => {
      say("Not live, trying again", true);
      if (event.target.readyState === EventSource.CLOSED) {
        lost();
        // Leads to the sign-in where the session has ended.
        refresh();
      }
    };
  };

  live.addEventListener("htmx:afterRequest", ({ detail }) => {
    if (detail.successful && source?.readyState === EventSource.OPEN) {
      failures = 0;
      say("Live", false);
    }
  });
  live.addEventListener("htmx:sendError", lost);
  live.addEventListener("htmx:timeout", lost);
  live.addEventListener("htmx:responseError", ({ detail }) => {
    // The person was erased: the whole page says so.
    if ([404, 410].includes(detail.xhr.status)) location.replace(location.pathname); else lost();
  });

  document.addEventListener("visibilitychange", () => document.hidden ? disconnect() : connect());
  if (!document.hidden) connect();
})();
