"""Runs a command that is killed, with all it starts, where it opens a socket to the network: Linux's own filter.

Sockets within the machine are let through: the screen is one.
"""

import ctypes
import os
import platform
import struct
import sys

_SOCKET_CALL = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
CAN_GUARD = sys.platform == "linux" and platform.machine() in _SOCKET_CALL
_NETWORK_FAMILIES = (2, 10)
_LOAD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_AT_CALL, _AT_MACHINE, _AT_FIRST_ARGUMENT = 0, 4, 16
_PR_SET_NO_NEW_PRIVS, _PR_SET_SECCOMP, _MODE_FILTER = 38, 22, 2


def _step(code, value, if_so=0, if_not=0):
    return struct.pack("HBBI", code, if_so, if_not, value)


def guard():
    machine, call = _SOCKET_CALL[platform.machine()]
    steps = [
        _step(_LOAD, _AT_MACHINE),
        _step(_JUMP_EQUAL, machine, 0, 5),
        _step(_LOAD, _AT_CALL),
        _step(_JUMP_EQUAL, call, 0, 3),
        _step(_LOAD, _AT_FIRST_ARGUMENT),
        _step(_JUMP_EQUAL, _NETWORK_FAMILIES[0], 2, 0),
        _step(_JUMP_EQUAL, _NETWORK_FAMILIES[1], 1, 0),
        _step(_RETURN, _ALLOW),
        _step(_RETURN, _KILL),
    ]
    program = ctypes.create_string_buffer(b"".join(steps))
    filled = struct.pack("HxxxxxxP", len(steps), ctypes.addressof(program))
    system = ctypes.CDLL(None, use_errno=True)
    system.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    if system.prctl(_PR_SET_SECCOMP, _MODE_FILTER, ctypes.c_char_p(filled), 0, 0):
        raise OSError(ctypes.get_errno(), "the guard was refused")


if __name__ == "__main__":
    guard()
    os.execvp(sys.argv[1], sys.argv[1:])  # noqa: S606 - a test's own command
