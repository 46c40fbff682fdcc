"""The one gate for files that come from outside: nothing is parsed before its size and its form are known.

`kinds` says what a file is by its bytes, whatever its name says. `zipped` opens packages (.docx, .dotx, .odt) and
`markup` their XML; both refuse what could harm the reader. `relations` lists what a package points at outside itself:
such targets are told and never opened. A refusal is a `GateError` with a code.
"""
