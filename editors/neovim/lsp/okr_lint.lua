-- Neovim 0.11 or newer. Put this file into ~/.config/nvim/lsp/ and add to init.lua:
--   vim.lsp.enable("okr_lint")
--   vim.lsp.inlay_hint.enable(true)
return {
  cmd = { "okr-lint", "lsp" },
  filetypes = { "markdown", "yaml", "json", "text", "rst" },
  -- Only files of OKRs: "okr" in the name. Leave this function out to check every file of these types.
  root_dir = function(buffer, start)
    local name = vim.api.nvim_buf_get_name(buffer)
    if vim.fs.basename(name):lower():find("okr", 1, true) then
      start(vim.fs.root(buffer, { "okr-lint.toml", "pyproject.toml", ".git" }) or vim.fs.dirname(name))
    end
  end,
}
