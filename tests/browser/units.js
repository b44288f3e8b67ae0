// What the page's modules offer, in one file for node.
export * from "../../exporters/html/page/data.js";
export * from "../../exporters/html/page/evidence.js";
export * from "../../exporters/html/page/filter.js";
export * from "../../exporters/html/page/format.js";
export * from "../../exporters/html/page/keyboard.js";
export * from "../../exporters/html/page/labels.js";
export * from "../../exporters/html/page/pens.js";
export * from "../../exporters/html/page/save.js";
export * from "../../exporters/html/page/search.js";
export * from "../../exporters/html/page/state.js";
export * from "../../exporters/html/page/periods.js";
export { fitTo } from "../../exporters/html/page/scene.js";
