"""Servers that other programs start and speak to over standard input and output: an editor, an agent.

The language server (`factcheck lsp`) needs pygls, the tool server (`factcheck mcp`) needs mcp; nothing else imports them.
"""
