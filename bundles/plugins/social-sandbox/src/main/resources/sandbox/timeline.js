"use strict";
/* The timeline: keeps the newest posts, asks for more by long poll and shows threads. All text goes in as text, never as markup. */
(() => {
  const KEPT_MAX = 600;
  const WAIT_SECONDS = 20;
  const RETRY_LEAST_MS = 1000;
  const RETRY_MOST_MS = 15000;
  const REPLIES_DEEP = 3;

  const byId = (id) => document.getElementById(id);
  const posts = new Map();
  let host = "";
  let last = 0;
  let filter = "all";
  let textMax = 280;
  let admin = null;
  let replyTo = null;
  let unseen = 0;
  let first = true;
  let newIds = new Set();

  const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto", style: "narrow" });
  const absolute = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "medium" });

  function element(tag, className, text) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function ago(iso) {
    const seconds = Math.round((Date.parse(iso) - Date.now()) / 1000);
    const steps = [[60, "second", 1], [3600, "minute", 60], [86400, "hour", 3600], [Infinity, "day", 86400]];
    const [, unit, size] = steps.find(([below]) => Math.abs(seconds) < below);
    return Math.abs(seconds) < 5 ? "now" : relative.format(Math.trunc(seconds / size), unit);
  }

  /* A small pattern of the handle alone: the same handle looks the same everywhere. */
  function avatar(handle) {
    let hash = 2166136261;
    for (const letter of handle.toLowerCase()) hash = Math.imul(hash ^ letter.codePointAt(0), 16777619) >>> 0;
    const hue = hash % 360;
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    svg.setAttribute("viewBox", "0 0 70 70");
    svg.setAttribute("class", "avatar");
    svg.setAttribute("aria-hidden", "true");
    const cell = (x, y, width, fill) => {
      const rect = document.createElementNS(svg.namespaceURI, "rect");
      for (const [key, value] of Object.entries({ x, y, width, height: width, fill })) rect.setAttribute(key, value);
      svg.append(rect);
    };
    cell(0, 0, 70, `hsl(${hue} 45% 88%)`);
    const ink = `hsl(${(hue + 20) % 360} 55% 38%)`;
    let bits = hash ^ (hash >>> 13);
    for (let row = 0; row < 5; row++) {
      for (let column = 0; column < 3; column++) {
        bits = Math.imul(bits ^ (bits >>> 15), 2246822519) >>> 0;
        if (bits % 100 < 55) {
          cell(10 + column * 10, 10 + row * 10, 10, ink);
          if (column < 2) cell(50 - column * 10, 10 + row * 10, 10, ink);
        }
      }
    }
    return svg;
  }

  function textWithMentions(text) {
    const line = element("p", "text");
    for (const part of text.split(/(@[A-Za-z0-9_]{1,30})/)) {
      line.append(part.startsWith("@") ? element("span", "mention", part) : part);
    }
    return line;
  }

  const VERBS = { REPLY: "replying to", QUOTE: "quoting", REPOST: "reposting", EDIT: "edited their post" };

  function relationOf(post, nested) {
    if (post.kind === "ORIGINAL" || (nested && post.kind === "REPLY")) return null;
    const target = posts.get(post.target);
    const whom = post.kind === "EDIT" ? "" : target ? ` @${target.handle}` : " an earlier post";
    return element("p", "relation", VERBS[post.kind] + whom);
  }

  function card(post, children, depth) {
    const article = element("article", "post");
    article.id = `post-${post.id}`;
    if (post.host) article.classList.add("host");
    if (newIds.has(post.id)) article.classList.add("new");
    article.setAttribute("aria-label", `${post.name}, @${post.handle}`);
    article.tabIndex = depth === 0 ? 0 : -1;
    article.append(avatar(post.handle));

    const body = element("div", "body");
    const head = element("div", "head");
    head.append(element("span", "name", post.name));
    if (post.host) head.append(element("span", "badge", "Host"));
    head.append(element("span", "handle", `@${post.handle}`));
    const link = element("a", "when");
    link.href = `#post-${post.id}`;
    const when = element("time", "", ago(post.at));
    when.dateTime = post.at;
    when.title = absolute.format(new Date(post.at));
    when.setAttribute("aria-label", `${when.textContent}, ${when.title}`);
    link.append(when);
    head.append(link);
    body.append(head);

    const relation = relationOf(post, depth > 0);
    if (relation) body.append(relation);
    body.append(textWithMentions(post.text));
    const target = posts.get(post.target);
    if (target && (post.kind === "QUOTE" || post.kind === "EDIT")) {
      body.append(element("p", "quoted", `@${target.handle}: ${target.text}`));
    }
    if (post.media) {
      const picture = element("img", "picture");
      picture.src = `media/${post.media}`;
      picture.alt = "Attached picture";
      picture.loading = "lazy";
      body.append(picture);
    }
    if (admin) {
      const actions = element("div", "actions");
      const reply = element("button", "quiet", "Reply");
      reply.type = "button";
      reply.setAttribute("aria-label", `Reply to @${post.handle}`);
      reply.addEventListener("click", () => startReply(post));
      actions.append(reply);
      body.append(actions);
    }
    article.append(body);

    const replies = children.get(post.id);
    if (replies) {
      const box = element("div", "replies");
      for (const reply of replies) box.append(card(reply, children, depth + 1));
      article.append(box);
    }
    return article;
  }

  /* Replies hang below what they answer, up to a depth; deeper ones join the last level. */
  function threads() {
    const children = new Map();
    const roots = [];
    const depths = new Map();
    for (const post of posts.values()) {
      let parent = post.kind === "REPLY" ? posts.get(post.target) : undefined;
      while (parent && depths.get(parent.id) >= REPLIES_DEEP) parent = posts.get(parent.target);
      if (!parent) {
        depths.set(post.id, 0);
        roots.push(post);
        continue;
      }
      depths.set(post.id, depths.get(parent.id) + 1);
      if (!children.has(parent.id)) children.set(parent.id, []);
      children.get(parent.id).push(post);
    }
    return { children, roots: roots.reverse() };
  }

  const FILTERS = {
    all: () => true,
    host: (post) => post.host,
    threads: (post, children) => children.has(post.id),
  };

  function render() {
    const { children, roots } = threads();
    const all = [...posts.values()].reverse();
    const shown = filter === "host" ? all.filter(FILTERS.host) : roots.filter((post) => FILTERS[filter](post, children));
    const focused = document.activeElement && document.activeElement.closest(".post");
    const focusedId = focused ? focused.id : null;
    const none = new Map();
    byId("timeline").replaceChildren(...shown.map((post) => card(post, filter === "host" ? none : children, 0)));
    byId("timeline").setAttribute("aria-busy", "false");
    byId("empty").hidden = shown.length > 0;
    byId("empty-title").textContent = posts.size ? "No post matches" : "Nobody has said anything yet";
    byId("empty-text").textContent = posts.size
      ? "Choose another filter above."
      : "Posts appear here the moment they are made. Start the demo show, or write one yourself.";
    if (focusedId && byId(focusedId)) byId(focusedId).focus({ preventScroll: true });
    newIds = new Set();
  }

  function take(answer) {
    host = answer.host;
    last = Math.max(last, answer.last);
    for (const post of answer.posts) {
      if (!first && !posts.has(post.id)) newIds.add(post.id);
      posts.set(post.id, post);
    }
    for (const id of posts.keys()) {
      if (posts.size <= KEPT_MAX) break;
      posts.delete(id);
    }
    const away = window.scrollY > 240 && !first;
    unseen = away ? unseen + newIds.size : 0;
    /* A reader further down keeps the place; the button brings the new posts. */
    if (away) {
      byId("fresh").textContent = unseen === 1 ? "1 new post" : `${unseen} new posts`;
      byId("fresh").hidden = unseen === 0;
    } else {
      byId("fresh").hidden = true;
      if (first || answer.posts.length) render();
    }
    first = false;
  }

  function connection(state, text) {
    const line = byId("connection");
    if (line.dataset.state === state) return;
    line.dataset.state = state;
    line.textContent = text;
  }

  async function follow() {
    let retry = RETRY_LEAST_MS;
    for (;;) {
      try {
        const response = await fetch(`posts?after=${last}&wait=${first ? 0 : WAIT_SECONDS}`);
        if (!response.ok) throw new Error(`status ${response.status}`);
        const answer = await response.json();
        /* A smaller number means that the network was set up anew. */
        if (answer.last < last) {
          posts.clear();
          last = 0;
          first = true;
          continue;
        }
        take(answer);
        connection("live", "Live");
        retry = RETRY_LEAST_MS;
      } catch (problem) {
        connection("lost", "Connection lost, trying again");
        await new Promise((resolve) => setTimeout(resolve, retry));
        retry = Math.min(retry * 2, RETRY_MOST_MS);
      }
    }
  }

  async function session() {
    try {
      const answer = await (await fetch("session")).json();
      admin = answer.admin;
      textMax = answer.textMax;
    } catch (problem) {
      admin = null;
    }
    byId("composer").hidden = !admin;
    byId("sign-in").hidden = Boolean(admin);
    count();
    if (posts.size) render();
  }

  function count() {
    const left = textMax - [...byId("text").value].length;
    byId("count").textContent = `${left} left`;
    byId("count").toggleAttribute("data-over", left < 0);
    byId("send").disabled = left < 0;
  }

  function startReply(post) {
    replyTo = post.id;
    byId("reply-text").textContent = `Replying to @${post.handle}`;
    byId("reply-note").hidden = false;
    byId("text").focus();
  }

  function endReply() {
    replyTo = null;
    byId("reply-note").hidden = true;
  }

  function problem(text) {
    byId("form-problem").textContent = text;
    byId("form-problem").hidden = !text;
  }

  byId("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const handle = byId("handle").value.trim().replace(/^@/, "");
    if (!/^[A-Za-z0-9_]{1,30}$/.test(handle)) return problem("A handle has 1 to 30 letters, digits or underscores.");
    if (!byId("text").value.trim()) return problem("Write something first.");
    problem("");
    byId("send").disabled = true;
    try {
      const body = new URLSearchParams({ handle, text: byId("text").value, replyTo: replyTo ?? "" });
      const response = await fetch("posts", { method: "POST", body });
      if (response.ok) {
        byId("text").value = "";
        endReply();
      } else {
        problem((await response.json()).problem);
        if (response.status === 401) await session();
      }
    } catch (failure) {
      problem("The post did not arrive. Try again.");
    }
    count();
  });

  byId("text").addEventListener("input", count);
  byId("reply-cancel").addEventListener("click", endReply);
  byId("fresh").addEventListener("click", () => {
    unseen = 0;
    byId("fresh").hidden = true;
    render();
    window.scrollTo({ top: 0 });
    byId("timeline").focus({ preventScroll: true });
  });
  for (const button of document.querySelectorAll("[data-filter]")) {
    button.addEventListener("click", () => {
      filter = button.dataset.filter;
      for (const other of document.querySelectorAll("[data-filter]")) {
        other.setAttribute("aria-pressed", String(other === button));
      }
      render();
    });
  }
  setInterval(() => {
    for (const time of document.querySelectorAll("time")) {
      time.textContent = ago(time.dateTime);
      time.setAttribute("aria-label", `${time.textContent}, ${time.title}`);
    }
  }, 5000);

  session();
  follow();
})();
