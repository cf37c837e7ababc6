// The box of the first characters of a text inside a line of the editor, and the boxes of the squiggles.
([wanted, length]) => {
  for (const line of document.querySelectorAll(".monaco-editor .view-lines .view-line")) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    while (walker.nextNode()) {
      nodes.push([walker.currentNode, text.length]);
      text += walker.currentNode.data.replace(/\u00a0/g, " ");
    }
    const start = text.indexOf(wanted);
    if (start < 0) continue;
    const point = (offset) => {
      for (const [node, at] of nodes) {
        if (offset <= at + node.data.length) return [node, offset - at];
      }
    };
    const range = document.createRange();
    range.setStart(...point(start));
    range.setEnd(...point(start + length));
    const box = range.getBoundingClientRect();
    const squiggles = [...document.querySelectorAll(".monaco-editor .view-overlays .cdr[class*=squiggly]")]
      .map((one) => one.getBoundingClientRect())
      .filter((one) => Math.abs(one.top + one.height / 2 - (box.top + box.height / 2)) < box.height)
      .map((one) => [one.left, one.right]);
    return { text, left: box.left, right: box.right, x: (box.left + box.right) / 2, y: box.top + box.height / 2, squiggles };
  }
  return null;
}
