;;; okr-lint.el --- OKRs checked by okr-lint through eglot  -*- lexical-binding: t; -*-
;; Emacs 28 with the package eglot, or 29 and newer.  Load this file from your init file.
;; Files with "okr" in their name are checked; diagnostics come through flymake.

(require 'eglot)

(define-derived-mode okr-lint-text-mode text-mode "OKR"
  "For OKR files where no major mode for Markdown is installed.")

(unless (fboundp 'markdown-mode)
  (add-to-list 'auto-mode-alist '("[Oo][Kk][Rr][^/]*\\.md\\'" . okr-lint-text-mode)))

(add-to-list 'eglot-server-programs
             '((okr-lint-text-mode markdown-mode text-mode yaml-mode json-mode rst-mode)
               . ("okr-lint" "lsp")))

(defun okr-lint-ensure ()
  "Start okr-lint where the file's name says that it holds OKRs."
  (when (and buffer-file-name
             (string-match-p "okr" (downcase (file-name-nondirectory buffer-file-name))))
    (eglot-ensure)))

(add-hook 'find-file-hook #'okr-lint-ensure)

(provide 'okr-lint)
;;; okr-lint.el ends here
