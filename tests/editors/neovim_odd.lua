-- Odd characters in a file with a mark and CRLF; progress of the start, a cancelled request, a crash that is survived.
local root, out = vim.env.OKR_ROOT, vim.env.OKR_OUT
local PATIENCE = 240000
vim.opt.runtimepath:append(root .. "/editors/neovim")
local seen = { progress = {}, messages = {} }
vim.api.nvim_create_autocmd("LspProgress", {
  callback = function(event) table.insert(seen.progress, event.data.params.value.kind) end,
})
vim.lsp.handlers["window/showMessage"] = function(_, params) table.insert(seen.messages, params.message) end
vim.lsp.enable("okr_lint")
vim.cmd.edit("odd-okr.md")
seen.fileformat, seen.bomb = vim.bo.fileformat, vim.bo.bomb

local function texts()
  return vim.tbl_map(function(d)
    local text = vim.api.nvim_buf_get_text(0, d.lnum, d.col, d.end_lnum, d.end_col, {})
    return { code = d.code, line = d.lnum, text = table.concat(text, "\n") }
  end, vim.diagnostic.get(0))
end
local function some() return #vim.diagnostic.get(0) > 0 end

vim.wait(PATIENCE, some, 50)
seen.diagnostics = texts()
vim.wait(PATIENCE, function() return vim.tbl_contains(seen.progress, "end") end, 50)

local client = vim.lsp.get_clients({ bufnr = 0 })[1]
seen.encoding = client.offset_encoding
vim.api.nvim_buf_set_lines(0, -1, -1, true, { "- KR4：👩‍👩‍👧尽量快" })
local params = { textDocument = vim.lsp.util.make_text_document_params(0) }
local _, number = client:request("textDocument/documentSymbol", params, function() end)
client:cancel_request(number)  -- a cancelled request's answer is not handed on; it is only no longer awaited
vim.wait(PATIENCE, function() return client.requests[number] == nil end, 50)
seen.answered = client.requests[number] == nil

vim.api.nvim_buf_set_lines(0, -1, -1, true, { "CRASH" })
vim.wait(PATIENCE, function() return #seen.messages > 0 and not some() end, 50)
seen.during = #vim.diagnostic.get(0)
vim.api.nvim_buf_set_lines(0, -2, -1, true, {})
vim.wait(PATIENCE, some, 50)
seen.after = texts()
seen.alive = not client:is_stopped()
vim.fn.writefile({ vim.json.encode(seen) }, out)
vim.cmd("qall!")
