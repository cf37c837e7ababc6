// The page's own words, in both languages.

const WORDS = {
  en: {
    skip: "Skip to the results", tagline: "What breaks the writing guide, why, and how to mend it", settings: "Settings",
    format: "Format", profile: "Profile", language: "Language", automatic: "Automatic", document: "Document",
    example: "Example", open: "Open a file", results: "Results", key: "This server asks for a key", use: "Use it",
    placeholder: "Paste objectives and key results here, or drop a file.\n\n# O1: …\n- KR1: …",
    hint: "Everything stays on this server; nothing is kept.", hintKeys: "F8 goes to the next finding.",
    empty: "Nothing to read yet", emptyMore: "Paste a document, drop a file, or begin with the example.",
    checking: "Checking…", clean: "Nothing to mend", found: (n) => `${n} ${n === 1 ? "finding" : "findings"}`,
    error: "error", warning: "warning", info: "hint", errors: "errors", warnings: "warnings", infos: "hints",
    score: "Score", parts: "parts of the score", whole: "Whole document", apply: "Apply", copy: "Copy", copied: "Copied",
    unsafe: "changes words: read it once more", failed: "Not checked", offline: "The server does not answer",
    binary: "The server reads this file; it cannot be edited here. Each finding names its place in the file.",
    unknownFile: (known) => `files of this kind are not read; known endings are ${known}`, objective: "objective", keyResult: "key result",
    rule: "About this rule", close: "Close",
    imitate: "A well-rated OKR to learn from", noExample: "there is none in this language",
  },
  zh: {
    skip: "跳到结果", tagline: "哪里不合写作指南，为什么，怎样改", settings: "设置", format: "格式", profile: "流派",
    language: "语言", automatic: "自动", document: "文档", example: "示例", open: "打开文件", results: "结果",
    key: "此服务器需要密钥", use: "使用", placeholder: "在此粘贴目标与关键结果,或拖入文件。\n\n# O1:…\n- KR1:…",
    hint: "内容只在这台服务器上处理，不作保存。", hintKeys: "按 F8 跳到下一处。",
    empty: "还没有内容", emptyMore: "粘贴一份文档、拖入文件，或从示例开始。", checking: "检查中…", clean: "没有要改的地方",
    found: (n) => `共 ${n} 处`, error: "错误", warning: "警告", info: "建议", errors: "错误", warnings: "警告", infos: "建议",
    score: "得分", parts: "得分构成", whole: "整份文档", apply: "应用", copy: "复制", copied: "已复制",
    unsafe: "会改动文字，请再看一眼", failed: "未能检查", offline: "服务器没有应答",
    binary: "此文件由服务器读取，不能在这里编辑；每条提示都注明它在文件中的位置。",
    unknownFile: (known) => `不认识这类文件；可读的后缀有 ${known}`, objective: "目标", keyResult: "关键结果", rule: "关于这条规则", close: "关闭",
    imitate: "写得好的 OKR，供参考", noExample: "这种语言暂无范例",
  },
};

const PARTS = {
  qualitative: ["定性", "qualitative"], directed: ["方向明确", "directed"], inspiring: ["鼓舞人心", "inspiring"],
  challenging: ["有挑战", "challenging"], in_control: ["可控", "in control"], concise: ["简明", "concise"],
  specific: ["具体", "specific"], measurable: ["可衡量", "measurable"], achievable: ["可实现", "achievable"],
  relevant: ["相关", "relevant"], time_bound: ["有时限", "time-bound"], result: ["是结果", "result"],
};
const PROFILES = {
  seed: ["写作指南", "Writing guide"], google: ["Google", "Google"], value: ["价值", "Value"],
  committed: ["承诺型", "Committed"], learning: ["学习型", "Learning"],
};

let language = "en";

export function setLanguage(chosen) {
  language = chosen || (navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en");
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-placeholder]")) node.placeholder = t(node.dataset.tPlaceholder);
}

export const t = (name) => WORDS[language][name];
export const both = (pair) => pair[language];
const named = (table, name) => (table[name] ? table[name][language === "zh" ? 0 : 1] : name.replaceAll("_", " "));
export const partName = (name) => named(PARTS, name);
export const profileName = (name) => named(PROFILES, name);

export const EXAMPLE = {
  zh: `# 2026 Q4

## O1:让新门店开业第一周就能独立运转 🚀
- KR1:开业首周求助电话从 40 通降到 10 通(负责人:何敏)
- KR2:优化排班流程
- KR3:组织 3 场店长培训

## O2:打造行业一流的服务体验
- KR1:客户满意度显著提升
- KR2:差评回复时长从 26 小时缩短到 4 小时
`,
  en: `# 2026 Q4

## O1: New shops run on their own from the first week 🚀
- KR1: Support calls in week one down from 40 to 10 (owner: Ann)
- KR2: Optimize the rota process
- KR3: Hold 3 trainings for shop leads

## O2: Be the world-class service team
- KR1: Significantly improve customer satisfaction
- KR2: Replies to bad reviews take 4 hours instead of 26
`,
};
export const example = () => EXAMPLE[language];
