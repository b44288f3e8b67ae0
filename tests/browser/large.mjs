// A page of any size: that of the empty fake network with other data, made by a
// fixed rule: communities of fifty around a circle, each with a hub.
import { fake } from "./browser.mjs";

const columns = {
  graph: [],
  node: [
    ["id", "", "string"],
    ["label", "", "string"],
    ["type", "", "string"],
    ["aliases", "", "list"],
    ["mentions", "", "integer"],
    ["articles", "", "integer"],
    ["first", "", "date"],
    ["last", "", "date"],
    ["strength", "", "real"],
    ["community", "", "integer"],
  ],
  tie: [
    ["weight", "", "real"],
    ["first", "", "date"],
    ["last", "", "date"],
    ["meet", "", "integer"],
  ],
};

// A small generator of equal numbers everywhere (Park and Miller, 1988).
function random(seed) {
  let state = seed;
  return (n) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
}

function nodeRow(i, nodes, draw) {
  const community = Math.floor(i / 50),
    many = Math.ceil(nodes / 50);
  const turn = (2 * Math.PI * community) / many,
    wide = 26 * Math.sqrt(nodes);
  const x = Math.cos(turn) * wide + draw(500) - 250,
    y = Math.sin(turn) * wide + draw(500) - 250;
  const strength = i % 50 === 0 ? 200 : 1 + draw(30);
  return [
    x,
    y,
    6 + 44 * Math.sqrt(strength / 200),
    community < 10 ? "#0072b2" : "#9a9fa6",
    `p${i}`,
    `Person ${i} Roe${i}`,
    "person",
    [`Roe${i}`],
    3,
    2,
    "2015-01-01",
    "2016-12-31",
    strength,
    community,
  ];
}

function tieRow(nodes, draw) {
  const a = draw(nodes),
    inside = draw(4) > 0;
  const b = inside ? 50 * Math.floor(a / 50) + draw(50) : draw(nodes);
  const to = b === a || b >= nodes ? (a + 1) % nodes : b,
    met = draw(5) === 0;
  const day = 20150101 + 10000 * draw(2) + 100 * draw(12) + draw(28);
  const proof = met ? [day, 0.5, 1, 2, 0.8, 0, 0] : [day, 0.5, 0, 0, 1, 0, 0];
  return [
    a,
    to,
    [proof, [day, 0.5]],
    1 + draw(20),
    "2015-01-01",
    "2016-12-31",
    met ? 1 : 0,
  ];
}

export function largePage(nodes, ties) {
  const draw = random(7);
  const data = {
    title: "Large",
    of: [nodes, ties],
    columns,
    graph: [],
    settings: [],
    nodes: Array.from({ length: nodes }, (_, i) => nodeRow(i, nodes, draw)),
    ties: Array.from({ length: ties }, () => tieRow(nodes, draw)),
    articles: [["a", "A title", null, null, "2015-01-01"]],
    sentences: ["Ann Roe met Ben Poe."],
    words: ["", "meet", "held"],
  };
  const page = fake("empty").toString();
  const start = page.indexOf(">", page.indexOf('id="data"')) + 1;
  return (
    page.slice(0, start) +
    JSON.stringify(data) +
    page.slice(page.indexOf("</script>", start))
  );
}
