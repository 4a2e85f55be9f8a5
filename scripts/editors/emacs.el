;;; Does in Emacs what a person does; fails with the step that did not come about.  Run by scripts/test-editors.mjs.  -*- lexical-binding: t -*-

(defun need (what holds)
  (let ((end (+ (float-time) 20)))
    (while (not (funcall holds))
      (when (> (float-time) end)
        (message "never: %s" what)
        (kill-emacs 1))
      (accept-process-output nil 0.05))))

(defun choose (title)
  "Runs the code action of the current buffer that is called TITLE."
  (let ((found (seq-find (lambda (action) (equal (plist-get action :title) title))
                         (eglot-code-actions (point-min) (point-min)))))
    (unless found (message "never: a code action %s" title) (kill-emacs 1))
    (eglot-execute (eglot-current-server) found)))

(find-file "papers/ashby.md")
;; Eglot starts with the first command, of which there is none here.
(run-hooks 'post-command-hook)
(need "a server" #'eglot-current-server)
(flymake-start)
(need "findings" (lambda () (flymake-diagnostics)))
(choose "Export to Word")
(need "a Word document by the code action" (lambda () (file-exists-p "ashby.docx")))
(choose "Insert: Lines to take")
(need "a section by the code action" (lambda () (save-excursion (goto-char 1) (search-forward "\n## Lines to take\n" nil t))))
(let ((before (buffer-size)))
  (jsonrpc-request (eglot-current-server) :workspace/executeCommand
                   '(:command "advocacy.insertSnippet.argue-digital"))
  (need "an argument by the command" (lambda () (> (buffer-size) before))))
(save-buffer)
(choose "New draft: Press release")
(need "a new draft, opened" (lambda () (get-buffer "press-release.md")))
(with-current-buffer "press-release.md"
  (goto-char (point-min))
  (search-forward "\n# ")
  (end-of-line)
  (insert " here")
  (save-buffer))
(kill-emacs 0)
