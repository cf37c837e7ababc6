import * as vscode from "vscode";

const ZH = {
  ready: (count: number) => `OKR ${count}`,
  tip: (count: number) => `okr-lint：本文件有 ${count} 条建议。点击查看目标树`,
  starting: "okr-lint 正在启动",
  missing: "没有找到装有 okr-lint 的 Python。请安装 okr-lint，或设置 okrLint.interpreter。",
  settings: "打开设置",
  checked: (files: number, warnings: number, score: string) => `检查了 ${files} 个文件：${warnings} 条错误或警告，平均得分 ${score}`,
  pick: "选择规则",
  failed: (reason: string) => `okr-lint 无法启动：${reason}`,
  tree: (name: string) => `${name} 的目标树.txt`,
  notOpen: "请先打开一个 OKR 文件。",
};

const EN: typeof ZH = {
  ready: (count) => `OKR ${count}`,
  tip: (count) => `okr-lint: ${count} findings in this file. Click for the tree of objectives`,
  starting: "okr-lint is starting",
  missing: "No Python with okr-lint was found. Install okr-lint, or set okrLint.interpreter.",
  settings: "Open settings",
  checked: (files, warnings, score) => `${files} files checked: ${warnings} errors and warnings, mean score ${score}`,
  pick: "Choose a rule",
  failed: (reason) => `okr-lint could not be started: ${reason}`,
  tree: (name) => `Tree of ${name}.txt`,
  notOpen: "Open a file of OKRs first.",
};

export const texts = vscode.env.language.toLowerCase().startsWith("zh") ? ZH : EN;
