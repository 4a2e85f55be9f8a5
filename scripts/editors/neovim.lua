-- Does in Neovim what a person does; fails with the step that did not come about. Run by scripts/test-editors.mjs.
local function need(what, holds)
  if not vim.wait(20000, holds, 50) then
    io.stderr:write('never: ' .. what .. '\n' .. vim.api.nvim_exec2('messages', { output = true }).output .. '\n')
    vim.cmd('cquit')
  end
end
local function written(path)
  return function() return vim.fn.filereadable(path) == 1 end
end
-- Whether the current buffer has a line.
local function has(line)
  return function() return vim.tbl_contains(vim.api.nvim_buf_get_lines(0, 0, -1, false), line) end
end
-- Chooses, wherever it is asked, what has one of the titles.
local function choosing(...)
  local titles = { ... }
  vim.ui.select = function(items, options, chosen)
    for _, item in ipairs(items) do
      if vim.tbl_contains(titles, (options.format_item(item))) then return chosen(item) end
    end
    chosen(nil)
  end
end

need('findings', function() return #vim.diagnostic.get(0) > 0 end)
vim.lsp.codelens.refresh({ bufnr = 0 })
need('what the draft argues above it', function() return #vim.lsp.codelens.get(0) > 0 end)
local said
vim.lsp.handlers['window/showMessage'] = function(_, result) said = result.message end
vim.api.nvim_win_set_cursor(0, { vim.lsp.codelens.get(0)[1].range.start.line + 1, 0 })
vim.lsp.codelens.run()
need('what the draft argues, in words', function() return said ~= nil and said:match('^Briefing note: argues') ~= nil end)
vim.cmd('AdvocacyWord')
need('a Word document by the command', written('papers/ashby.docx'))
os.remove('papers/ashby.docx')
choosing('Export to Word')
vim.lsp.buf.code_action()
need('a Word document by the code action', written('papers/ashby.docx'))
choosing('Insert…', 'Lines to take')
vim.lsp.buf.code_action()
need('a section by the code action', has('## Lines to take'))
local before = vim.api.nvim_buf_line_count(0)
vim.lsp.buf_request(0, 'workspace/executeCommand', { command = 'advocacy.insertSnippet.argue-digital' })
need('an argument by the command', function() return vim.api.nvim_buf_line_count(0) > before end)
vim.cmd('write')
choosing('New draft…', 'Press release')
vim.lsp.buf.code_action()
need('a new draft, opened', function() return vim.api.nvim_buf_get_name(0):match('press%-release%.md$') ~= nil end)
vim.cmd('normal! A here')
vim.cmd('write')
vim.cmd('qall!')
