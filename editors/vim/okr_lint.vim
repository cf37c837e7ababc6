" Vim 8 or newer with ALE. Source this file from your vimrc, after ALE is loaded.
" Files with "okr" in their name are checked; :ALEHover says why, :ALECodeAction mends.
function! OkrLintRoot(buffer) abort
  let l:name = expand('#' . a:buffer . ':p')
  if fnamemodify(l:name, ':t') !~? 'okr'
    return ''
  endif
  let l:file = ale#path#FindNearestFile(a:buffer, 'okr-lint.toml')
  return fnamemodify(empty(l:file) ? l:name : l:file, ':h')
endfunction

for s:type in ['markdown', 'yaml', 'json', 'text', 'rst']
  call ale#linter#Define(s:type, {
  \   'name': 'okr_lint',
  \   'lsp': 'stdio',
  \   'executable': 'okr-lint',
  \   'command': '%e lsp',
  \   'language': s:type is# 'text' ? 'plaintext' : s:type is# 'rst' ? 'restructuredtext' : s:type,
  \   'project_root': function('OkrLintRoot'),
  \})
endfor
