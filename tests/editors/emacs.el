;;; Opens the file, waits for flymake's diagnostics, applies a quick fix; writes what it saw.  -*- lexical-binding: t; -*-
(setq eglot-sync-connect 240 eglot-connect-timeout 240 eglot-autoshutdown nil)
(load (concat (getenv "OKR_ROOT") "/editors/emacs/okr-lint.el"))
(require 'json)

(defvar test-odd nil "What was seen in the file of odd characters.")

(defun test-wait (seconds done)
  "Wait up to SECONDS until DONE gives something."
  (let ((until (+ (float-time) seconds)))
    (while (and (not (funcall done)) (< (float-time) until))
      (accept-process-output nil 0.05))))

(defun test-diagnostics ()
  "What flymake shows, as code and text."
  (mapcar (lambda (d)
            `((message . ,(flymake-diagnostic-text d))
              (text . ,(buffer-substring-no-properties (flymake-diagnostic-beg d) (flymake-diagnostic-end d)))))
          (flymake-diagnostics)))

(find-file "odd-okr.md")
(run-hooks 'post-command-hook)  ; as after any command: what eglot-ensure of our snippet waits for
(test-wait 240 (lambda () (flymake-start) (flymake-diagnostics)))
(setq test-odd (test-diagnostics))
(set-buffer-modified-p nil)
(find-file "team-okr.md")
(run-hooks 'post-command-hook)
(test-wait 240 (lambda () (flymake-start) (flymake-diagnostics)))
(let ((before (test-diagnostics)) after)
  (goto-char (point-min))
  (search-forward "尽量")
  (let* ((actions (jsonrpc-request
                   (eglot--current-server-or-lose) :textDocument/codeAction
                   (list :textDocument (eglot--TextDocumentIdentifier)
                         :range (list :start (eglot--pos-to-lsp-position (- (point) 1))
                                      :end (eglot--pos-to-lsp-position (point)))
                         :context '(:diagnostics []))))
         (fix (seq-find (lambda (action)
                          (and (plist-get action :edit) (plist-get action :diagnostics)
                               (not (string-match-p "忽略\\|→" (plist-get action :title)))))
                        actions)))
    (eglot--apply-workspace-edit (plist-get fix :edit)))
  (run-hooks 'post-command-hook)
  (eglot--signal-textDocument/didChange)
  (test-wait 240 (lambda ()
                  (flymake-start)
                  (< (length (flymake-diagnostics)) (length before))))
  (setq after (test-diagnostics))
  (let ((text (buffer-substring-no-properties (point-min) (point-max))))
    (with-temp-file (getenv "OKR_OUT")
      (insert (json-encode `((odd . ,(vconcat test-odd)) (before . ,(vconcat before)) (after . ,(vconcat after)) (text . ,text)))))))
(set-buffer-modified-p nil)
(kill-emacs 0)
