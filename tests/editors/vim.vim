" Opens the file, waits for ALE's diagnostics; writes what it saw as JSON.
set nocompatible nomore encoding=utf-8
let g:ale_lint_on_enter = 1
let g:ale_linters_explicit = 1
let g:ale_linters = {'markdown': ['okr_lint']}
packadd ale
for s:path in split(&runtimepath, ',') + glob('/usr/share/vim-scripts*/*ale*', 0, 1) + ['/usr/share/vim/addons']
  if isdirectory(s:path . '/autoload/ale') | execute 'set runtimepath+=' . s:path | endif
endfor
runtime! plugin/ale.vim
filetype plugin on
execute 'source' fnameescape($OKR_ROOT . '/editors/vim/okr_lint.vim')
edit team-okr.md
ALELint
let s:until = localtime() + 240
while empty(ale#engine#GetLoclist(bufnr(''))) && localtime() < s:until
  sleep 100m
endwhile
let s:seen = map(copy(ale#engine#GetLoclist(bufnr(''))), {_, one -> {'code': get(one, 'code', ''), 'line': one.lnum,
      \ 'text': strpart(getline(one.lnum), one.col - 1, get(one, 'end_col', one.col) - one.col + 1)}})
call writefile([json_encode(s:seen)], $OKR_OUT)
qall!
