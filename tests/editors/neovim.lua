-- Opens the file, waits for diagnostics and inlay hints, applies a code action; writes what it saw as JSON.
local root, out = vim.env.OKR_ROOT, vim.env.OKR_OUT
vim.opt.runtimepath:append(root .. "/editors/neovim")
vim.lsp.enable("okr_lint")
vim.lsp.inlay_hint.enable(true)
vim.cmd.edit("team-okr.md")
local seen = { version = tostring(vim.version()) }

local function diagnostics()
  return vim.tbl_map(function(d)
    local text = vim.api.nvim_buf_get_text(0, d.lnum, d.col, d.end_lnum, d.end_col, {})
    return { code = d.code, line = d.lnum, text = table.concat(text, "\n"), severity = d.severity }
  end, vim.diagnostic.get(0))
end

vim.wait(240000, function() return #vim.diagnostic.get(0) > 0 end, 50)
seen.before = diagnostics()
vim.wait(240000, function() return #vim.lsp.inlay_hint.get({ bufnr = 0 }) >= 3 end, 50)
seen.hints = vim.tbl_map(function(h)
  return { line = h.inlay_hint.position.line, character = h.inlay_hint.position.character, label = h.inlay_hint.label }
end, vim.lsp.inlay_hint.get({ bufnr = 0 }))
local line = vim.fn.search("尽量", "cw")
vim.lsp.buf.code_action({
  apply = true,
  filter = function(action)
    return action.edit ~= nil and action.diagnostics ~= nil and not action.title:find("忽略") and not action.title:find("→")
  end,
})
vim.wait(240000, function() return not vim.api.nvim_buf_get_lines(0, line - 1, line, true)[1]:find("尽量") end, 50)
seen.lines = vim.api.nvim_buf_get_lines(0, 0, -1, true)
local hedges = function() return vim.iter(vim.diagnostic.get(0)):any(function(d) return d.lnum == line - 1 and d.code == seen.hedge end) end
for _, d in ipairs(seen.before) do
  if d.line == line - 1 and d.text:find("尽量") then seen.hedge = d.code end
end
vim.wait(240000, function() return not hedges() end, 50)
seen.after = diagnostics()
vim.fn.writefile({ vim.json.encode(seen) }, out)
vim.cmd("qall!")
