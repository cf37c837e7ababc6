(() => {
  const root = document.documentElement;
  const get = (id) => document.getElementById(id);
  const cards = [...document.querySelectorAll(".card")];
  const fields = ["search", "team", "rule", "level"].map(get);

  const say = () => {
    const lang = root.dataset.lang;
    root.lang = lang;
    document.querySelectorAll("option[data-zh]").forEach((one) => (one.textContent = one.dataset[lang]));
    get("search").placeholder = get("search").dataset[lang];
  };
  const filter = () => {
    const [search, team, rule, level] = fields.map((field) => field.value);
    const wanted = search.trim().toLowerCase();
    let count = 0;
    for (const card of cards) {
      let found = 0;
      for (const finding of card.querySelectorAll(".finding")) {
        const fits = (!rule || finding.dataset.code === rule) && (!level || finding.dataset.level === level);
        finding.hidden = !fits;
        found += fits;
      }
      const fits =
        (!team || card.dataset.team === team) &&
        (!(rule || level || get("found").checked) || found > 0) &&
        (!wanted || card.textContent.toLowerCase().includes(wanted));
      card.hidden = !fits;
      count += fits;
    }
    get("count").textContent = `${count} / ${cards.length}`;
  };
  get("lang").onclick = () => {
    root.dataset.lang = root.dataset.lang === "zh" ? "en" : "zh";
    say();
  };
  get("theme").onclick = () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  };
  get("print").onclick = () => print();
  get("filters").oninput = filter;
  get("filters").onsubmit = (event) => event.preventDefault();
  get("filters").onreset = () => setTimeout(filter);
  document.querySelectorAll("button[data-team]").forEach((button) => {
    button.onclick = () => {
      get("team").value = button.dataset.team;
      get("rule").value = button.dataset.rule || "";
      filter();
      get("okrs").scrollIntoView({ behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
    };
  });
  say();
  filter();
})();
